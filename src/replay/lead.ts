import type { EffectId, LedTo } from "../model/trace.ts";
import type { Lead, Rule } from "../model/rule.ts";
import type { Month } from "../model/story-time.ts";
import type { Life } from "./life.ts";
import type { Due } from "./queue.ts";

/**
 * What a rule leads to goes on the queue. Leads to the same event or door in the same month are one
 * event with all their causes; once it has happened, a further one in that month lapses.
 */
export function lead(life: Life, rule: Rule, then: Lead, because: readonly EffectId[]): void {
  const due = life.month + (then.afterMonths ?? 0);
  const to: LedTo = "event" in then ? { event: then.event } : { attempt: then.attempt, purpose: then.purpose };
  const key = keyOf(to, due);
  const earlier = life.happened.get(key);
  if (earlier !== undefined) {
    life.record({
      kind: "lapsed",
      rule: rule.id,
      to,
      why: "already",
      because: [...new Set([...because, earlier])],
      told: "nothing",
    });
    return;
  }
  const id = life.record({ kind: "led", rule: rule.id, to, due, because, told: rule.told });
  const waiting = life.waiting.get(key);
  if (waiting !== undefined) {
    waiting.because.push(id);
    return;
  }
  const event: Due =
    "event" in to
      ? { kind: "life-event", event: to.event, origin: { kind: "derived" }, because: [id] }
      : { kind: "attempt", door: to.attempt, purpose: to.purpose, origin: { kind: "derived" }, because: [id] };
  life.waiting.set(key, event);
  life.queue.add(due, "following", event);
}

/** Called when an event that was led to is due: it no longer waits, whether it happens or lapses. */
export function stopWaiting(life: Life, to: LedTo): void {
  life.waiting.delete(keyOf(to, life.month));
}

/** Called when an event happens: from now on it has happened this month. */
export function markHappened(life: Life, to: LedTo): void {
  life.happened.set(keyOf(to, life.month), life.here);
}

/** Where it has happened this month, if it has. */
export function happenedAt(life: Life, to: LedTo): EffectId | undefined {
  return life.happened.get(keyOf(to, life.month));
}

function keyOf(to: LedTo, month: Month): string {
  return "event" in to ? `${month} ${to.event}` : `${month} ${to.attempt} ${to.purpose}`;
}
