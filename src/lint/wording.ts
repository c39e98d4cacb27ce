import type { FactValue } from "../model/facts.ts";
import type { FactName } from "../model/condition.ts";
import type { PreparedRule } from "../model/verdict.ts";
import type { Case } from "./cases.ts";
import type { Span } from "./world.ts";

/** `a, b and c`. */
export function listed(items: readonly string[], last = "and"): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${last} ${items.at(-1)}`;
}

/** The facts of a case that the rules read, as they stand in a rule: `at red-light with priorCount 2`. */
export function caseSays(facts: Case, rules: readonly PreparedRule[], but: readonly FactName[] = []): string {
  const read = [...new Set(rules.flatMap(({ leaves }) => leaves.map(({ fact }) => fact)))];
  const others = read
    .filter((fact) => fact !== "event" && !but.includes(fact))
    .map((fact) => `${fact} ${valueSays(facts[fact])}`);
  return [
    ...(read.includes("event") ? [`at ${String(facts.event)}`] : []),
    ...(others.length > 0 ? [`with ${listed(others)}`] : []),
  ].join(" ");
}

function valueSays(value: FactValue): string {
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.join(" + ");
  return value === "" ? "any other" : String(value);
}

/** `1`, `1 to 3`, `up to 3`, `from 4`. */
export function spanSays({ from, to }: Span): string {
  if (from === to) return String(from);
  if (!Number.isFinite(from)) return `up to ${to}`;
  return Number.isFinite(to) ? `${from} to ${to}` : `from ${from}`;
}
