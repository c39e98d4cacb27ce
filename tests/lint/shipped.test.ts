import { expect, test } from "vitest";
import type { Rulebook } from "../../src/model/rulebook.ts";
import { composite, stacked } from "../support/shipped.ts";
import { problemsOf } from "./remarks.ts";

/** Code, and the message; circles by their first rule only. */
async function remarks(rulebook: Rulebook): Promise<string[]> {
  return (await problemsOf(rulebook)).map(({ severity, code, message }) =>
    code === "lint/feeds-itself" ? `${severity} ${code} ${message.split(" → ")[0]}` : `${severity} ${code} ${message}`,
  );
}

const OPEN = "note lint/doors-nobody-closes Rules speak of";

test("each shipped pack and stack, with every remark that is meant to be there", async () => {
  expect(await remarks(stacked("court-defaulters-2017"))).toEqual([]);
  expect(await remarks(stacked("suining-2010"))).toEqual([expect.stringContaining(`${OPEN} 10 doors`)]);
  expect(await remarks(stacked("suining-2010", "court-defaulters-2017"))).toEqual([
    // The court's list shuts public posts as well.
    expect.stringContaining(`${OPEN} 9 doors`),
  ]);
  expect(await remarks(composite())).toEqual([
    `${OPEN} 10 doors that no measure here closes: party-admission, promotion, army-service, minimum-income, low-cost-housing, procurement, skills-training, school-entry, employment and university-place. Nobody is ever refused there.`,
    "note lint/feeds-itself suining/loan-default",
    "note lint/feeds-itself court/ground-limit-broken",
    "note lint/feeds-itself court/ground-settlement-broken",
    "note lint/feeds-itself everyday/shift-missed",
  ]);
});

test("consequences without the rules that have them", async () => {
  expect(await remarks(stacked("everyday-consequences"))).toEqual([
    "note lint/never-matches This rulebook keeps no score, so these rules can never match: everyday/asked-in-class-d, everyday/employer-reads and everyday/friends-withdraw.",
    "note lint/never-matches Nothing here puts anybody on spending-limits or court-defaulters, so these rules can never match: everyday/night-in-hotel, everyday/court-finds-limit-broken, everyday/lost-to-the-limit, everyday/correction-refused, everyday/limit-until-paid and everyday/partners-withdraw.",
    "note lint/never-matches No measure here closes high-speed-rail, air-travel, subsidised-loan, social-aid, minimum-income, business-licence or political-vetting, so these rules can never match: everyday/shift-missed, everyday/slow-train-open, everyday/ride-for-work, everyday/visit-missed, everyday/dear-loan, everyday/aid-forgone, everyday/trade-closed, everyday/order-lost and everyday/vetting-ends-job.",
    `${OPEN} a door that no measure here closes: university-place. Nobody is ever refused there.`,
  ]);
});
