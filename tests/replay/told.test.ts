import { expect, test } from "vitest";
import { type Rule, TOLD, type Told } from "../../src/model/rule.ts";
import type { EventName } from "../../src/model/vocabulary/events.ts";
import { aPersona, aRule, aRulebook, at, effectsOf, fact, live, on } from "../support/builders.ts";

const DECIDED = ["posted", "class-moved", "listed", "delisted", "measure-imposed", "measure-lifted"] as const;

/** Leads to another event for each degree of telling that it meets. */
const ASKING = DECIDED.flatMap((event) =>
  TOLD.map((told) =>
    aRule({
      id: `toy/${event}-${told}`,
      when: at(event, fact("told", "equal", told)),
      then: { kind: "lead", event: "visit-missed", afterMonths: 1 },
    }),
  ),
);

function deciding(told: Told): Rule[] {
  return [
    aRule({ id: "toy/posts", when: at("red-light"), then: { kind: "post", points: -20 }, told }),
    aRule({ id: "toy/lists", when: at("red-light"), then: { kind: "enlist", list: "court-defaulters" }, told }),
    aRule({ id: "toy/frees", when: at("debt-paid"), then: { kind: "delist", list: "court-defaulters" }, told }),
    aRule({
      id: "toy/planes",
      when: fact("lists", "contains", "court-defaulters"),
      then: { kind: "measure", closes: ["air-travel"] },
      told,
    }),
  ];
}

test.each(TOLD)("a rule can ask whether the person knows what was decided: %s", async (told) => {
  const person = aPersona([on("Y1-02", "red-light"), on("Y1-05", "debt-paid")]);
  const trace = await live(aRulebook([...deciding(told), ...ASKING]), person);
  const met = effectsOf(trace, "led").map(({ rule }) => rule);
  // Of a class that moves by itself nobody is told.
  expect(met.sort()).toEqual(
    DECIDED.map((event) => `toy/${event}-${event === "class-moved" ? "nothing" : told}`).sort(),
  );
});

test("of a term that ends by itself nobody is told; where nothing was decided, there is nothing to be told of", async () => {
  const ask = (event: EventName, told: Told | null): Rule =>
    aRule({
      id: `toy/${event}-${told ?? "none"}`,
      when: at(event, fact("told", "equal", told), fact("monthsSince:red-light", "notEqual", null)),
      then: { kind: "remark", says: "asked" },
      told: "nothing",
    });
  const listing: Rule = {
    ...deciding("reason")[1]!,
    then: { kind: "enlist", list: "court-defaulters", termMonths: 2 },
  };
  const rules = [listing, ask("delisted", "nothing"), ask("delisted", "reason"), ask("debt-paid", null)];
  const trace = await live(aRulebook(rules), aPersona([on("Y1-02", "red-light"), on("Y1-09", "debt-paid")]));
  expect(effectsOf(trace, "remarked").map(({ rule }) => rule)).toEqual(["toy/delisted-nothing", "toy/debt-paid-none"]);
});
