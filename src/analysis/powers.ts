import type { Parsed } from "../model/problem.ts";
import type { Power, Rulebook } from "../model/rulebook.ts";
import type { Trace } from "../model/trace.ts";
import type { Prepared } from "../model/verdict.ts";
import { replay } from "../replay/replay.ts";
import { type Sums, sumsOf } from "./ledger.ts";

/** What a life comes to where somebody uses a power that a text gives them. */
export interface PowerUsed extends Sums {
  readonly question: string;
  /** The label of the answer under which it is used. */
  readonly answer: string;
  readonly power: Power;
}

/** Who could have stopped it: each power used alone, where that changes anything in the life. */
export interface Powers {
  readonly now: Sums;
  readonly used: readonly PowerUsed[];
}

/**
 * Replays the life under each other answer to a question about a power, one at a time; answers under
 * which it goes on as before are left out. `read` is the rulebook under other answers: a question that
 * was answered otherwise already cannot be asked again. `prepare` is the engine.
 */
export async function powersOf(
  trace: Trace,
  read: (answers: Readonly<Record<string, string>>) => Parsed<Rulebook>,
  prepare: (rulebook: Rulebook) => Promise<Prepared>,
): Promise<Powers> {
  const { rulebook, persona, until } = trace;
  const lived = livedSays(trace);
  const used: PowerUsed[] = [];
  for (const [question, { answers, default: here, power }] of Object.entries(rulebook.questions)) {
    if (power === undefined) continue;
    for (const answer of Object.keys(answers)) {
      const other = answer === here ? null : read({ [question]: answer });
      if (other === null || !other.ok) continue;
      const life = replay(await prepare(other.value), persona, { until, findings: false });
      if (livedSays(life) !== lived) used.push({ question, answer, power, ...sumsOf(life) });
    }
  }
  return { now: sumsOf(trace), used };
}

/** All that happens and changes, without what was consulted, so that two lives can be compared. */
function livedSays({ entries }: Trace): string {
  return JSON.stringify(entries.map(({ happening, month, effects, after }) => [month, happening, effects, after]));
}
