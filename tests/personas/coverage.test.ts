import { expect, test } from "vitest";
import { ruleUsers } from "../../src/analysis/rule-users.ts";
import type { RuleId } from "../../src/model/rule.ts";
import { printMonth } from "../../src/model/story-time.ts";
import { said } from "../cli/run.ts";
import { composite, shippedPersona, shippedPersonas } from "../support/shipped.ts";
import { lived } from "./lives.ts";

const RULES = composite().rules.map(({ id }) => id);

/** Rules that no persona triggers, each with the test that does. */
const ELSEWHERE: Readonly<Record<RuleId, string>> = {
  "court/no-term-to-lengthen": "tests/rules/truth-tables.test.ts",
  "court/finding-without-means": "tests/rules/truth-tables.test.ts",
  "court/limit-without-order": "tests/rules/truth-tables.test.ts",
  "court/six-months-bar": "tests/rules/truth-tables.test.ts",
  "court/employer-of-officials": "tests/rules/truth-tables.test.ts",
  "court/permission-answered": "tests/rules/truth-tables.test.ts",
  "court/permission-train": "tests/rules/truth-tables.test.ts",
  "court/permission-plane": "tests/rules/truth-tables.test.ts",
  "court/creditor-listing-ends": "tests/rules/truth-tables.test.ts",
  "court/early-deletion": "tests/rules/truth-tables.test.ts",
  "court/mistake-limit-ends": "tests/rules/truth-tables.test.ts",
  "everyday/dear-instalment": "tests/rules/truth-tables.test.ts",
};

test("every rule of the composite is triggered by some persona, but for those that a test triggers", () => {
  const users = ruleUsers(shippedPersonas().map(lived));
  expect([...users.keys()]).toEqual(RULES);
  expect(RULES.filter((rule) => users.get(rule)!.length === 0)).toEqual(Object.keys(ELSEWHERE));
});

test("a rule's users are those in whose trace it matched, in the order of the traces", () => {
  const [one, petitioner] = ["one-entry", "petitioner"].map((id) => lived(shippedPersona(id)));
  expect(ruleUsers([petitioner!, one!]).get("suining/class-a-priority")).toEqual(["petitioner", "one-entry"]);
  expect(ruleUsers([one!, petitioner!]).get("suining/petition-judged-disruptive")).toEqual(["petitioner"]);
  expect(ruleUsers([one!]).get("suining/petition-judged-disruptive")).toEqual([]);
  expect(ruleUsers([])).toEqual(new Map());
});

test("a rule that matched in a quiet moment was triggered too", () => {
  const trace = lived(shippedPersona("one-entry"));
  const silent = {
    ...trace,
    entries: [],
    quiet: [
      {
        month: 1,
        after: 0,
        event: "posted" as const,
        subject: {},
        findings: [
          { rule: "suining/publication", matched: true, met: [] },
          { rule: "suining/bravery", matched: false, met: [] },
        ],
      },
    ],
  };
  const users = ruleUsers([silent]);
  expect(users.get("suining/publication"), printMonth(1)).toEqual(["one-entry"]);
  expect(users.get("suining/bravery")).toEqual([]);
});

test("“list rules” says by whom each rule is triggered, in words and as JSON", async () => {
  const items = JSON.parse((await said(["list", "rules", "--format", "json"])).stdout) as {
    id: string;
    triggeredBy: string[];
  }[];
  const users = ruleUsers(shippedPersonas().map(lived));
  expect(Object.fromEntries(items.map(({ id, triggeredBy }) => [id, triggeredBy]))).toEqual(Object.fromEntries(users));
  const text = (await said(["list", "rules"])).stdout;
  expect(text).toContain("triggered by winning-back");
  expect(text).toContain("triggered by all");
  expect((await said(["list", "rules", "--rulebook", "suining-2010"])).stdout).toContain("triggered by");
});
