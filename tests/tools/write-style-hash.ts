import { writeFileSync } from "node:fs";
import { styleHash } from "./style-hash.ts";

// After every change of the style sheet: npx tsx tests/tools/write-style-hash.ts
writeFileSync(
  new URL("../../src/report/html/style/hash.ts", import.meta.url),
  `// Made by tests/tools/write-style-hash.ts. Not to be edited.

/** SHA-256 over \`PAGE_CSS\`, in base64. */
export const PAGE_HASH = "${styleHash()}";
`,
);
