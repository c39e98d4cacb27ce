import { type Evidence } from "../model/evidence.ts";
import type { Rulebook } from "../model/rulebook.ts";
import type { Trace } from "../model/trace.ts";
import type { Prepared } from "../model/verdict.ts";
import { replay } from "../replay/replay.ts";
import { type Sums, sumsOf } from "./ledger.ts";

/** What it comes to under some packs of a composite. */
export interface PartLived extends Sums {
  /** Ids of the packs, in the order of the rulebook. */
  readonly packs: readonly string[];
}

/** A composite taken apart: what each pack does alone, what all but one do, and, last, all together. */
export interface Parts {
  readonly lived: readonly PartLived[];
  /** Packs without which no loss comes, though some come with them; with the levels of what they lead to. */
  readonly lossNeeds: readonly { readonly pack: string; readonly leads: readonly Evidence[] }[];
}

/**
 * Replays the life under parts of its rulebook; `null` where that is no composite. How points are kept stays
 * as it is, so that a rule may ask for a class which then never changes; what an overlay has added stays too.
 * `prepare` is the engine.
 */
export async function partsOf(trace: Trace, prepare: (rulebook: Rulebook) => Promise<Prepared>): Promise<Parts | null> {
  const { rulebook } = trace;
  const packs = rulebook.packs
    .filter(({ id, rests }) => rests === undefined && rulebook.rules.some(({ pack }) => pack === id))
    .map(({ id }) => id);
  if (packs.length < 2) return null;
  const alone = packs.map((pack) => [pack]);
  const butOne = packs.length === 2 ? [] : packs.map((pack) => packs.filter((each) => each !== pack)).reverse();
  const lived: PartLived[] = [];
  for (const kept of [...alone, ...butOne]) {
    const rules = rulebook.rules.filter(({ pack }) => kept.includes(pack) || !packs.includes(pack));
    const life = replay(await prepare({ ...rulebook, rules }), trace.persona, { until: trace.until, findings: false });
    lived.push({ packs: kept, ...sumsOf(life) });
  }
  const whole = { packs, ...sumsOf(trace) };
  lived.push(whole);
  const lossNeeds = packs
    .filter((pack) => whole.losses > 0 && lived.every((part) => part.losses === 0 || part.packs.includes(pack)))
    .map((pack) => ({ pack, leads: leadLevels(rulebook, pack) }));
  return { lived, lossNeeds };
}

function leadLevels({ rules }: Rulebook, pack: string): Evidence[] {
  return [
    ...new Set(rules.filter((rule) => rule.pack === pack && rule.then.kind === "lead").map(({ evidence }) => evidence)),
  ];
}
