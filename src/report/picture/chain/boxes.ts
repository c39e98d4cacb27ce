import { isDerived } from "../../../analysis/causes.ts";
import { knowsHappening } from "../../../analysis/readers.ts";
import type { Told } from "../../../model/rule.ts";
import { ruleNamed } from "../../../model/rulebook.ts";
import type { EffectId, Trace } from "../../../model/trace.ts";
import { eventKind } from "../../../model/vocabulary/events.ts";
import type { GraphNode } from "./graph.ts";
import type { Upstream } from "./upstream.ts";
import { boxSays, gapSays, severalSays, severalUnder, underSays } from "./wording.ts";

/** A node with what stands in it. */
export interface Box extends GraphNode {
  readonly shape: "act" | "decision" | "refusal" | "loss" | "gap";
  readonly says: string;
  readonly under: string;
  /** The title of the rule that made it, whole; `null` where none did. */
  readonly rule: string | null;
  /** In the fixture; else the system itself led to it. */
  readonly given: boolean;
  /** `null` for what is the person's own life. */
  readonly told: Told | null;
  readonly seq: number;
  readonly month: number;
}

export function boxOf(node: GraphNode, upstream: Upstream): Box {
  const { causes } = upstream;
  const { trace } = causes;
  const link = causes.link(node.ids[0]!);
  const place = { seq: link.entry.seq, month: link.entry.month };
  const toldOf = (id: EffectId): Told | null => toldAt(id, upstream);
  if (node.kind === "gap")
    return {
      ...node,
      ...place,
      shape: "gap",
      says: gapSays(node.ids),
      under: "",
      rule: null,
      given: false,
      told: null,
    };
  if (node.kind === "several") {
    const links = node.ids.map((id) => causes.link(id));
    return {
      ...node,
      ...place,
      shape: link.effect === null ? "act" : "decision",
      says: severalSays(links),
      under: severalUnder(links, trace),
      rule: null,
      given: link.effect === null && links.every(({ entry }) => !isDerived(entry.happening)),
      told: toldOf(node.ids[0]!),
    };
  }
  const rule = ruleBehind(node.ids[0]!, upstream);
  return {
    ...node,
    ...place,
    shape: shapeOf(link.effect?.kind ?? null, trace, link.entry.seq),
    says: boxSays(link, trace),
    under: underSays(link, rule),
    rule,
    given: link.effect === null && !isDerived(link.entry.happening),
    told: toldOf(node.ids[0]!),
  };
}

function shapeOf(kind: string | null, { entries }: Trace, seq: number): Box["shape"] {
  if (kind === "denied") return "refusal";
  if (kind !== null) return "decision";
  const { happening } = entries[seq]!;
  return happening.kind === "life-event" && isDerived(happening) && eventKind(happening.event).group === "loss"
    ? "loss"
    : "act";
}

/** The rule that decided an effect, or that led to a happening. */
function ruleBehind(id: EffectId, { causes }: Upstream): string | null {
  const { effect, because } = causes.link(id);
  const lead = effect ?? (because[0] === undefined ? null : causes.link(because[0]).effect);
  if (lead === null || !("rule" in lead) || lead.rule === null) return null;
  return ruleNamed(causes.trace.rulebook, lead.rule).title;
}

/** Of a decision what the person was told of it; of what was led to, whether they lived it, and were given the reason. */
function toldAt(id: EffectId, { causes }: Upstream): Told | null {
  const { effect, entry, because } = causes.link(id);
  if (effect !== null) return effect.told;
  const known = knowsHappening("person", entry, causes);
  if (!isDerived(entry.happening)) return known ? null : "nothing";
  const leads = because.map((cause) => causes.link(cause).effect);
  if (leads.some((lead) => lead?.told === "reason")) return "reason";
  return known ? "outcome" : "nothing";
}
