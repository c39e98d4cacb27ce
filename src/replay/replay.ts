import { NOTICE } from "../model/notice.ts";
import type { Persona } from "../model/persona.ts";
import type { RuleId } from "../model/rule.ts";
import { HORIZON, type Month } from "../model/story-time.ts";
import { type Happening, type Trace, TRACE_VERSION } from "../model/trace.ts";
import type { Prepared } from "../model/verdict.ts";
import type { Beside } from "./beside.ts";
import { happen } from "./happen.ts";
import { Life } from "./life.ts";
import type { Due } from "./queue.ts";
import { cycleOf, MOST_ENTRIES } from "./runaway.ts";
import { settleMeasures } from "./standing-rules.ts";

export interface ReplayOptions {
  /** The last month to replay, 0 to 119; the horizon of ten story years where absent. */
  readonly until?: Month;
  /** Whether to keep what each consulted rule answered; `true` where absent. Without them nothing else changes. */
  readonly findings?: boolean;
  /** Filled with every rule that matched, in the order in which each first did. */
  readonly matched?: Set<RuleId>;
  /** Other wordings to be asked beside the rules. Nothing of what happens changes; moments may be noticed at which nothing does. */
  readonly beside?: Beside | null;
}

/**
 * Folds an invented life through a prepared rulebook. Pure: no clock, no chance, no files; the same
 * rulebook and persona give the same trace everywhere.
 */
export function replay(
  prepared: Prepared,
  persona: Persona,
  { until = HORIZON, findings = true, matched = new Set(), beside = null }: ReplayOptions = {},
): Trace {
  const life = new Life(prepared, persona, until, findings, matched, beside);
  const opening = life.standing();
  settleMeasures(life);
  enter(life, { kind: "opening", because: [] });
  queueFixture(life, until);
  let reached = until;
  for (let next = life.queue.next(); next !== undefined; next = life.queue.next()) {
    if (life.seq - life.remarks > MOST_ENTRIES) {
      runAway(life);
      // Beyond this month nothing was replayed, and nothing may be counted.
      reached = life.month;
      break;
    }
    beside?.moment();
    life.month = next.month;
    life.conduct = null;
    take(life, next.due);
  }
  const { entries, quiet } = life;
  return {
    traceVersion: TRACE_VERSION,
    notice: NOTICE,
    rulebook: prepared.rulebook,
    persona,
    until: reached,
    opening,
    entries,
    quiet,
  };
}

function take(life: Life, due: Due): void {
  const happening = happen(life, due);
  if (happening === null) {
    life.findings = [];
    life.effects = [];
  } else if (life.effects.length === 0 && happening.kind === "internal") {
    const { findings, month } = life;
    if (findings.length > 0)
      life.quiet.push({ month, after: life.seq - 1, event: happening.event, subject: happening.subject, findings });
    life.findings = [];
  } else {
    if (happening.kind === "internal" && life.effects.every(({ kind }) => kind === "remarked")) life.remarks++;
    enter(life, happening);
  }
}

function enter(life: Life, happening: Happening): void {
  const { seq, month, findings, effects } = life;
  life.entries.push({ seq, month, happening, findings, effects, after: life.standing() });
  life.findings = [];
  life.effects = [];
}

function queueFixture(life: Life, until: Month): void {
  life.persona.timeline.forEach((line, at) => {
    const origin = { kind: "exogenous", line: at + 1, occasionedBy: line.occasionedBy ?? null } as const;
    const due: Due =
      "event" in line
        ? { kind: "life-event", event: line.event, origin, because: [] }
        : { kind: "attempt", door: line.attempt, purpose: line.purpose, origin, because: [] };
    life.queue.add(line.month, "fixture", due);
  });
  if (life.scoring?.assigned === "yearly") {
    for (let month = 12; month <= until; month += 12)
      life.queue.add(month, "classification", { kind: "classification", because: [] });
  }
}

function runAway(life: Life): void {
  life.findings = [];
  life.effects = [];
  enter(life, { kind: "runaway", cycle: cycleOf(life.entries), because: [] });
}
