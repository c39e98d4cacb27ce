import { type Memory, prepare } from "../engine/prepare.ts";
import { canonicalJson } from "../load/digest.ts";
import { type Answers, withReadings } from "../load/readings.ts";
import { parseSavedTrace } from "../load/saved-trace.ts";
import type { Rulebook } from "../model/rulebook.ts";
import type { Trace } from "../model/trace.ts";
import { PROGRAM } from "../model/version.ts";
import { type Carried, unpacked } from "../report/html/data.ts";
import { htmlPage } from "../report/html/page.ts";
import { count, listed, whole } from "../report/wording.ts";
import { replay } from "../replay/replay.ts";
import { carriedIn } from "./carried-page.ts";
import { shippedParts } from "./library.ts";
import { differenceBetween, wordsIn } from "./page-text.ts";
import { personaKnown } from "./personas.ts";
import { answersFor, hurtPictures, printedOf } from "./printing.ts";
import { firstDifference } from "./saved-trace.ts";

/** One thing that must be so for a page to be trusted. */
export interface Step {
  readonly holds: boolean;
  readonly says: string;
  /** Whether it found rules that are not the package's own. */
  readonly ownRules?: boolean;
}

/** The steps by which a page is checked, in order; after one that does not hold there are no more. */
export async function* stepsOf(page: string): AsyncGenerator<Step> {
  const found = carriedIn(page);
  if (typeof found === "string") return yield no(found);
  const traces: Trace[] = [];
  const variants: Trace[] = [];
  const all = unpacked([...found.traces, ...found.variants]);
  for (const [at, one] of all.entries()) {
    const sound = one === null ? "a rulebook is named by its digest, and is not there" : await soundTrace(one);
    if (typeof sound === "string") return yield no(`The page carries a trace that cannot be used: ${sound}`);
    (at < found.traces.length ? traces : variants).push(sound);
  }
  yield yes(
    `The page carries ${count(traces.length, "whole trace", "whole traces")}: ${listed(traces.map(lifeSays))}. Its people are this package's own, and invented.`,
  );
  for (const trace of [...traces, ...variants]) {
    const lived = replay(await prepare(trace.rulebook), trace.persona, { until: trace.until });
    if (canonicalJson(lived) !== canonicalJson(trace))
      return yield no(`Replayed, ${trace.persona.id} does not come out so: ${firstDifference(lived, trace)}.`);
  }
  const rulebooks = await rulebooksOf([...traces, ...variants], found.answers);
  yield {
    ...yes(`Replayed, every entry is what the rulebook gives: ${listed(rulebooks.map(rulebookSays))}.`),
    ownRules: rulebooks.some(({ shipped }) => !shipped),
  };
  const odd = oddPart(found, traces, variants);
  if (odd !== null) return yield no(odd);
  yield await drawnAgain(page, found, traces, variants);
}

async function drawnAgain(
  page: string,
  { by, view, paper, answers }: Carried,
  traces: readonly Trace[],
  variants: readonly Trace[],
): Promise<Step> {
  const variant = variants[0]?.rulebook ?? null;
  const memory: Memory = new Map();
  const printed = [];
  for (const trace of traces) printed.push(await printedOf(trace, variant, memory, view));
  const again = htmlPage(printed, { view, paper, answers }, await hurtPictures(traces, variant, memory));
  const difference = differenceBetween(page, again);
  return difference === null
    ? yes(
        `Drawn again from the trace, the page says the same: all ${whole(wordsIn(again))} words, and every sign between them.`,
      )
    : no(
        `Drawn again from the trace, the page does not say the same: ${difference}${by === PROGRAM ? "" : ` It says that another version made it; this is ${PROGRAM}.`}`,
      );
}

async function soundTrace(trace: Trace): Promise<Trace | string> {
  const parsed = await parseSavedTrace(JSON.stringify(trace), "the page", personaKnown);
  return parsed.ok ? parsed.value : parsed.problems.map(({ message }) => message).join(" ");
}

/** What no single trace shows: lives beside each other that are not the same person's, and answers that are not in force. */
function oddPart({ answers }: Carried, traces: readonly Trace[], variants: readonly Trace[]): string | null {
  if (variants.length > 0 && variants.length !== traces.length) return "Not every life has another beside it.";
  const other = variants.find(
    (variant, at) => variant.persona.id !== traces[at]!.persona.id || variant.until !== traces[at]!.until,
  );
  if (other !== undefined) return `Beside another life stands that of ${other.persona.id}.`;
  for (const side of [traces, variants])
    if (side.some(({ rulebook }) => rulebook.digest !== side[0]!.rulebook.digest))
      return "Lives of one page stand under different rulebooks; a page has one, and one to compare with.";
  const { questions } = traces[0]!.rulebook;
  const wrong = Object.entries(answers).find(([question, answer]) => questions[question]?.default !== answer);
  return wrong === undefined
    ? null
    : `“${wrong[0]}” is not answered by “${wrong[1]}” in the rulebook that the page carries.`;
}

function lifeSays({ persona, entries }: Trace): string {
  return `${persona.id} (${count(entries.length, "entry", "entries")})`;
}

interface Origin {
  readonly id: string;
  readonly digest: string;
  readonly shipped: boolean;
}

/** Whether the rules are those of the package is no fault, but should be known. */
async function rulebooksOf(traces: readonly Trace[], answers: Answers): Promise<Origin[]> {
  const origins: Origin[] = [];
  for (const rulebook of new Map(traces.map((trace) => [trace.rulebook.digest, trace.rulebook])).values())
    origins.push({ ...rulebook, shipped: await isShipped(rulebook, answers) });
  return origins;
}

function rulebookSays({ id, digest, shipped }: Origin): string {
  return `${id}, digest ${digest.slice(0, 12)}, ${shipped ? "as it is in this package" : "which is not in this package as it stands: an edited one, or of another version"}`;
}

async function isShipped({ id, digest }: Rulebook, answers: Answers): Promise<boolean> {
  const parts = id.split(",");
  if (!parts.every((part) => shippedParts().includes(part))) return false;
  const { resolveRulebook } = await import("./rulebook-expression.ts");
  const { rulebook } = resolveRulebook(id);
  if (rulebook === null) return false;
  const read = withReadings(rulebook, answersFor(rulebook, answers));
  return read.ok && read.value.digest === digest;
}

function yes(says: string): Step {
  return { holds: true, says };
}

function no(says: string): Step {
  return { holds: false, says };
}
