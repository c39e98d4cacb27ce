import { fstatSync } from "node:fs";
import { partsOf } from "../../analysis/parts.ts";
import { byEvidence } from "../../analysis/by-evidence.ts";
import { type Memory, prepare } from "../../engine/prepare.ts";
import type { Trace } from "../../model/trace.ts";
import type { View } from "../../analysis/readers.ts";
import { isAudited } from "../../report/page.ts";
import { type Exhibit, type Format, PRINTS_LEDGER } from "../../report/options.ts";
import { replay } from "../../replay/replay.ts";
import { CouldNotRun } from "../exit.ts";
import { refuseBadDestination, writeDocument } from "../output.ts";
import type { FormatOf, Output } from "../outputs.ts";
import { usedIn } from "../printing.ts";
import { decisionsIn } from "../library.ts";
import { besideOf, NO_IMPORT, personasNamed } from "../personas.ts";
import { exitAfter } from "../runaway.ts";
import { untilOf } from "../story-month.ts";
import { styleOfOutput } from "../terminal.ts";
import { usableRulebook } from "../usable-rulebook.ts";

export interface ReplayCommand extends Output<FormatOf<"replay">> {
  readonly rulebook: string;
  /** Answers to open questions, `question=answer`. */
  readonly reading?: readonly string[] | undefined;
  /** Everything, with every rule consulted. */
  readonly full?: boolean | undefined;
  readonly until?: string | undefined;
  readonly view: View;
  /** A saved trace to be drawn again. */
  readonly from?: string | undefined;
}

/** `demerit replay`: the audit trace of each persona named. Returns the exit code. */
export async function replayCommand(ids: readonly string[], options: ReplayCommand): Promise<number> {
  refuseBadDestination(options);
  refuseFileOnInput();
  const { traces, memory } =
    options.from === undefined ? await livedNow(ids, options) : await drawnAgain(options.from, options.color);
  writeDocument(
    (await formatNamed(options.format))(await exhibited(traces, memory, options), {
      view: options.view,
      full: options.full === true,
      style: styleOfOutput(options),
    }),
    options,
  );
  return exitAfter(traces);
}

/** A list of people on standard input is refused where it can be seen without reading it; a pipe cannot. */
function refuseFileOnInput(): void {
  try {
    if (fstatSync(0).isFile())
      throw new CouldNotRun(`standard input is a file, and nothing is read from it. ${NO_IMPORT}`);
  } catch (error) {
    if (error instanceof CouldNotRun) throw error;
    // There is no standard input at all, which is as well.
  }
}

/** Traces, and what json-rules-engine has answered about their rulebook. */
interface Lived {
  readonly traces: readonly Trace[];
  readonly memory: Memory;
}

async function livedNow(ids: readonly string[], options: ReplayCommand): Promise<Lived> {
  const personas = await personasNamed(ids);
  const until = untilOf(options.until);
  const { rulebook, memory } = await usableRulebook(options.rulebook, options.color, options.reading);
  const prepared = await prepare(rulebook, memory);
  return { traces: personas.map((persona) => replay(prepared, persona, { until })), memory };
}

async function drawnAgain(file: string, color: boolean): Promise<Lived> {
  const { savedTrace } = await import("../saved-trace.ts");
  return { traces: [await savedTrace(file, color)], memory: new Map() };
}

async function exhibited(
  traces: readonly Trace[],
  memory: Memory,
  { format, view }: ReplayCommand,
): Promise<Exhibit[]> {
  const exhibits: Exhibit[] = [];
  for (const trace of traces) {
    const whole = isAudited(view) && PRINTS_LEDGER.includes(format);
    const ready = (rulebook: Trace["rulebook"]) => prepare(rulebook, memory);
    exhibits.push({
      trace,
      byEvidence: whole ? await byEvidence(trace, ready) : null,
      parts: whole ? await partsOf(trace, ready) : null,
      ...(whole ? { powers: await usedIn(trace, ready) } : {}),
      exposes: besideOf(trace.persona.id),
      decisions: decisionsIn(trace.persona.id),
    });
  }
  return exhibits;
}

/** Text is what is asked for most: the libraries of the other formats are not loaded for it. */
async function formatNamed(name: ReplayCommand["format"]): Promise<Format> {
  return name === "text"
    ? (await import("../../report/text/text.ts")).text
    : (await import("../../report/formats.ts")).FORMATS[name];
}
