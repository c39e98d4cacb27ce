import { isDerived, type Link } from "../../../analysis/causes.ts";
import { knowsHappening } from "../../../analysis/readers.ts";
import type { Measure, Told } from "../../../model/rule.ts";
import { ruleNamed } from "../../../model/rulebook.ts";
import type { EffectId, Trace } from "../../../model/trace.ts";
import { eventKind } from "../../../model/vocabulary/events.ts";
import { type Again, againOn } from "./again.ts";
import type { GraphNode } from "./graph.ts";
import type { Upstream } from "./upstream.ts";
import { boxSays, gapSays, severalSays, severalUnder, underSays } from "./wording.ts";

/** What stands on the way from an act to a loss, in the order in which it commonly does. */
export const SHAPES = ["act", "points", "class", "list", "restriction", "priority", "refusal", "loss", "gap"] as const;
export type Shape = (typeof SHAPES)[number];

/** A node with what stands in it. */
export interface Box extends GraphNode {
  readonly shape: Shape;
  readonly says: string;
  readonly under: string;
  /** The title of the rule that made it, whole; `null` where none did. */
  readonly rule: string | null;
  readonly again: Again | null;
  /** In the story; else the system itself led to it. */
  readonly given: boolean;
  /** `null` for what is the person's own life. */
  readonly told: Told | null;
  readonly seq: number;
  readonly month: number;
}

export function boxOf(node: GraphNode, upstream: Upstream): Box {
  const { causes } = upstream;
  const { trace } = causes;
  const [id] = node.ids as readonly [EffectId, ...EffectId[]];
  const link = causes.link(id);
  const place = { seq: link.entry.seq, month: link.entry.month };
  if (node.kind === "gap")
    return {
      ...node,
      ...place,
      shape: "gap",
      says: gapSays(node.ids),
      under: "",
      rule: null,
      again: null,
      given: false,
      told: null,
    };
  const shape = shapeOf(link, trace);
  const told = toldAt(id, upstream);
  if (node.kind === "several") {
    const links = node.ids.map((each) => causes.link(each));
    return {
      ...node,
      ...place,
      shape,
      says: severalSays(links),
      under: severalUnder(links, trace),
      rule: null,
      again: null,
      given: link.effect === null && links.every(({ entry }) => !isDerived(entry.happening)),
      told,
    };
  }
  const rule = ruleBehind(id, upstream);
  const again = againOn(id, upstream);
  // Who reads that it is the same again finds the title of the rule there.
  const saidBefore = again !== null && ruleBehind(again.first, upstream) === rule;
  return {
    ...node,
    ...place,
    shape,
    says: boxSays(link, trace),
    under: underSays(link, saidBefore ? null : rule),
    rule,
    again,
    given: link.effect === null && !isDerived(link.entry.happening),
    told,
  };
}

function shapeOf({ effect, entry: { happening } }: Link, { rulebook }: Trace): Shape {
  switch (effect?.kind) {
    case "posting":
    case "struck":
      return "points";
    case "class-moved":
      return "class";
    case "enlisted":
    case "delisted":
      return "list";
    case "imposed":
      return isPriority(ruleNamed(rulebook, effect.rule).then as Measure) ? "priority" : "restriction";
    case "denied":
      return "refusal";
    default:
      return happening.kind === "life-event" && isDerived(happening) && eventKind(happening.event).group === "loss"
        ? "loss"
        : "act";
  }
}

function isPriority({ closes = [], scrutinises = [], prefers = [] }: Measure): boolean {
  return closes.length + scrutinises.length === 0 && prefers.length > 0;
}

/** The title of the rule that decided an effect, or that led to a happening. */
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
