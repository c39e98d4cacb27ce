import { fstatSync } from "node:fs";
import { remainingOf } from "../../analysis/without-evidence.ts";
import { type Memory, prepare } from "../../engine/prepare.ts";
import type { Trace } from "../../model/trace.ts";
import type { View } from "../../analysis/readers.ts";
import type { FormatName } from "../../report/formats.ts";
import { isAudited } from "../../report/page.ts";
import { type Exhibit, type Format, PRINTS_LEDGER } from "../../report/options.ts";
import type { Detail } from "../../report/visible.ts";
import { replay } from "../../replay/replay.ts";
import { CouldNotRun } from "../exit.ts";
import { type Destination, refuseBadDestination, writeDocument } from "../output.ts";
import { besideOf, drawnId, NO_IMPORT, personasNamed } from "../personas.ts";
import { exitAfter } from "../runaway.ts";
import { untilOf } from "../story-month.ts";
import { FILE_STYLE, styleFor } from "../terminal.ts";
import { usableRulebook } from "../usable-rulebook.ts";

export interface ReplayCommand extends Destination {
  readonly rulebook: string;
  /** Answers to open questions, `question=answer`. */
  readonly reading?: readonly string[] | undefined;
  readonly detail: Detail;
  /** One more person, drawn from this seed. */
  readonly seed?: string | undefined;
  readonly until?: string | undefined;
  readonly format: FormatName;
  readonly view: View;
  /** A saved trace to be drawn again. */
  readonly from?: string | undefined;
  readonly color: boolean;
}

/** `demerit replay`: the audit trace of each persona named. Returns the exit code. */
export async function replayCommand(ids: readonly string[], options: ReplayCommand): Promise<number> {
  refuseBadDestination(options);
  refuseFileOnInput();
  const { traces, memory } =
    options.from === undefined ? await livedNow(ids, options) : await drawnAgain(options.from, options.color);
  const style = options.output === undefined ? styleFor(process.stdout, process.env, options.color) : FILE_STYLE;
  writeDocument(
    (await formatNamed(options.format))(await exhibited(traces, memory, options), {
      view: options.view,
      detail: options.detail,
      style,
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
  const personas = await personasNamed(options.seed === undefined ? ids : [...ids, drawnId(options.seed)]);
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
    const remaining =
      isAudited(view) && PRINTS_LEDGER.includes(format)
        ? await remainingOf(trace, (rulebook) => prepare(rulebook, memory))
        : [];
    exhibits.push({ trace, remaining, exposes: besideOf(trace.persona.id) });
  }
  return exhibits;
}

/** Text is what is asked for most: the libraries of the other formats are not loaded for it. */
async function formatNamed(name: FormatName): Promise<Format> {
  return name === "text"
    ? (await import("../../report/text/text.ts")).text
    : (await import("../../report/formats.ts")).FORMATS[name];
}
