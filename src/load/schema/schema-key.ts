import * as z from "zod";

/** The key with which an editor finds the schema of a kind of file; no other text fits in it. */
export function schemaKey(kind: "pack" | "rulebook" | "persona" | "test" | "words") {
  return z
    .string()
    .regex(new RegExp(`^(\\.{1,2}/)*((rules|fixtures)/)?${kind}\\.schema\\.json$`), {
      error: () => `the path of ${kind}.schema.json`,
    })
    .optional();
}

/** An overlay lies wherever its reader works, so its schema may be further away. */
export const overlaySchemaKey = z
  .string()
  .regex(/^(?![/\\])([^/\\:]{1,100}\/){0,30}overlay\.schema\.json$/, {
    error: () => "a relative path of overlay.schema.json",
  })
  .max(1000)
  .optional();
