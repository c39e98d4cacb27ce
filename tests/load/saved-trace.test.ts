import { describe, expect, test } from "vitest";
import { assemble, headingOf, sealed } from "../../src/load/assemble.ts";
import { parseOverlay } from "../../src/load/overlay.ts";
import { parsePack } from "../../src/load/pack.ts";
import { parseSavedTrace } from "../../src/load/saved-trace.ts";
import type { Rulebook } from "../../src/model/rulebook.ts";
import { liveUntil } from "../support/builders.ts";
import { composite, shippedPersona, sound } from "../support/shipped.ts";
import { OVERLAY, PACK } from "./samples.ts";

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

test("a saved trace of twenty million characters is looked at, and none of one more", async () => {
  const codes = async (length: number): Promise<string[]> => {
    const parsed = await parseSavedTrace(" ".repeat(length), "x", () => Promise.resolve(undefined));
    return parsed.ok ? [] : parsed.problems.map(({ code }) => code);
  };
  expect([await codes(20_000_000), await codes(20_000_001)]).toEqual([["trace/not-json"], ["trace/too-large"]]);
});
