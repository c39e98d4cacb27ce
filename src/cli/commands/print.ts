import { prepare } from "../../engine/prepare.ts";
import type { Answers } from "../../load/readings.ts";
import type { Rulebook } from "../../model/rulebook.ts";
import type { Paper } from "../../report/html/style/style.ts";
import type { Printed, PrintOptions, PrintView } from "../../report/html/printed.ts";
import { replay } from "../../replay/replay.ts";
import { CouldNotRun } from "../exit.ts";
import { isFolder, refuseBadDestination } from "../output.ts";
import type { FormatOf, Output } from "../outputs.ts";
import { personasNamed } from "../personas.ts";
import { answersFor, hurtPictures, printedOf } from "../printing.ts";
import { exitAfter } from "../runaway.ts";
import { untilOf } from "../story-month.ts";
import { type ReadRulebook, usableRulebook } from "../usable-rulebook.ts";
import { writePrinted } from "../written-pages.ts";

export interface PrintCommand extends Output<FormatOf<"print">> {
  readonly rulebook: string;
  /** Answers to open questions, `question=answer`. */
  readonly reading?: readonly string[] | undefined;
  readonly paper: Paper;
  readonly view: PrintView;
  /** Another rulebook, drawn beside; a leading “+” extends the one printed. */
  readonly compare?: string | undefined;
  readonly until?: string | undefined;
}

/** `demerit print`: one life on paper, or several behind a page of contents or in a folder. Returns the exit code. */
export async function printCommand(ids: readonly string[], options: PrintCommand): Promise<number> {
  if (!isFolder(options.output)) refuseBadDestination(options);
  refuseUnfit(options);
  const personas = await personasNamed(ids);
  const until = untilOf(options.until);
  const read = await usableRulebook(options.rulebook, options.color, options.reading);
  const variant = options.compare === undefined ? null : await comparedRulebook(options.compare, options, read.answers);
  const prepared = await prepare(read.rulebook, read.memory);
  const traces = personas.map((persona) => replay(prepared, persona, { until }));
  const printed: Printed[] = [];
  for (const trace of traces) printed.push(await printedOf(trace, variant, read.memory, options.view));
  const how: PrintOptions = { view: options.view, paper: options.paper, answers: answersOf(read) };
  const hurt = isFolder(options.output) ? [] : await hurtPictures(traces, variant, read.memory);
  await writePrinted(printed, how, options, hurt);
  return exitAfter(traces);
}

function refuseUnfit({ format, view, compare }: PrintCommand): void {
  if ((format === "svg" || format === "png") && view === "person")
    throw new CouldNotRun("the pictures show what is on file; --view person has none of it, so there is no picture");
  if (view === "person" && compare !== undefined)
    throw new CouldNotRun(
      "--compare sets rulebooks beside each other, and the person is shown none; leave out --view person",
    );
}

/** Read like the one that is printed: else the edit would be blamed for what is only read otherwise. */
async function comparedRulebook(
  expression: string,
  { rulebook, color }: PrintCommand,
  answers: Answers,
): Promise<Rulebook> {
  const whole = expression.startsWith("+") ? `${rulebook},${expression.slice(1)}` : expression;
  const { rulebook: asLoaded } = await usableRulebook(whole, color);
  const shared = answersFor(asLoaded, answers);
  if (Object.keys(shared).length === 0) return asLoaded;
  return (await import("../readings.ts")).readUnder(asLoaded, shared);
}

/** Only the answers that are not in force anyway. */
function answersOf({ asLoaded, answers }: ReadRulebook): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(answers).filter(([question, answer]) => asLoaded.questions[question]?.default !== answer),
  );
}
