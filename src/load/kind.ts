import { parse } from "jsonc-parser";
import { LARGEST } from "./jsonc.ts";
import { scan } from "./scan.ts";

export const KINDS = ["pack", "rulebook", "overlay", "persona", "rule-test", "decisions", "words"] as const;
export type Kind = (typeof KINDS)[number];

/** What kind of file a text says it is; `undefined` where it does not say, or cannot be read safely. */
export function kindOf(text: string): Kind | undefined {
  if (text.length > LARGEST || scan(text).length > 0) return undefined;
  const value: unknown = parse(text.replace(/^\uFEFF/, ""));
  const said = typeof value === "object" && value !== null && "kind" in value ? value.kind : undefined;
  return KINDS.find((kind) => kind === said);
}
