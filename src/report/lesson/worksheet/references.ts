import { graphOf } from "../../../analysis/graph/graph.ts";
import type { RuleId } from "../../../model/rule.ts";
import type { Rulebook } from "../../../model/rulebook.ts";
import type { Entry, Trace } from "../../../model/trace.ts";
import type { Row } from "../../outline.ts";

/** A rule as a row speaks of it: what it did there. */
export interface Reference {
  readonly rule: RuleId;
  readonly row: number;
}

/** Every rule that a row names, in the order of the rows; a folded row names none. */
export function referencesIn(rows: readonly Row[], trace: Trace): Reference[] {
  return rows.flatMap((row, at) =>
    row.asIn !== null || row.entries.length !== 1
      ? []
      : rulesAt(row.entries[0]!, trace).map((rule) => ({ rule, row: at })),
  );
}

/** The rules that led to an entry, and those that did something at it. */
function rulesAt(entry: Entry, trace: Trace): RuleId[] {
  const leads = graphOf(trace).leadsTo(entry);
  return [...leads.map(({ effect }) => effect.rule), ...entry.effects.flatMap(rulesOf)];
}

function rulesOf(effect: Entry["effects"][number]): readonly RuleId[] {
  switch (effect.kind) {
    case "posting":
      return effect.reason === "rule" ? [effect.rule] : [];
    case "enlisted":
    case "delisted":
      return effect.list === "published-entries" || effect.rule === null ? [] : [effect.rule];
    case "struck":
      return [effect.rule];
    case "denied":
      return effect.measures;
    case "permitted":
      return [effect.rule, ...effect.measures];
    case "class-moved":
    case "imposed":
    case "lifted":
    case "rests":
    case "led":
    case "remarked":
    case "deferred":
    case "lapsed":
      return [];
  }
}

/** The rules named, in rulebook order: what the sheet explains. */
export function boxOf(references: readonly Reference[], { rules }: Rulebook): RuleId[] {
  const named = new Set(references.map(({ rule }) => rule));
  return rules.flatMap(({ id }) => (named.has(id) ? [id] : []));
}
