import { type CausalGraph, type CausalNode, isDerived, type ShownGraph } from "../../../analysis/graph/graph.ts";
import { knowsHappening } from "../../../analysis/readers.ts";
import type { Measure, Told } from "../../../model/rule.ts";
import { ruleNamed } from "../../../model/rulebook.ts";
import type { EffectId, Trace } from "../../../model/trace.ts";
import { eventKind } from "../../../model/vocabulary/events.ts";
import { type Again, againOn } from "./again.ts";
import type { GraphNode } from "./graph.ts";
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

export function boxOf(node: GraphNode, shown: ShownGraph): Box {
  const { graph } = shown;
  const { trace } = graph;
  const [id] = node.ids as readonly [EffectId, ...EffectId[]];
  const link = graph.node(id);
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
  const told = toldAt(link, graph);
  if (node.kind === "several") {
    const links = graph.nodes(node.ids);
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
  const rule = ruleBehind(link, graph);
  const again = againOn(id, shown);
  // Who reads that it is the same again finds the title of the rule there.
  const saidBefore = again !== null && ruleBehind(graph.node(again.first), graph) === rule;
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

function shapeOf({ effect, entry: { happening } }: CausalNode, { rulebook }: Trace): Shape {
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
function ruleBehind(node: CausalNode, graph: CausalGraph): string | null {
  const lead = node.effect ?? graph.first(node)?.effect ?? null;
  if (lead === null || !("rule" in lead) || lead.rule === null) return null;
  return ruleNamed(graph.trace.rulebook, lead.rule).title;
}

/** Of a decision what the person was told of it; of what was led to, whether they lived it, and were given the reason. */
function toldAt({ effect, entry }: CausalNode, graph: CausalGraph): Told | null {
  if (effect !== null) return effect.told;
  const known = knowsHappening("person", entry, graph);
  if (!isDerived(entry.happening)) return known ? null : "nothing";
  if (graph.leadsTo(entry).some((lead) => lead.effect.told === "reason")) return "reason";
  return known ? "outcome" : "nothing";
}
