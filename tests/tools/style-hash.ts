import { createHash } from "node:crypto";
import { PAGE_CSS } from "../../src/report/html/style/style.ts";

/** What `src/report/html/style/hash.ts` should hold; a page would have to work it out anew each time. */
export function styleHash(): string {
  return createHash("sha256").update(PAGE_CSS).digest("base64");
}
