import type { CausalNode, ShownGraph } from "../../../analysis/graph/graph.ts";
import type { EffectId } from "../../../model/trace.ts";

/** A line has met the same before: for the how-manieth time this is, and where it was met first. */
export interface Again {
  readonly times: number;
  readonly first: EffectId;
}

/** Whether the line of first causes that leads here has met the same before; `null` where it has not. */
export function againOn(id: EffectId, shown: ShownGraph): Again | null {
  const what = whatIs(shown.graph.node(id));
  const met = shown.line(id).filter((each) => whatIs(shown.graph.node(each)) === what);
  return met.length === 1 ? null : { times: met.length, first: met[0]! };
}

/** What two links have in common that are the same thing twice: the list, the class, the rule, the door, or what happens. */
function whatIs({ effect, entry: { happening } }: CausalNode): string {
  if (effect === null) return happening.kind === "life-event" ? happening.event : happening.kind;
  switch (effect.kind) {
    case "enlisted":
    case "delisted":
      return `${effect.kind} ${effect.list}`;
    case "class-moved":
      return `class ${effect.to}`;
    case "denied":
      return `denied ${effect.door}`;
    default:
      return "rule" in effect ? `${effect.kind} ${effect.rule}` : effect.kind;
  }
}
