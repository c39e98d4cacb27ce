import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { shippedPersonaValues, shippedRulebooks } from "./shipped.ts";

/** Part of `npm run build`. */
const folder = fileURLToPath(new URL("../../dist/shipped/", import.meta.url));
mkdirSync(folder, { recursive: true });
for (const [id, shipped] of await shippedRulebooks())
  writeFileSync(`${folder}${id}.rulebook.json`, JSON.stringify(shipped));
writeFileSync(`${folder}personas.json`, JSON.stringify(shippedPersonaValues()));
