import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseOverlay } from "../../../src/load/overlay.ts";
import type { SourceHeading } from "../../../src/model/rulebook.ts";
import { BACKGROUND } from "../../../src/report/lesson/facts/background.ts";
import { MYTHS } from "../../../src/report/lesson/facts/myths.ts";
import { PLANS } from "../../../src/report/lesson/facts/plans.ts";
import { READING } from "../../../src/report/lesson/facts/reading.ts";
import { LESSON_SOURCES } from "../../../src/report/lesson/facts/sources.ts";
import { composite, sound } from "../../support/shipped.ts";

const FACTS = [...BACKGROUND.flatMap(({ facts }) => facts), ...MYTHS];

describe.each(FACTS.map((fact) => [fact.id, fact] as const))("%s", (_, fact) => {
  test("says where it stands and how good that is", () => {
    expect(fact.cites.length).toBeGreaterThan(0);
    for (const key of fact.cites) expect(Object.keys(LESSON_SOURCES)).toContain(key);
    expect(["documented", "reported", "contested", "inferred"]).toContain(fact.grade);
    expect(new Set(fact.cites).size).toBe(fact.cites.length);
  });

  test("is a short sentence or two, and no list", () => {
    expect(fact.says).toMatch(/[.)]$/);
    expect(fact.says.length).toBeLessThan(260);
  });
});

test("each fact has a name of its own, and stands once", () => {
  expect(new Set(FACTS.map(({ id }) => id)).size).toBe(FACTS.length);
});

test("the three cautions of the dossier are kept", () => {
  const says = FACTS.map((fact) => fact.says).join("\n");
  expect(says).toMatch(/We have seen no source that ties a class of the county to it/);
  expect(says).toMatch(/These are attempts, added up over years, and not people/);
  expect(says).toMatch(/read each single figure for a deduction in both ways/);
  expect(FACTS.filter(({ grade }) => grade === "contested").length).toBeGreaterThan(1);
});

test("no figure of a survey stands alone", () => {
  const surveys = FACTS.filter(({ says }) => says.includes("%"));
  expect(surveys.map(({ id }) => id)).toEqual(["survey.approval", "survey.information-effect"]);
  for (const { says, cites } of surveys) {
    expect(says.match(/\d+ %/g)!.length).toBeGreaterThan(1);
    expect(cites.length).toBeGreaterThan(1);
  }
});

test("every source is cited somewhere, and says how much of it was seen", () => {
  const cited = new Set([...FACTS.flatMap(({ cites }) => cites), ...READING.map(({ source }) => source)]);
  expect(Object.keys(LESSON_SOURCES).filter((key) => !cited.has(key))).toEqual([]);
  for (const { seen, title } of Object.values(LESSON_SOURCES)) {
    expect(title).not.toBe("");
    expect(seen).not.toBe("");
  }
});

test("where a pack or an overlay cites the same source, it says the same of it", () => {
  const folder = new URL("../../../rules/overlays/", import.meta.url);
  const overlays = readdirSync(folder)
    .filter((file) => file.endsWith(".jsonc"))
    .map((file) => sound(parseOverlay(readFileSync(new URL(file, folder), "utf8"), file)).overlay.sources);
  const known: Readonly<Record<string, SourceHeading>> = Object.assign({}, ...overlays, composite().sources);
  const common = Object.keys(LESSON_SOURCES).filter((key) => key in known);
  expect(common.length).toBeGreaterThan(20);
  for (const key of common) expect(known[key]).toMatchObject(LESSON_SOURCES[key]!);
});

test("every source to read on is one of ours", () => {
  for (const { source } of READING) expect(Object.keys(LESSON_SOURCES)).toContain(source);
});

test.each(PLANS.map((plan) => [plan.minutes, plan] as const))(
  "the steps of %i minutes take that long",
  (minutes, { steps }) => {
    expect(steps.reduce((sum, step) => sum + step.minutes, 0)).toBe(minutes);
    expect(steps[0]!.does).toContain("the people are invented");
  },
);

test("there is a plan for one lesson and one for two", () => {
  expect(PLANS.map(({ minutes }) => minutes)).toEqual([45, 90]);
});
