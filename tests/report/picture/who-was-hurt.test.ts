import { describe, expect, test } from "vitest";
import { UNWATCHED } from "../../../src/analysis/experiment.ts";
import { Lab } from "../../../src/analysis/lab.ts";
import { harmCounts } from "../../../src/analysis/outcome.ts";
import { ablate } from "../../../src/analysis/questions/ablate.ts";
import { compare } from "../../../src/analysis/questions/compare.ts";
import { type Memory, prepare } from "../../../src/engine/prepare.ts";
import type { Persona } from "../../../src/model/persona.ts";
import type { Rulebook } from "../../../src/model/rulebook.ts";
import { whoWasHurt } from "../../../src/report/picture/who-was-hurt.ts";
import { composite, shippedPersonas } from "../../support/shipped.ts";
import { all, parseSvg, textOf, withAttribute } from "./svg.ts";

const memory: Memory = new Map();
const rulebook = composite();
const people = shippedPersonas();
const labOf = (personas: readonly Persona[]): Lab => new Lab(rulebook, personas, (each) => prepare(each, memory));
const without = (pattern: RegExp): Rulebook => ({
  ...rulebook,
  title: "without some rules",
  rules: rulebook.rules.filter(({ id }) => !pattern.test(id)),
});
const some = people.filter(({ id }) => ["petitioner", "one-entry", "missed-instalment"].includes(id));
const comparison = await compare(labOf(people), without(/ground-report-missing|no-licence/));
const ablation = await ablate(labOf(some), false, UNWATCHED);

describe.each([
  { name: "a comparison", experiment: comparison },
  { name: "an ablation", experiment: ablation },
])("$name", ({ experiment }) => {
  const pictures = whoWasHurt(experiment, { id: "hurt" });
  const roots = pictures.map(({ svg }) => parseSvg(svg.text));

  test("people stand in the order asked for", () => {
    for (const root of roots) {
      const first = withAttribute(root, "data-persona").filter(
        ({ attributes }) => attributes["data-row"] === "as-it-is",
      );
      expect(first.map(({ attributes }) => attributes["data-persona"])).toEqual(
        experiment.personas.map(({ id }) => id),
      );
    }
  });

  test("the first row is what each suffers, kind by kind", () => {
    for (const [at, { id }] of experiment.personas.entries()) {
      const cell = withAttribute(roots[0]!, "data-persona").find(
        ({ attributes }) => attributes["data-persona"] === id && attributes["data-row"] === "as-it-is",
      )!;
      const { denied, months, losses } = harmCounts(experiment.baseline[at]!);
      const expected = [denied, months, losses].filter((count) => count > 0).map(String);
      const shown = all(cell)
        .filter(({ name }) => name === "text")
        .map(textOf);
      expect(shown).toEqual(expected.length === 0 ? ["·"] : expected);
    }
  });

  test("no cell that changes is without its sign, and the words say the same", () => {
    const changed = roots.flatMap((root) =>
      withAttribute(root, "data-row").filter(
        (cell) => cell.attributes["data-row"] !== "as-it-is" && !textOf(cell).startsWith("·"),
      ),
    );
    for (const cell of changed) expect(textOf(cell)).toMatch(/^(?:[−+]\d+)+$/);
    const said = pictures.flatMap(({ says }) => says[0]!.table!.rows.slice(experiment.personas.length));
    expect(said.length).toBe(changed.length);
  });
});

test("what is gone has a minus and what is new a plus, in the column of whom it concerns", () => {
  const root = parseSvg(whoWasHurt(comparison, { id: "hurt" })[0]!.svg.text);
  const signed = (counts: readonly [gone: number, fresh: number]): string[] =>
    counts.flatMap((many, at) => (many === 0 ? [] : [`${at === 0 ? "−" : "+"}${many}`]));
  let moved = 0;
  for (const [at, { id }] of comparison.personas.entries()) {
    const life = comparison.lives[at];
    const cell = withAttribute(root, "data-row").find(
      ({ attributes }) => attributes["data-persona"] === id && attributes["data-row"] === "row-1",
    )!;
    const shown = all(cell)
      .filter(({ name }) => name === "text")
      .map(textOf);
    const expected =
      life === null || life === undefined
        ? []
        : (["denials", "months", "losses"] as const).flatMap((kind) =>
            signed([life.vanished[kind].length, life.appeared[kind].length]),
          );
    moved += expected.length;
    expect(shown, id).toEqual(expected.length === 0 ? ["·"] : expected);
  }
  expect(moved).toBeGreaterThan(5);
});

test("each row says how good the ground of its rule is", () => {
  const [picture] = whoWasHurt(ablation, { id: "hurt" });
  const says = textOf(parseSvg(picture!.svg.text));
  expect(says).toMatch(/without Missed loan repaymentreported · or \d+ others?, same effect/);
  for (const [variant] of picture!.says[0]!.table!.rows.slice(ablation.personas.length))
    expect(variant).toMatch(/^without .+ \((?:documented|reported|contested|inferred|invented)\)/);
});

test("where a harm is new the ground is grey, so that it is not taken for relief", () => {
  const root = parseSvg(whoWasHurt(ablation, { id: "hurt" })[0]!.svg.text);
  for (const cell of withAttribute(root, "data-row")) {
    const grey = all(cell).some(({ name, attributes }) => name === "rect" && attributes["fill"] === "#d9d9d9");
    expect(grey).toBe(textOf(cell).includes("+"));
  }
});

test("more people than fit beside each other come in further pictures, still in their order", async () => {
  const many = Array.from({ length: 32 }, (_, at) => ({ ...people[at % people.length]!, id: `p${at}` }));
  const pictures = whoWasHurt(await compare(labOf(many), without(/no-licence/)), { id: "hurt" });
  expect(pictures.length).toBe(3);
  expect(pictures[2]!.title).toContain("part 3 of 3");
  const ids = pictures.flatMap(({ svg }) =>
    withAttribute(parseSvg(svg.text), "data-persona")
      .filter(({ attributes }) => attributes["data-row"] === "as-it-is")
      .map(({ attributes }) => attributes["data-persona"]),
  );
  expect(ids).toEqual(many.map(({ id }) => id));
});

test("a comparison in which nothing changes still says so", async () => {
  const [picture] = whoWasHurt(await compare(labOf(some), { ...rulebook, title: "the same" }), { id: "hurt" });
  expect(textOf(parseSvg(picture!.svg.text))).toContain("the same");
});

test("every part fits a page", () => {
  for (const { height } of whoWasHurt(ablation, { id: "hurt" })) expect(height).toBeLessThan(960);
});
