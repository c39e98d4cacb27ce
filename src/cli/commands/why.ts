import { whyEntry, whyRule } from "../../analysis/why.ts";
import { prepare } from "../../engine/prepare.ts";
import { ranAway, type Trace } from "../../model/trace.ts";
import { textWhy, textWhyRule } from "../../report/text/why.ts";
import { replay } from "../../replay/replay.ts";
import { CouldNotRun, EXIT } from "../exit.ts";
import { refuseBadDestination, writeDocument } from "../output.ts";
import type { Output } from "../outputs.ts";
import { personasNamed } from "../personas.ts";
import { ruleCalled } from "../rule-named.ts";
import { untilOf } from "../story-month.ts";
import { styleOfOutput } from "../terminal.ts";
import { usableRulebook } from "../usable-rulebook.ts";

export interface WhyCommand extends Output<"text"> {
  readonly rulebook: string;
  /** Answers to open questions, `question=answer`. */
  readonly reading?: readonly string[] | undefined;
  readonly until?: string | undefined;
  readonly all?: boolean | undefined;
}

/** `demerit why`: the chain from one entry back to its roots, or what a rule answered in this life. Returns the exit code. */
export async function whyCommand(persona: string, what: string, options: WhyCommand): Promise<number> {
  refuseBadDestination(options);
  const trace = await traceFor(persona, options);
  const style = styleOfOutput(options);
  const says = /^[#\d]/.test(what)
    ? textWhy(trace, whyEntry(trace, entryNumbered(trace, what), options.all === true), style)
    : textWhyRule(trace, whyRule(trace, ruleMeant(trace, what)), style);
  writeDocument(says, options);
  return ranAway(trace) ? EXIT.faulty : EXIT.done;
}

function entryNumbered(trace: Trace, entry: string): number {
  const seq = Number(entry.replace(/^#/, ""));
  const last = trace.entries.length - 1;
  if (/^#?\d{1,4}$/.test(entry) && seq <= last) return seq;
  throw new CouldNotRun(
    `there is no entry “${entry}” in this trace; its entries are #0 to #${last}, as “demerit replay ${trace.persona.id}” prints them`,
  );
}

function ruleMeant({ rulebook, entries, persona }: Trace, what: string): string {
  if (/^[a-z]/.test(what)) return ruleCalled(rulebook, what).id;
  throw new CouldNotRun(
    `“${what}” is neither an entry nor a rule; the entries are #0 to #${entries.length - 1}, as “demerit replay ${persona.id}” prints them, and “demerit list rules” has the rules`,
  );
}

async function traceFor(id: string, { rulebook, reading, until, color }: WhyCommand): Promise<Trace> {
  const [persona] = await personasNamed([id]);
  const month = untilOf(until);
  const usable = await usableRulebook(rulebook, color, reading);
  return replay(await prepare(usable.rulebook, usable.memory), persona!, { until: month });
}
