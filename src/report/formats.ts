import { csv } from "./csv/csv.ts";
import { json } from "./json.ts";
import { markdown } from "./markdown/markdown.ts";
import type { Format } from "./options.ts";
import { text } from "./text/text.ts";

/** Every way to draw a trace. Each carries the notice, and of a composite the warning. */
export const FORMATS = { text, markdown, json, csv } as const satisfies Record<string, Format>;
export type FormatName = keyof typeof FORMATS;
