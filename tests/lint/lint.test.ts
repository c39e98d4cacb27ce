import { expect, test } from "vitest";
import { lint } from "../../src/lint/lint.ts";
import { assemble, headingOf, locatorOf } from "../../src/load/assemble.ts";
import { parsePack } from "../../src/load/pack.ts";
import { edited, PACK } from "../load/samples.ts";
import { engineFor } from "./remarks.ts";

/** `severity code line:column` of each remark on a pack. */
async function remarks(text: string): Promise<string[]> {
  const pack = parsePack(text, "toy.jsonc");
  if (!pack.ok) throw new Error(JSON.stringify(pack.problems));
  const rulebook = assemble(headingOf([pack.value]), [pack.value]);
  if (!rulebook.ok) throw new Error(JSON.stringify(rulebook.problems));
  return lint(rulebook.value, locatorOf([pack.value]), await engineFor(rulebook.value)).map(
    ({ severity, code, at }) => `${severity} ${code} ${at.line}:${at.column}`,
  );
}

/** The sample, with nothing left to remark on. */
const CLEAN = edited(
  edited(
    PACK,
    '"evidence": "reported"',
    `"evidence": "reported", "numbers": {
        "points": { "evidence": "invented" }, "expiresAfterMonths": { "evidence": "invented" }, "when": { "evidence": "invented" } }`,
  ),
  '"citations": []',
  '"citations": ["gazette:art-8"]',
);

test("nothing to remark on", async () => expect(await remarks(CLEAN)).toEqual([]));

test("numbers that do not say where they come from", async () => {
  expect(await remarks(PACK)).toEqual([
    "note lint/number-without-note 43:43",
    "note lint/number-without-note 43:70",
    "note lint/number-without-note 39:15",
    "note lint/reading-uncited 30:84",
  ]);
});

test.each([
  [
    "a measure on no door",
    '"closes": ["high-speed-rail"]',
    "",
    "problem lint/idle-measure 53:15",
    "note lint/never-matches 60:15",
  ],
  [
    "a note on no number",
    '"when": { "evidence": "invented" }',
    '"when": { "evidence": "invented" }, "termMonths": { "evidence": "invented" }',
    "note lint/note-without-number 45:147",
  ],
  [
    "a source that nothing cites",
    '"gazette": {',
    '"journal": { "title": "J", "seen": "no", "places": {} }, "gazette": {',
    "note lint/source-never-cited 19:5",
  ],
  [
    "an answer that changes nothing",
    '"ten": { "says": "ten" },',
    '"ten": { "says": "ten" }, "ninety": { "says": "ninety" },',
    "note lint/answer-without-reading 29:35",
  ],
])("%s", async (_, from, to, ...says) => {
  const text = to === "" ? edited(CLEAN, `, ${from}`, "") : edited(CLEAN, from, to);
  expect(await remarks(text)).toEqual(says);
});

test("a source that only an amendment cites is cited", async () => {
  const note = '"numbers": { "points": { "evidence": "invented", "citations": ["journal:p-1"] } }';
  const text = edited(
    edited(
      CLEAN,
      '"gazette": {',
      '"journal": { "title": "J", "seen": "no", "places": { "p-1": "p. 1" } }, "gazette": {',
    ),
    '"points": -20 }',
    `"points": -20 }, ${note}`,
  );
  expect(await remarks(text)).toEqual([]);
});

test("a rule that feeds itself is named with its circle, and not refused", async () => {
  const circle = `"rules": [
    { "id": "toy/second", "title": "Again", "evidence": "invented", "told": "nothing",
      "when": { "fact": "event", "operator": "in", "value": ["shift-missed", "wage-lost"] },
      "then": { "kind": "post", "points": -50 } },`;
  const pack = parsePack(edited(CLEAN, '"rules": [', circle), "toy.jsonc");
  if (!pack.ok) throw new Error(JSON.stringify(pack.problems));
  const rulebook = assemble(headingOf([pack.value]), [pack.value]);
  if (!rulebook.ok) throw new Error("faulty");
  const [remark, ...others] = lint(rulebook.value, locatorOf([pack.value]), await engineFor(rulebook.value));
  expect(others).toEqual([]);
  expect(remark).toMatchObject({ code: "lint/feeds-itself", severity: "note", at: { line: 36 } });
  expect(remark!.message).toContain("toy/second → toy/no-train → toy/late → toy/second");
});

test.each([
  ["an event that it excludes", '"operator": "notIn", "value": ["shift-missed"]'],
  ["another event", '"operator": "equal", "value": "wage-lost"'],
])("a rule is not set off by %s", async (_, asks) => {
  const rule = `"rules": [
    { "id": "toy/second", "title": "Again", "evidence": "invented", "told": "nothing",
      "when": { "fact": "event", ${asks} },
      "then": { "kind": "post", "points": -50 } },`;
  expect((await remarks(edited(CLEAN, '"rules": [', rule))).filter((each) => each.includes("feeds-itself"))).toEqual(
    [],
  );
});
