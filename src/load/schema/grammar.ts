import * as z from "zod";
import type { Condition } from "../../model/condition.ts";
import { FACTS, type FactType } from "../../model/facts.ts";
import { COMPARED } from "../../model/ranges.ts";
import { conditionFaults } from "./condition.ts";
import { operatorsFor } from "./fitting.ts";

const part: z.ZodType<Condition> = z.lazy(() => grammar);

/**
 * The grammar as an editor is told it, so that it completes facts, their operators and their values.
 * Not used for checking: zod says of a faulty union only that no member fits, where
 * `conditionFaults` says what is wrong.
 */
export const grammar: z.ZodType<Condition> = z
  .union([
    ...comparisons(),
    z.strictObject({ all: z.array(part).min(1).describe("Every one of these holds.") }),
    z.strictObject({ any: z.array(part).min(1).describe("At least one of these holds.") }),
    z.strictObject({ not: part.describe("This does not hold.") }),
  ])
  .meta({
    id: "condition",
    description: "A comparison, or several joined by all, any or not.",
  }) as z.ZodType<Condition>;

/** One comparison for all facts of the same type. */
function comparisons(): z.ZodType[] {
  const alike = new Map<string, { type: FactType; facts: { name: string; says: string }[] }>();
  for (const { name, type, says } of FACTS) {
    const key = JSON.stringify(type);
    const group = alike.get(key) ?? { type, facts: [] };
    group.facts.push({ name, says });
    alike.set(key, group);
  }
  return [...alike.values()].map(({ type, facts }) =>
    z.strictObject({
      fact: z.enum(facts.map(({ name }) => name)).describe(facts.length === 1 ? facts[0]!.says : "What is compared."),
      operator: z.enum(operatorsFor(type)),
      value: constant(type),
    }),
  );
}

function constant(type: FactType): z.ZodType {
  switch (type.type) {
    case "flag":
      return z.boolean();
    case "integer": {
      const whole = z.int().min(COMPARED[type.unit].least).max(COMPARED[type.unit].most);
      return type.nullable ? whole.nullable() : whole;
    }
    case "choice": {
      const word = typeof type.values === "string" ? z.string() : z.enum(type.values);
      const one = type.nullable ? word.nullable() : word;
      return z.union([one, z.array(word).min(1)]).describe("One word; an array of them with in and notIn.");
    }
    case "set":
      return typeof type.values === "string" ? z.string() : z.enum(type.values);
  }
}

/** A condition as it is checked. A fault travels in the issue's `params`. */
export const condition = z
  .custom<Condition>(() => true)
  .superRefine((value, context) => {
    for (const fault of conditionFaults(value, []).slice(0, 100)) {
      context.addIssue({ code: "custom", path: [...fault.path], message: fault.message, params: { fault } });
    }
  });
