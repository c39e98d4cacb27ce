import type { View } from "../../analysis/readers.ts";
import { HORIZON } from "../../model/story-time.ts";
import type { Trace } from "../../model/trace.ts";
import { ownFileNote } from "../heading.ts";
import type { Exhibit } from "../options.ts";
import type { Section } from "../section.ts";
import { monthSays } from "../wording.ts";
import type { Paper } from "./style/style.ts";

export const PRINT_VIEWS = ["auditor", "person", "side-by-side"] as const satisfies readonly View[];
export type PrintView = (typeof PRINT_VIEWS)[number];

export interface PrintOptions {
  readonly view: PrintView;
  readonly paper: Paper;
  /** Open questions of the rulebook that were answered otherwise than usual. */
  readonly answers?: Readonly<Record<string, string>> | undefined;
}

/** One life on paper, perhaps beside the same life under another rulebook. */
export interface Printed extends Exhibit {
  readonly compared?: Compared;
}

export interface Compared {
  readonly trace: Trace;
  /** What is edited, and what that changes for this life. */
  readonly sections: readonly Section[];
}

/** The command that prints the same page again; names of a reader's own files are not on it. */
export function printAgain(
  printed: readonly Printed[],
  { view, paper, answers = {} }: PrintOptions,
  format: "html" | "svg" = "html",
): string {
  const [{ trace, compared }] = printed as readonly [Printed, ...Printed[]];
  const words = [
    "demerit print",
    ...printed.map((each) => each.trace.persona.id),
    `--rulebook ${trace.rulebook.id}`,
    ...Object.entries(answers).map(([question, answer]) => `--reading ${question}=${answer}`),
    ...(trace.until === HORIZON ? [] : [`--until ${monthSays(trace.until)}`]),
    ...(view === "auditor" ? [] : [`--view ${view}`]),
    ...(compared === undefined ? [] : [`--compare ${compared.trace.rulebook.id}`]),
    ...(paper === "a4" ? [] : [`--paper ${paper}`]),
    ...(format === "html" ? [] : [`--format ${format}`]),
  ].join(" ");
  return `${words}${ownFileNote(words)}`;
}
