import { describe, expect, test } from "vitest";
import { parsePack } from "../../src/load/pack.ts";
import type { Rule } from "../../src/model/rule.ts";
import { sound } from "../support/shipped.ts";
import { edited, PACK } from "./samples.ts";

/** The sample with these defaults, and without what its first rule says of telling. */
function silent(defaults: object, told = ""): string {
  const given = edited(PACK, '"rules": [', `"defaults": ${JSON.stringify(defaults)},\n  "rules": [`);
  return edited(
    given,
    '"citations": ["gazette:art-7"],\n      "told": "nothing"',
    `"citations": ["gazette:art-7"]${told}`,
  );
}

function rulesOf(text: string): readonly Rule[] {
  return sound(parsePack(text, "toy.jsonc")).pack.rules;
}

const NOTE = { evidence: "reported", citations: ["gazette:art-1"] } as const;
const OTHER = { evidence: "inferred", citations: ["gazette:art-2"] } as const;

describe("what a pack says by default of what the person learns", () => {
  test("holds for a rule that is silent, with where it stands", () => {
    const [light] = rulesOf(silent({ "toy/*:post": { told: "outcome", toldNote: NOTE } }));
    expect(light).toMatchObject({ told: "outcome", toldNote: NOTE });
  });

  test("is the first that means the rule", () => {
    const [exact, broad] = [{ "toy/red-light": { told: "reason", toldNote: NOTE } }, { "toy/*": { told: "outcome" } }];
    expect(rulesOf(silent({ ...exact, ...broad }))[0]).toMatchObject({ told: "reason", toldNote: NOTE });
    const [light] = rulesOf(silent({ ...broad, ...exact }));
    expect(light!.told).toBe("outcome");
    expect(light).not.toHaveProperty("toldNote");
  });

  test("holds for no rule that speaks for itself, and leaves it without the note of the default", () => {
    const defaults = { "toy/*": { told: "outcome", toldNote: NOTE } };
    const [light] = rulesOf(silent(defaults, ', "told": "reason"'));
    expect(light!.told).toBe("reason");
    expect(light).not.toHaveProperty("toldNote");
    const noted = rulesOf(silent(defaults, `, "told": "reason", "toldNote": ${JSON.stringify(OTHER)}`));
    expect(noted[0]).toMatchObject({ told: "reason", toldNote: OTHER });
  });

  test("holds for no remark, of which nobody is told", () => {
    const remark = silent({ "toy/*": { told: "reason", toldNote: NOTE } }).replace(
      '"then": { "kind": "lead", "event": "shift-missed" },\n      "evidence": "invented",\n      "told": "outcome"',
      '"then": { "kind": "remark", "says": "late" },\n      "evidence": "invented"',
    );
    const last = rulesOf(remark)[2]!;
    expect(last).toMatchObject({ then: { kind: "remark" }, told: "nothing" });
    expect(last).not.toHaveProperty("toldNote");
  });

  test("that means other rules leaves a silent one faulty, in its place", () => {
    expect(parsePack(silent({ "toy/*:measure": { told: "nothing" } }), "toy.jsonc")).toMatchObject({
      ok: false,
      problems: [{ code: "rule/missing-key", at: { path: "rules[0].told", line: 37, column: 5 } }],
    });
  });

  test("is amended by an answer as if the rule said it", () => {
    const text = silent({ "toy/*": { told: "outcome" } }).replace(
      '{ "then": { "points": -20 } }',
      '{ "told": "reason" }',
    );
    const [light] = rulesOf(text);
    expect(light).toMatchObject({ told: "outcome", readings: [{ amend: { told: "reason" } }] });
  });

  test("gives the very rules that are written out in full", () => {
    const whole = edited(PACK, '"told": "nothing"', `"told": "nothing", "toldNote": ${JSON.stringify(NOTE)}`);
    expect(rulesOf(silent({ "toy/red-*": { told: "nothing", toldNote: NOTE } }))).toEqual(rulesOf(whole));
  });
});
