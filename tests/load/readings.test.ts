import { describe, expect, test } from "vitest";
import type { Rulebook } from "../../src/model/rulebook.ts";
import { assemble, headingOf } from "../../src/load/assemble.ts";
import { digestOf } from "../../src/load/digest.ts";
import { parsePack } from "../../src/load/pack.ts";
import { withReadings } from "../../src/load/readings.ts";
import { edited, PACK } from "./samples.ts";

function rulebookOf(text: string): Rulebook {
  const pack = parsePack(text, "toy.jsonc");
  if (!pack.ok) throw new Error(JSON.stringify(pack.problems));
  const rulebook = assemble(headingOf([pack.value]), [pack.value]);
  if (!rulebook.ok) throw new Error(JSON.stringify(rulebook.problems));
  return rulebook.value;
}

function read(rulebook: Rulebook, answers: Record<string, string>): Rulebook {
  const parsed = withReadings(rulebook, answers);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

const PATCH = '{ "then": { "points": -20 } }';
const AMEND = `"citations": [], "amend": { "toy/red-light": ${PATCH} }`;

/** The sample with a further question after its own. */
function asking(text: string, name: string, amend: string): string {
  return edited(
    text,
    '"default": "ten"\n    }',
    `"default": "ten"\n    },
    "${name}": { "asks": "?", "answers": { "no": { "says": "no" }, "yes": { "says": "yes", "amend": ${amend} } }, "default": "no" }`,
  );
}

describe("answering a question otherwise", () => {
  test("amends the rule, and nothing else", () => {
    const before = rulebookOf(PACK);
    const after = read(before, { amount: "twenty" });
    expect(after.rules[0]!.then).toEqual({ kind: "post", points: -20, expiresAfterMonths: 24 });
    expect(after.rules.slice(1)).toEqual(before.rules.slice(1));
    expect(after.questions["amount"]!.default).toBe("twenty");
    const { digest, ...content } = after;
    expect(digest).toBe(digestOf(content));
    expect(digest).not.toBe(before.digest);
    expect(before.rules[0]!.then).toMatchObject({ points: -10 });
  });

  test("the answer in force changes nothing", () => {
    const before = rulebookOf(PACK);
    expect(read(before, { amount: "ten" })).toBe(before);
  });

  test("readings with the same answer switch together, in the scoring too", () => {
    const text = edited(PACK, PATCH, `${PATCH}, "scoring": { "ceiling": 200 }`);
    const after = read(rulebookOf(text), { amount: "twenty" });
    expect(after.scoring).toMatchObject({
      ceiling: 200,
      numbers: { ceiling: { evidence: "invented", citations: [] } },
    });
    expect(after.rules[0]!.then).toMatchObject({ points: -20 });
  });

  test("that deductions do not come back is an answer, and stands where the reading stands", () => {
    const text = edited(
      edited(PACK, '"assigned": "at-once"', '"assigned": "at-once", "deductionsReturnAfterMonths": 9'),
      AMEND,
      '"citations": ["gazette:art-9"], "amend": { "scoring": { "deductionsReturnAfterMonths": null } }',
    );
    expect(read(rulebookOf(text), { amount: "twenty" }).scoring).toMatchObject({
      deductionsReturnAfterMonths: null,
      numbers: { deductionsReturnAfterMonths: { citations: ["gazette:art-9"] } },
    });
  });
});

describe("a rule that is not there under an answer", () => {
  const gone = edited(PACK, PATCH, "null");

  test("is taken out, and nothing else is touched", () => {
    const before = rulebookOf(gone);
    const after = read(before, { amount: "twenty" });
    expect(after.rules).toEqual(before.rules.slice(1));
    expect({ ...after, rules: [], questions: {}, digest: "" }).toEqual({
      ...before,
      rules: [],
      questions: {},
      digest: "",
    });
    expect(read(before, { amount: "ten" })).toBe(before);
  });

  test("is not brought back by another answer that amends it", () => {
    const both = asking(gone, "other", '{ "toy/red-light": { "told": "reason" } }');
    const answers = { amount: "twenty", other: "yes" };
    expect(read(rulebookOf(both), answers).rules.map(({ id }) => id)).toEqual(["toy/no-train", "toy/late"]);
  });

  test("must not be asked for by another, and is named", () => {
    const asks = edited(
      edited(PACK, PATCH, `${PATCH}, "toy/no-train": null`),
      '{ "fact": "denied", "operator": "equal", "value": true }',
      '{ "fact": "measures", "operator": "contains", "value": "toy/no-train" }',
    );
    expect(withReadings(rulebookOf(asks), { amount: "twenty" })).toMatchObject({
      ok: false,
      problems: [
        {
          code: "rule/unknown-measure",
          message: expect.stringMatching(/Under these answers “toy\/no-train” is not there\.$/),
        },
      ],
    });
  });

  test("cannot be the scoring, which is there under every answer", () => {
    const text = edited(PACK, PATCH, `${PATCH}, "scoring": null`);
    expect(parsePack(text, "toy.jsonc")).toMatchObject({
      ok: false,
      problems: [{ code: "pack/no-scoring", at: { path: "questions.amount.answers.twenty.amend.scoring" } }],
    });
  });
});

describe("where an amended number stands", () => {
  test("nowhere: it is invented", () => {
    expect(read(rulebookOf(PACK), { amount: "twenty" }).rules[0]!.numbers).toEqual({
      points: { evidence: "invented", citations: [] },
    });
  });
  test("where the reading stands", () => {
    const text = edited(PACK, AMEND, AMEND.replace("[]", '["gazette:art-8"]'));
    expect(read(rulebookOf(text), { amount: "twenty" }).rules[0]!.numbers).toEqual({
      points: { evidence: "reported", citations: ["gazette:art-8"] },
    });
  });
  test("where the reading says", () => {
    const note = '{ "evidence": "contested", "citations": ["gazette:art-9"] }';
    const text = edited(PACK, AMEND, AMEND.replace("-20 } }", `-20 }, "numbers": { "points": ${note} } }`));
    expect(read(rulebookOf(text), { amount: "twenty" }).rules[0]!.numbers).toEqual({
      points: { evidence: "contested", citations: ["gazette:art-9"] },
    });
  });
});

describe("answers that cannot be", () => {
  const rulebook = rulebookOf(PACK);
  test.each([
    ["an unknown question", { amout: "ten" }, "readings/unknown-question", "“amount”"],
    ["an unknown answer", { amount: "twentty" }, "readings/unknown-answer", "“twenty”"],
    ["a key of JavaScript", { toString: "x" }, "readings/unknown-question", "amount"],
  ])("%s", (_, answers, code, advice) => {
    const parsed = withReadings(rulebook, answers as unknown as Record<string, string>);
    expect(parsed).toMatchObject({ ok: false, problems: [{ code }] });
    if (!parsed.ok) expect(parsed.problems[0]!.advice).toContain(advice);
  });

  test("a question that was answered before", () => {
    const again = withReadings(read(rulebook, { amount: "twenty" }), { amount: "ten" });
    expect(again).toMatchObject({ ok: false, problems: [{ code: "readings/already-answered" }] });
  });

  test("answers that spoil a rule together, each being right alone", () => {
    const strike = { kind: "strike", of: "red-light", points: null, expiresAfterMonths: null };
    const both = rulebookOf(asking(PACK, "list", JSON.stringify({ "toy/red-light": { then: strike } })));
    expect(read(both, { list: "yes" }).rules[0]!.then).toEqual({ kind: "strike", of: "red-light" });
    const parsed = withReadings(both, { amount: "twenty", list: "yes" });
    expect(parsed.ok).toBe(true);
    const clash = withReadings(
      { ...both, rules: both.rules.map((rule) => ({ ...rule, readings: rule.readings?.toReversed() ?? [] })) },
      { amount: "twenty", list: "yes" },
    );
    expect(clash).toMatchObject({ ok: false, problems: [{ code: "rule/unknown-key" }] });
  });

  test("one under which a rule is no measure any more, and another asks for it", () => {
    const text = edited(
      PACK,
      PATCH,
      `{ "told": "outcome" }, "toy/no-train": {
        "when": { "not": null, "all": [{ "fact": "event", "operator": "equal", "value": "red-light" }] },
        "then": { "kind": "lead", "event": "wage-lost", "closes": null }
      }`,
    );
    expect(read(rulebookOf(text), { amount: "twenty" }).rules[1]!.then).toEqual({ kind: "lead", event: "wage-lost" });
    const asking = edited(
      text,
      '{ "fact": "denied", "operator": "equal", "value": true }',
      '{ "fact": "measures", "operator": "contains", "value": "toy/no-train" }',
    );
    expect(withReadings(rulebookOf(asking), { amount: "twenty" })).toMatchObject({
      ok: false,
      problems: [{ code: "rule/unknown-measure", at: { path: "toy/late when.all[1].value" } }],
    });
  });

  test("one under which a measure holds where it does not hold: it is a measure all the same", () => {
    const text = edited(
      PACK,
      PATCH,
      `${PATCH}, "toy/no-train": {
        "when": { "not": { "fact": "measures", "operator": "contains", "value": "toy/no-train" } }
      }`,
    );
    expect(withReadings(rulebookOf(text), { amount: "twenty" })).toMatchObject({
      ok: false,
      problems: [{ code: "rule/denies-itself", at: { path: "toy/no-train when" } }],
    });
  });

  test("one under which a rule moves points, where none are kept: its conditions stay as they are", () => {
    let text = edited(PACK, PACK.slice(PACK.indexOf('  "scoring"'), PACK.indexOf('  "sources"')), "");
    text = edited(
      text,
      '{ "kind": "post", "points": -10, "expiresAfterMonths": 24 }',
      '{ "kind": "enlist", "list": "court-defaulters" }',
    );
    text = edited(text, PATCH, '{ "then": { "kind": "post", "points": -20, "list": null } }');
    expect(withReadings(rulebookOf(text), { amount: "twenty" })).toMatchObject({
      ok: false,
      problems: [{ code: "rulebook/no-scoring", at: { path: "toy/red-light then.kind" } }],
    });
  });
});
