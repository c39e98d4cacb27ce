import { describe, expect, test } from "vitest";
import { CIRCUMSTANCE_NAMES } from "../../src/model/vocabulary/circumstances.ts";
import { parsePersona } from "../../src/load/persona.ts";
import { edited, PERSONA } from "./samples.ts";

test("a persona is read; what it does not say is not known", () => {
  const parsed = parsePersona(PERSONA, "toy.json");
  expect(parsed).toMatchObject({
    ok: true,
    value: {
      id: "toy-person",
      name: "luo-min",
      timeline: [
        { month: 1, event: "red-light" },
        { month: 2, attempt: "high-speed-rail", purpose: "work", occasionedBy: 1 },
        { month: 2, attempt: "air-travel", purpose: "none" },
      ],
    },
  });
  if (!parsed.ok) return;
  expect(Object.keys(parsed.value)).toEqual(["id", "name", "circumstances", "timeline"]);
  expect(parsed.value.circumstances).toEqual({
    ...Object.fromEntries(CIRCUMSTANCE_NAMES.map((name) => [name, "not-known"])),
    work: "employed",
    // Only an event of the story brings one about.
    limit: "none",
    permission: "none",
  });
});

const FIRST = '{ "at": "Y1-02", "event": "red-light" }';
const SECOND = '{ "at": "Y1-03", "attempt": "high-speed-rail", "purpose": "work", "occasionedBy": 1 }';

describe("no real person fits, and no timeline that means nothing", () => {
  test.each<[what: string, from: string, to: string, says: string[]]>([
    ["a name of one's own", '"luo-min"', '"Li Wei"', ["persona/unknown-name 4:11"]],
    ["a date", '"at": "Y1-02"', '"at": "2014-05-03"', ["persona/malformed 7:13"]],
    ["an eleventh year", '"at": "Y1-02"', '"at": "Y11-01"', ["persona/malformed 7:13"]],
    ["a comment", '"name"', '"comment": "my neighbour", "name"', ["persona/unknown-key 4:3"]],
    ["an address", '"work": "employed"', '"address": "5 Long Street"', ["persona/unknown-key 5:22"]],
    ["a circumstance in words", '"employed"', '"sells tea"', ["persona/unknown-value 5:30"]],
    ["a note on an event", FIRST, FIRST.replace(" }", ', "note": "x" }'), ["persona/unknown-key 7:44"]],
    ["an event in words", '"red-light"', '"red light near home"', ["persona/unknown-event 7:31"]],
    ["an unknown door", '"air-travel"', '"boat"', ["persona/unknown-door 9:33"]],
    ["an unknown purpose", '"purpose": "work"', '"purpose": "fun"', ["persona/unknown-purpose 8:63"]],
    ["words in the schema's key", '"kind"', '"$schema": "Li Wei", "kind"', ["persona/malformed 2:14"]],
    ["a long id", '"toy-person"', `"${"x".repeat(41)}"`, ["persona/out-of-range 3:9"]],
    ["an id in words", '"toy-person"', '"Li Wei, 1984"', ["persona/malformed 3:9"]],
    [
      "an event and an attempt",
      FIRST,
      FIRST.replace(" }", ', "attempt": "air-travel" }'),
      ["persona/unclear-line 7:5"],
    ],
    ["neither", FIRST, '{ "at": "Y1-02" }', ["persona/unclear-line 7:5"]],
    [
      "a purpose of an event",
      FIRST,
      FIRST.replace(" }", ', "purpose": "work" }'),
      ["persona/purpose-without-attempt 7:55"],
    ],
    ["disorder", '"at": "Y1-02"', '"at": "Y2-01"', ["persona/out-of-order 8:13"]],
    ["a later occasion", '"occasionedBy": 1', '"occasionedBy": 2', ["persona/occasioned-by-later 8:87"]],
    [
      "an occasion of the first line",
      FIRST,
      FIRST.replace(" }", ', "occasionedBy": 1 }'),
      ["persona/occasioned-by-later 7:60"],
    ],
    [
      "no events",
      `${FIRST},\n    ${SECOND},\n    { "at": "Y1-03", "attempt": "air-travel" }`,
      "",
      ["persona/out-of-range 6:15"],
    ],
    ["49 events", FIRST, `${FIRST}, `.repeat(46) + FIRST, ["persona/out-of-range 6:15"]],
    ["a pack", '"kind": "persona"', '"kind": "pack"', ["persona/wrong-kind 2:11"]],
  ])("%s", (_, from, to, says) => {
    const parsed = parsePersona(edited(PERSONA, from, to), "toy.json");
    const problems = parsed.ok ? [] : parsed.problems;
    expect(problems.map(({ code, at }) => `${code} ${at.line}:${at.column}`)).toEqual(says);
    for (const { code, advice } of problems) {
      if (/unknown|malformed/.test(code)) expect(advice).toContain("ETHICS.md");
    }
  });
});
