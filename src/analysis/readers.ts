import type { Told } from "../model/rule.ts";
import type { Effect, Entry } from "../model/trace.ts";
import { eventKind, type LifeEventKind } from "../model/vocabulary/events.ts";
import { type CausalGraph, isDerived } from "./graph/graph.ts";
import { hasLapsed } from "./harms.ts";

/** Whose eyes a trace is read with. `side-by-side` puts what is on file beside what the person was told. */
export const VIEWS = ["auditor", "clerk", "person", "side-by-side"] as const;
export type View = (typeof VIEWS)[number];

/** Those who see less than all. */
export type Reader = "clerk" | "person";

/** How much of a decision each reader learns. */
export type KnownTo = Readonly<Record<Reader, Told>>;

export const KNOWN_TO_NOBODY: KnownTo = { clerk: "nothing", person: "nothing" };

/**
 * A clerk sees what stands on file, and of points what they were entered for; the grounds of a list,
 * a class or a measure are not on that screen. The person knows what they were told.
 */
export function knownTo(effect: Effect): KnownTo {
  switch (effect.kind) {
    case "posting":
      return { clerk: effect.reason === "rule" ? "reason" : "outcome", person: effect.told };
    case "struck":
    case "enlisted":
    case "delisted":
    case "class-moved":
    case "imposed":
    case "lifted":
    case "denied":
    case "permitted":
      return { clerk: "outcome", person: effect.told };
    // A remark is made to whoever audits.
    case "remarked":
    // What is led to is known, if at all, once it happens.
    case "led":
    case "deferred":
    case "rests":
    case "lapsed":
      return KNOWN_TO_NOBODY;
  }
}

/** Decisions that cannot but reach the person: money is asked of them, their trade is gone, or they are spoken to. */
const ARRIVES: readonly LifeEventKind[] = [
  "loan-called-in",
  "bank-sues",
  "arrears-left-open",
  "court-orders-payment",
  "enforcement-opened",
  "court-rejects-correction",
  "policy-ruins-trade",
  "guarantee-called",
  "place-at-risk",
];

/** Not the person's act but somebody's record of one, which may be wrong. */
const RECORDED: readonly LifeEventKind[] = [
  "online-post-judged-slander",
  "online-post-judged-malicious",
  "parents-not-supported",
];

/** Whether what happened was done in some office, and not by the person or to their face. */
export function happensElsewhere(event: LifeEventKind): boolean {
  return RECORDED.includes(event) || (eventKind(event).group === "decision" && !ARRIVES.includes(event));
}

/** Whether a reader knows of what an entry is about, apart from what came of it. */
export function knowsHappening(reader: Reader, entry: Entry, graph: CausalGraph): boolean {
  return reader === "clerk" ? standsOnFile(entry) : wasLived(entry, graph);
}

/** An attempt at the counter, and the conduct that points were entered for. */
function standsOnFile(entry: Entry): boolean {
  const { happening, effects } = entry;
  if (happening.kind === "attempt") return !hasLapsed(entry);
  if (happening.kind === "opening" || happening.kind === "term" || happening.kind === "classification") return true;
  return (
    happening.kind === "life-event" && effects.some((effect) => effect.kind === "posting" && effect.reason === "rule")
  );
}

/** The person's own acts and life; of what offices do, what arrives or what a rule says they were told. */
function wasLived(entry: Entry, graph: CausalGraph): boolean {
  const { happening } = entry;
  if (happening.kind === "opening" || happening.kind === "attempt") return !(isDerived(happening) && hasLapsed(entry));
  if (happening.kind !== "life-event" || (isDerived(happening) && hasLapsed(entry))) return false;
  return !happensElsewhere(happening.event) || graph.leadsTo(entry).some(({ effect }) => effect.told !== "nothing");
}
