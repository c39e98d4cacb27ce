import { describe, expect, test } from "vitest";
import type { Rule, Then } from "../../src/model/rule.ts";
import { evidenceSays } from "../../src/report/rule-evidence.ts";
import { thenSays } from "../../src/report/then-wording.ts";
import { aRule, at } from "../support/builders.ts";

describe("what a rule does", () => {
  test.each<[Then, string]>([
    [{ kind: "post", points: -50 }, "−50 points"],
    [{ kind: "post", points: 10, expiresAfterMonths: 12, afterMonths: 1 }, "+10 points for 12 months, after 1 month"],
    [{ kind: "strike", of: "red-light" }, "takes back what is on file for a red light run"],
    [{ kind: "enlist", list: "court-defaulters" }, "puts on the court's defaulter list (失信被执行人), with no end"],
    [
      { kind: "enlist", list: "published-entries", termMonths: 1, afterMonths: 2 },
      "puts on the published entries for 1 month, after 2 months",
    ],
    [
      { kind: "enlist", list: "published-entries", termMonths: "unknown" },
      "puts on the published entries, for a term that is not known",
    ],
    [{ kind: "delist", list: "published-entries", afterMonths: 3 }, "takes off the published entries, after 3 months"],
    [
      { kind: "measure", closes: ["air-travel"], scrutinises: ["promotion"], prefers: ["school-entry"] },
      "shuts plane; stricter checks for promotion; puts first for public school place",
    ],
    [{ kind: "lead", event: "shift-missed" }, "leads to a block of shifts missed"],
    [
      { kind: "lead", attempt: "air-travel", purpose: "family", afterMonths: 1 },
      "leads to an attempt: a seat on a plane, for the family, after 1 month",
    ],
  ])("%j", (then, says) => expect(thenSays(then)).toBe(says));
});

describe("what an amended rule was", () => {
  const was = {
    ...aRule({ id: "toy/rule", when: at("red-light"), then: { kind: "post", points: -20 }, evidence: "reported" }),
    title: "As it was",
  };
  test.each<[Partial<Rule>, string]>([
    [{ caution: "Look twice." }, "reported (amended in its remarks only)"],
    [{ evidence: "invented" }, "invented (was reported)"],
    [{ when: at("charity") }, "reported (was on other conditions: reported)"],
    [{ title: "Otherwise" }, "reported (was called “As it was”: reported)"],
    [{ then: { kind: "lead", event: "shift-missed" } }, "reported (was −20 points: reported)"],
    [{ then: { kind: "post", points: -5, expiresAfterMonths: 3 } }, "reported (was −20, with no return: reported)"],
  ])("%j", (edit, says) => expect(evidenceSays({ ...was, ...edit, amended: { by: ["mine"], was } })).toBe(says));
});
