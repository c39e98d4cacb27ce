import { whyEntry, whyNotRule } from "../../analysis/why.ts";
import { prepare } from "../../engine/prepare.ts";
import { adviceFor } from "../../load/suggest.ts";
import { ranAway, type Trace } from "../../model/trace.ts";
import { textWhy, textWhyNot } from "../../report/text/why.ts";
import { replay } from "../../replay/replay.ts";
import { CouldNotRun, EXIT } from "../exit.ts";
import { personasNamed } from "../personas.ts";
import { untilOf } from "../story-month.ts";
import { styleFor } from "../terminal.ts";
import { usableRulebook } from "../usable-rulebook.ts";

export interface WhyCommand {
  readonly rulebook: string;
  /** Answers to open questions, `question=answer`. */
  readonly reading?: readonly string[] | undefined;
  readonly until?: string | undefined;
  readonly all?: boolean | undefined;
  readonly color: boolean;
}

/** `demerit why`: the chain from one entry back to its roots. */
export async function whyCommand(persona: string, entry: string, options: WhyCommand): Promise<number> {
  const trace = await traceFor(persona, options);
  const seq = Number(entry.replace(/^#/, ""));
  const last = trace.entries.length - 1;
  if (!/^#?\d{1,4}$/.test(entry) || seq > last)
    throw new CouldNotRun(
      `there is no entry “${entry}” in this trace; its entries are #0 to #${last}, as “demerit replay ${persona}” prints them`,
    );
  process.stdout.write(
    textWhy(trace, whyEntry(trace, seq, options.all === true), styleFor(process.stdout, process.env, options.color)),
  );
  return ranAway(trace) ? EXIT.faulty : EXIT.done;
}

/** `demerit why-not`: each moment at which a rule was consulted and did not match. */
export async function whyNotCommand(persona: string, rule: string, options: WhyCommand): Promise<number> {
  const trace = await traceFor(persona, options);
  const ids = trace.rulebook.rules.map(({ id }) => id);
  if (!ids.includes(rule))
    throw new CouldNotRun(`there is no rule “${rule}” in this rulebook. ${adviceFor(rule, ids)}`);
  process.stdout.write(
    textWhyNot(trace, whyNotRule(trace, rule), styleFor(process.stdout, process.env, options.color)),
  );
  return ranAway(trace) ? EXIT.faulty : EXIT.done;
}

async function traceFor(id: string, { rulebook, reading, until, color }: WhyCommand): Promise<Trace> {
  const [persona] = await personasNamed([id]);
  const month = untilOf(until);
  const usable = await usableRulebook(rulebook, color, reading);
  return replay(await prepare(usable.rulebook, usable.memory), persona!, { until: month });
}
