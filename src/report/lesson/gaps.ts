import type { GapWidth, Run, Runs } from "./leaf.ts";

/** How wide a gap is in characters. */
export const GAP_WIDTH: Readonly<Record<GapWidth, number>> = { letter: 3, figure: 6, rule: 4, words: 34 };

/** Runs as plain text: a gap is a line of underscores, what belongs in one stands between two bars. */
export function plainText(runs: Runs): string {
  return runs.map(plainRun).join("");
}

function plainRun(run: Run): string {
  if (typeof run === "string") return run;
  if ("gap" in run) return "_".repeat(GAP_WIDTH[run.gap]);
  if ("answer" in run) return `|${run.answer}|`;
  if ("strong" in run) return run.strong;
  if ("code" in run) return run.code;
  if ("beneath" in run) return `; ${run.beneath}`;
  if ("pick" in run) return run.pick.map((each, at) => (at === run.circled ? `(${each})` : each)).join(" ");
  return citesSay(run);
}

/** `[CD10, SMD10] reported`. */
export function citesSay({ cites, grade }: Extract<Run, { cites: unknown }>): string {
  return `[${cites.join(", ")}]${grade === null ? "" : ` ${grade}`}`;
}
