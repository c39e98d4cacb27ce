import { describe, expect, test } from "vitest";
import { assemble, headingOf } from "../../src/load/assemble.ts";
import type { Layer } from "../../src/load/layer.ts";
import { parseOverlay } from "../../src/load/overlay.ts";
import { parsePack } from "../../src/load/pack.ts";
import { withReadings } from "../../src/load/readings.ts";
import type { Problem } from "../../src/model/problem.ts";
import { sound } from "../support/shipped.ts";
import { PACK } from "./samples.ts";

const WHEN = { all: [{ fact: "event", operator: "equal", value: "attempt" }] };
const THEN = { kind: "permit", door: "high-speed-rail", lifts: { measures: ["toy/no-train"] } };

/** The toy pack, with a rule that permits and a measure that closes another door; `amend`: what another answer changes too. */
function pack(then: object = THEN, when: object = WHEN, amend: object = {}): string {
  const value = JSON.parse(PACK.replace(/^\/\/.*$/m, "").replaceAll(/,(\s*[\]}])/g, "$1")) as {
    rules: object[];
    questions: { amount: { answers: { twenty: { amend: object } } } };
  };
  Object.assign(value.questions.amount.answers.twenty.amend, amend);
  value.rules.push(
    {
      id: "toy/no-plane",
      title: "No plane",
      when: { all: [{ fact: "class", operator: "equal", value: "C" }] },
      then: { kind: "measure", closes: ["air-travel"] },
      evidence: "invented",
      told: "nothing",
    },
    { id: "toy/permit", title: "A permit", when, then, evidence: "invented", told: "reason" },
  );
  return JSON.stringify(value, null, 1);
}

function wrong(text: string, ...over: readonly object[]): readonly Problem[] {
  const parsed = parsePack(text, "toy.jsonc");
  if (!parsed.ok) return parsed.problems;
  const overlays = over.map((keys) => {
    const rest = {
      kind: "overlay",
      id: "edit",
      version: "1",
      title: "Edit",
      about: "?",
      asOf: "never",
      extends: "toy",
    };
    return sound(parseOverlay(JSON.stringify({ ...rest, ...keys }), "edit.jsonc"));
  });
  const layers: Layer[] = [parsed.value, ...overlays];
  const assembled = assemble(headingOf([parsed.value]), layers);
  return assembled.ok ? [] : assembled.problems;
}

const said = (problems: readonly Problem[]): string[] =>
  problems.map(({ code, at }) => `${code} ${at.file} ${at.path}`);

describe("a permit", () => {
  test.each([
    ["for measures", THEN],
    ["for a list, and one purpose", { ...THEN, purpose: "work", lifts: { list: "court-defaulters" } }],
  ])("%s can be read", (_, then) => expect(wrong(pack(then))).toEqual([]));

  test.each([
    [
      "an unknown measure",
      { lifts: { measures: ["toy/no-tram"] } },
      "rule/unknown-measure",
      "lifts.measures[0]",
      "Did you mean “toy/no-train”?",
    ],
    [
      "a measure that does not close the door",
      { lifts: { measures: ["toy/no-train", "toy/no-plane"] } },
      "rule/lifts-nothing",
      "lifts.measures[1]",
      "Did you mean “toy/no-train”?",
    ],
    [
      "a rule that is no measure",
      { lifts: { measures: ["toy/late"] } },
      "rule/unknown-measure",
      "lifts.measures[0]",
      "Choose one of: toy/no-train.",
    ],
    [
      "an unknown list",
      { lifts: { list: "court-defaulter" } },
      "rule/unknown-list",
      "lifts.list",
      "Did you mean “court-defaulters”?",
    ],
    [
      "both",
      { lifts: { list: "court-defaulters", measures: ["toy/no-train"] } },
      "rule/unclear-lifts",
      "lifts",
      "exactly one",
    ],
    ["neither", { lifts: {} }, "rule/unclear-lifts", "lifts", "exactly one"],
    ["an unknown door", { door: "high-speed-rails" }, "rule/unknown-door", "door", "Did you mean “high-speed-rail”?"],
    ["a delay", { afterMonths: 2 }, "rule/unknown-key", "afterMonths", ""],
  ])("%s is refused", (_, part, code, path, advice) => {
    const [problem, ...more] = wrong(pack({ ...THEN, ...part }));
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ code, at: { path: `rules[4].then.${path}` } });
    expect(problem!.advice).toContain(advice);
  });

  test.each([
    ["at no event", { all: [{ fact: "lists", operator: "contains", value: "court-defaulters" }] }, "rule/no-event"],
    ["at another event", { all: [{ fact: "event", operator: "equal", value: "red-light" }] }, "rule/permit-elsewhere"],
  ])("asked for %s is refused", (_, when, code) =>
    expect(said(wrong(pack(THEN, when)))).toEqual([`${code} toy.jsonc rules[4].when`]),
  );

  test("that only a reading makes lift what is not there is refused, where the reading stands", () => {
    const amend = { "toy/permit": { then: { lifts: { measures: ["toy/no-plane"] } } } };
    expect(said(wrong(pack(THEN, WHEN, amend)))).toEqual([
      'rule/lifts-nothing toy.jsonc questions.amount.answers.twenty.amend["toy/permit"].then.lifts.measures[0]',
    ]);
  });

  test("that two readings together make lift what is not there", () => {
    const text = pack(THEN, WHEN, {
      "toy/permit": { told: "outcome" },
      "toy/no-train": { then: { closes: ["air-travel"] } },
    });
    const rulebook = sound(assemble(headingOf([]), [sound(parsePack(text, "toy.jsonc"))]));
    expect(withReadings(rulebook, { amount: "twenty" })).toMatchObject({
      ok: false,
      problems: [{ code: "rule/lifts-nothing" }],
    });
  });

  test("whose measure an overlay takes out, or turns to another door: at the overlay", () => {
    const gone = wrong(pack(), { amend: { "toy/no-train": null } });
    expect(said(gone)).toEqual(['rule/unknown-measure edit.jsonc amend["toy/no-train"]']);
    expect(gone[0]!.message).toContain("It is taken out here, and “toy/permit” asks for it.");
    const turned = wrong(pack(), { amend: { "toy/no-train": { then: { closes: ["air-travel"] } } } });
    expect(said(turned)).toEqual(['rule/lifts-nothing edit.jsonc amend["toy/no-train"].then']);
    expect(turned[0]!.message).toContain("As amended here it closes that door no more, and “toy/permit” lifts it.");
  });
});
