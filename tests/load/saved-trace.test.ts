import { describe, expect, test } from "vitest";
import { assemble, headingOf, sealed } from "../../src/load/assemble.ts";
import { parseOverlay } from "../../src/load/overlay.ts";
import { parsePack } from "../../src/load/pack.ts";
import { parseSavedTrace } from "../../src/load/saved-trace.ts";
import type { Rulebook } from "../../src/model/rulebook.ts";
import { liveUntil } from "../support/builders.ts";
import { LONG } from "../support/runs.ts";
import { answered, composite, shippedPersona, sound } from "../support/shipped.ts";
import { edited, OVERLAY, PACK } from "./samples.ts";

const PERSON = shippedPersona("one-entry");

/** A trace under that rulebook, saved and read again: what it is refused for. */
async function refused(rulebook: Rulebook): Promise<string[]> {
  const saved = JSON.stringify(await liveUntil("Y1-02", rulebook, PERSON));
  const parsed = await parseSavedTrace(saved, "saved.json", (id) =>
    Promise.resolve(id === PERSON.id ? PERSON : undefined),
  );
  return parsed.ok ? [] : parsed.problems.map(({ code, message }) => `${code} ${message}`);
}

describe("a saved trace under several packs", () => {
  const book = composite();
  const unwarned = [
    "trace/rulebook The rulebook in this trace could not have been loaded: It is a composite, and does not say that nobody lived under exactly these rules together.",
  ];

  test("is read where it says so", async () => expect(await refused(book)).toEqual([]));

  // Each sealed anew, so that its digest is right.
  test.each([
    ["says nothing", null],
    ["says something else", "A composite of instruments from different hands and years."],
  ])("is refused where it %s", async (_, warning) => {
    expect(await refused(sealed({ ...book, warning }))).toEqual(unwarned);
  });

  test("is read without a warning where there is but one pack", async () => {
    const [pack] = book.packs;
    expect(await refused(sealed({ ...book, warning: null, packs: [pack!] }))).toEqual([]);
  });

  test("is refused where the warning was changed and the digest left", async () => {
    expect((await refused({ ...book, warning: null }))[0]).toContain("is not the one that its digest names");
  });
});

test("a saved trace under an edited rulebook is refused where that hides the edit", async () => {
  const pack = sound(parsePack(PACK, "toy.jsonc"));
  const book = sound(assemble(headingOf([pack]), [pack, sound(parseOverlay(OVERLAY, "milder.jsonc"))]));
  expect(await refused(book)).toEqual([]);
  expect(await refused(sealed({ ...book, warning: null }))).toEqual([
    "trace/rulebook The rulebook in this trace could not have been loaded: It does not say that it was edited by “Milder”.",
  ]);
});

describe("a saved trace under a rulebook that asks", () => {
  const toy = (text: string): Rulebook => {
    const pack = sound(parsePack(text, "toy.jsonc"));
    return sound(assemble(headingOf([pack]), [pack]));
  };
  const book = toy(PACK);
  const other = toy(
    edited(
      PACK,
      '"questions": {',
      `"questions": { "rest": { "asks": "And then?", "default": "no", "answers": {
        "no": { "says": "no" },
        "yes": { "says": "yes", "citations": ["gazette:art-4"], "amend": {
          "scoring": { "floor": 0 }, "toy/*:post": { "told": "reason" }, "toy/no-train": null
        } }
      } },`,
    ),
  );

  test.each<[string, Rulebook]>([
    ["unanswered", book],
    ["answered", answered(book, { amount: "twenty" })],
    ["of two questions, unanswered", other],
    ["of two, one answered", answered(other, { amount: "twenty" })],
    ["of two, the one answered that takes a rule out", answered(other, { rest: "yes" })],
    ["of two, both answered", answered(other, { rest: "yes", amount: "twenty" })],
  ])("is read: %s", async (_, asking) => expect(await refused(asking)).toEqual([]));

  test(
    "is read: each question of the shipped rulebook, answered with the last of its answers",
    async () => {
      const shipped = composite();
      const last = Object.entries(shipped.questions).map(([name, { answers }]) => [name, Object.keys(answers).at(-1)!]);
      expect(last.length).toBeGreaterThan(15);
      for (const [name, label] of last)
        expect([name, await refused(answered(shipped, { [name!]: label! }))]).toEqual([name, []]);
      const most = Object.fromEntries(last.filter(([name]) => name !== "second-ground"));
      expect(await refused(answered(shipped, most))).toEqual([]);
    },
    LONG,
  );

  test("is refused where an answer would make a faulty rule", async () => {
    const [light, ...rules] = book.rules;
    const amend = { then: { points: 0 } };
    const readings = light!.readings!.map((each) => ({ ...each, amend }));
    expect(await refused(sealed({ ...book, rules: [{ ...light!, readings }, ...rules] }))).toEqual([
      expect.stringContaining("Under this answer “toy/red-light” would be faulty."),
    ]);
  });

  test("is refused where a place that is cited is not named by its source", async () => {
    const gazette = { ...book.sources["gazette"]!, places: {} };
    expect(await refused(sealed({ ...book, sources: { gazette } }))).toEqual([
      expect.stringContaining("The source “gazette” names no place “art-7”"),
    ]);
  });

  test("is refused where a reading answers no question", async () => {
    const [light, ...rules] = book.rules;
    const readings = light!.readings!.map((each) => ({ ...each, question: "nobody-asks" }));
    expect(await refused(sealed({ ...book, rules: [{ ...light!, readings }, ...rules] }))).toHaveLength(1);
  });
});

test("a saved trace of twenty million characters is looked at, and none of one more", async () => {
  const codes = async (length: number): Promise<string[]> => {
    const parsed = await parseSavedTrace(" ".repeat(length), "x", () => Promise.resolve(undefined));
    return parsed.ok ? [] : parsed.problems.map(({ code }) => code);
  };
  expect([await codes(20_000_000), await codes(20_000_001)]).toEqual([["trace/not-json"], ["trace/too-large"]]);
});
