import { remainingOf } from "../../analysis/without-evidence.ts";
import { prepare } from "../../engine/prepare.ts";
import { ranAway, type Trace } from "../../model/trace.ts";
import { jsonDocument } from "../../report/json.ts";
import { textTrace } from "../../report/text/text.ts";
import { type Detail } from "../../report/visible.ts";
import { replay } from "../../replay/replay.ts";
import { EXIT } from "../exit.ts";
import { catalogue } from "../library.ts";
import { type Destination, refuseBadDestination, writeDocument } from "../output.ts";
import { personasNamed } from "../personas.ts";
import { savedTrace } from "../saved-trace.ts";
import { untilOf } from "../story-month.ts";
import { FILE_STYLE, styleFor } from "../terminal.ts";
import { usableRulebook } from "../usable-rulebook.ts";

export interface ReplayCommand extends Destination {
  readonly rulebook: string;
  readonly detail: Detail;
  readonly until?: string | undefined;
  readonly format: "text" | "json";
  /** A saved trace to be drawn again. */
  readonly from?: string | undefined;
  readonly color: boolean;
}

/** `demerit replay`: the audit trace of each persona named. Returns the exit code. */
export async function replayCommand(ids: readonly string[], options: ReplayCommand): Promise<number> {
  refuseBadDestination(options);
  const traces = options.from === undefined ? await livedNow(ids, options) : [await savedTrace(options.from, options.color)];
  writeDocument(options.format === "json" ? jsonDocument(traces) : await textDocument(traces, options), options);
  const away = traces.filter(ranAway);
  for (const trace of away) process.stderr.write(`demerit: under this rulebook the life of ${trace.persona.id} never settles; the trace was stopped, and its last entry names the rules\n`);
  return away.length === 0 ? EXIT.done : EXIT.faulty;
}

async function livedNow(ids: readonly string[], options: ReplayCommand): Promise<Trace[]> {
  const personas = personasNamed(ids);
  const until = untilOf(options.until);
  const prepared = await prepare(usableRulebook(options.rulebook, options.color));
  return personas.map((persona) => replay(prepared, persona, { until }));
}

async function textDocument(traces: readonly Trace[], options: ReplayCommand): Promise<string> {
  const style = options.output === undefined ? styleFor(process.stdout, process.env, options.color) : FILE_STYLE;
  const known = catalogue();
  const pages: string[] = [];
  for (const trace of traces) {
    const remaining = await remainingOf(trace, prepare);
    pages.push(textTrace(trace, { detail: options.detail, style, remaining, exposes: known[trace.persona.id] ?? null }));
  }
  return pages.join(`\n${"═".repeat(style.width)}\n\n`);
}
