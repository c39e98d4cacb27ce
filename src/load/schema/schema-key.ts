import * as z from "zod";

/** The key with which an editor finds the schema of a kind of file; no other text fits in it. */
export function schemaKey(kind: "pack" | "rulebook" | "persona") {
  return z
    .string()
    .regex(new RegExp(`^(\\.{1,2}/)*((rules|fixtures)/)?${kind}\\.schema\\.json$`), {
      error: () => `the path of ${kind}.schema.json`,
    })
    .optional();
}
