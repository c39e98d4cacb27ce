import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { SCHEMAS, schemaText } from "./schemas.ts";

/** `npm run schemas`: writes the schemas with which an editor completes rules and personas. */
for (const [file, make] of Object.entries(SCHEMAS)) {
  writeFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), schemaText(make));
}
