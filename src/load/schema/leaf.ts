import { OPERATORS } from "../../model/condition.ts";
import { factNamed, FACTS } from "../../model/facts.ts";
import type { Fault } from "../fault.ts";
import type { Path } from "../place.ts";
import { adviceFor } from "../suggest.ts";
import { constantFaults } from "./constant.ts";
import { holds, operatorsFor } from "./fitting.ts";
import { quote } from "./quote.ts";

const FACT_NAMES = FACTS.map((fact) => fact.name);

/** What is wrong with one comparison, whose three keys are there. At most one fault for each key. */
export function leafFaults(leaf: { fact: unknown; operator: unknown; value: unknown }, path: Path): Fault[] {
  const fact = typeof leaf.fact === "string" ? factNamed(leaf.fact) : undefined;
  const known = OPERATORS.find((operator) => operator === leaf.operator);
  const faults: Fault[] = [];
  if (fact === undefined) {
    faults.push({
      code: "rule/unknown-fact",
      path: [...path, "fact"],
      message: `There is no fact ${quote(leaf.fact)}; a rule can read only what the replay keeps.`,
      advice: adviceFor(leaf.fact, FACT_NAMES),
    });
  }
  if (known === undefined) {
    faults.push({
      code: "rule/unknown-operator",
      path: [...path, "operator"],
      message: `There is no operator ${quote(leaf.operator)}.`,
      advice: adviceFor(leaf.operator, fact === undefined ? OPERATORS : operatorsFor(fact.type)),
    });
  }
  if (fact === undefined || known === undefined) return faults;

  const fitting = operatorsFor(fact.type);
  if (!fitting.includes(known)) {
    return [
      {
        code: "rule/operator-does-not-fit",
        path: [...path, "operator"],
        message: `“${known}” does not fit “${fact.name}”, which holds ${holds(fact.type)}: the comparison would never mean what it says.`,
        advice: `Use one of: ${fitting.join(", ")}.`,
      },
    ];
  }
  return constantFaults(fact, known, leaf.value, [...path, "value"]);
}
