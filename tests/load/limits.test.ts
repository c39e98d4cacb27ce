import { describe, expect, test } from "vitest";
import { parseJsonc } from "../../src/load/jsonc.ts";
import { parseOverlay } from "../../src/load/overlay.ts";
import { parsePack } from "../../src/load/pack.ts";
import { parsePersona } from "../../src/load/persona.ts";
import { parseRuleTests } from "../../src/load/rule-test.ts";
import { parseRulebookFile } from "../../src/load/rulebook-file.ts";
import type { Parsed } from "../../src/model/problem.ts";
import { sound } from "../support/shipped.ts";
import { edited, OVERLAY, PACK, PERSONA, RULEBOOK } from "./samples.ts";

type Place = readonly (string | number)[];
type Reader = (text: string, file: string) => Parsed<unknown>;
type Say = (value: unknown) => string[];

const RULE_TESTS = `{
  "kind": "rule-test",
  "tests": [{ "title": "A test", "events": [{ "at": "Y1-01", "event": "red-light" }], "expect": { "denials": 0 } }]
}`;
const readTests: Reader = (text, file) =>
  parseRuleTests(text, file, {
    personas: [word(40)],
    rulebook: () => ({
      scoring: { opening: 0, classes: [{ id: word(20), label: "", min: null }], assigned: "at-once", numbers: {} },
    }),
  });

/** A word of so many letters. */
function word(length: number): string {
  return "x".repeat(length);
}

/** So many, numbered from 1. */
function many<T>(count: number, make: (nth: number) => T): T[] {
  return Array.from({ length: count }, (_, at) => make(at + 1));
}

function codesOf(parsed: Parsed<unknown>): string[] {
  return parsed.ok ? [] : parsed.problems.map(({ code }) => code);
}

/** The sample with a value at a place, read: what is wrong with it. `make`: what stands there. */
function within(read: Reader, sample: string) {
  const { value } = sound(parseJsonc(sample, "sample"));
  return (place: Place, make: (given: never) => unknown = (given) => given): Say =>
    (given) => {
      const file = structuredClone(value);
      let parent = file as Record<string | number, unknown>;
      for (const step of place.slice(0, -1)) parent = parent[step] as Record<string | number, unknown>;
      parent[place.at(-1)!] = make(given as never);
      return codesOf(read(JSON.stringify(file), "limits"));
    };
}

const pack = within(parsePack, PACK);
/** Its answers change no rule. */
const unasking = within(
  parsePack,
  edited(PACK, ', "citations": [], "amend": { "toy/red-light": { "then": { "points": -20 } } }', ""),
);
const overlay = within(parseOverlay, OVERLAY);
const persona = within(parsePersona, PERSONA);
const rulebook = within(parseRulebookFile, RULEBOOK);
const ruleTests = within(readTests, RULE_TESTS);

test.each([
  ["pack", parsePack, PACK],
  ["overlay", parseOverlay, OVERLAY],
  ["persona", parsePersona, PERSONA],
  ["rulebook", parseRulebookFile, RULEBOOK],
  ["rule test", readTests, RULE_TESTS],
])("the %s that the rows edit is itself in order", (_, read: Reader, text) =>
  expect(codesOf(read(text, "x"))).toEqual([]),
);

const source = "gazette:art-7";
const prior = (fact: string) => (value: number) => ({ fact, operator: "lessThan", value });
const CONDITION = ["rules", 0, "when", "all", 1];
const POST = ["rules", 0, "then"];
const EXPECT = ["tests", 0, "expect"];
const event = (value: string): object => ({ fact: "event", operator: "equal", value });
const rule = (nth: number): object => ({
  id: `toy/r${nth}`,
  title: "r",
  when: event("red-light"),
  then: { kind: "delist", list: "court-defaulters" },
  evidence: "invented",
  told: "nothing",
});
const PERSON_LINE = { at: "Y1-02", event: "red-light" };

describe("words of at most so many characters", () => {
  test.each<[what: string, most: number, say: Say, code: string]>([
    ["the title of a rule", 120, pack(["rules", 0, "title"], word), "rule/out-of-range"],
    ["its comment", 2000, pack(["rules", 0, "comment"], word), "rule/out-of-range"],
    ["its caution", 2000, pack(["rules", 0, "caution"], word), "rule/out-of-range"],
    ["its id", 80, pack(["rules", 2, "id"], (length: number) => `t/${word(length - 2)}`), "rule/out-of-range"],
    ["where its source says so", 300, pack(["sources", "gazette", "places", "art-7"], word), "pack/out-of-range"],
    [
      "what that place is called",
      60,
      pack(["sources", "gazette", "places"], (length: number) => ({ "art-7": "art. 7", [word(length)]: "art. 8" })),
      "pack/malformed",
    ],
    ["a citation", 120, overlay(["citations"], (length: number) => [`x:${word(length - 2)}`]), "overlay/out-of-range"],
    [
      "which rules are meant",
      1000,
      overlay(["amend"], (length: number) => ({ [`toy/${word(length - 4)}`]: null })),
      "overlay/malformed",
    ],
    ["the title of a pack", 120, pack(["title"], word), "pack/out-of-range"],
    ["what it is about", 2000, pack(["about"], word), "pack/out-of-range"],
    ["of what time it speaks", 300, pack(["asOf"], word), "pack/out-of-range"],
    ["its version", 20, pack(["version"], word), "pack/out-of-range"],
    ["its id", 60, pack(["id"], word), "pack/out-of-range"],
    ["a class", 20, pack(["scoring", "classes", 2, "id"], word), "pack/out-of-range"],
    ["what the class is called", 120, pack(["scoring", "classes", 2, "label"], word), "pack/out-of-range"],
    ["what a question asks", 300, pack(["questions", "amount", "asks"], word), "pack/out-of-range"],
    ["an answer to it", 600, pack(["questions", "amount", "answers", "ten", "says"], word), "pack/out-of-range"],
    ["the title of a source", 300, pack(["sources", "gazette", "title"], word), "pack/out-of-range"],
    ["where the source is", 500, pack(["sources", "gazette", "where"], word), "pack/out-of-range"],
    ["how much of it was seen", 500, pack(["sources", "gazette", "seen"], word), "pack/out-of-range"],
    ["what an unknown is", 2000, pack(["unknowns"], (length: number) => [word(length)]), "pack/out-of-range"],
    [
      "the key of a source",
      40,
      pack(["sources"], (length: number) => ({
        gazette: { title: "A gazette", seen: "whole", places: { "art-7": "art. 7" } },
        [word(length)]: { title: "Another", seen: "whole", places: {} },
      })),
      "pack/malformed",
    ],
    ["the title of an overlay", 120, overlay(["title"], word), "overlay/out-of-range"],
    ["its version", 20, overlay(["version"], word), "overlay/out-of-range"],
    ["of what time it speaks", 300, overlay(["asOf"], word), "overlay/out-of-range"],
    ["what it extends", 1000, overlay(["extends"], word), "overlay/out-of-range"],
    ["the title of a rulebook", 120, rulebook(["title"], word), "rulebook/out-of-range"],
    [
      "its warning",
      2000,
      rulebook(["warning"], (length: number) => "nobody lived under exactly these rules together".padEnd(length, ".")),
      "rulebook/out-of-range",
    ],
    ["the id of a persona", 40, persona(["id"], word), "persona/out-of-range"],
    ["the title of a rule test", 120, ruleTests(["tests", 0, "title"], word), "rule-test/out-of-range"],
    ["its rulebook", 500, ruleTests(["rulebook"], word), "rule-test/out-of-range"],
    [
      "its persona",
      40,
      ruleTests(["tests", 0], (length: number) => ({ title: "t", persona: word(length), expect: { denials: 0 } })),
      "rule-test/out-of-range",
    ],
    ["the class that it expects", 20, ruleTests([...EXPECT, "class"], word), "rule-test/out-of-range"],
  ])("%s: %i", (_, most, say, code) => expect([say(most), say(most + 1)[0]]).toEqual([[], code]));
});

describe("at most so many", () => {
  test.each<[what: string, most: number, say: Say, code: string]>([
    ["rules of a pack", 500, unasking(["rules"], (count: number) => many(count, rule)), "pack/out-of-range"],
    [
      "classes",
      20,
      pack(["scoring", "classes"], (count: number) =>
        many(count, (nth) => ({ id: `c${nth}`, label: "c", min: nth === count ? null : -nth })),
      ),
      "pack/out-of-range",
    ],
    ["unknowns", 100, pack(["unknowns"], (count: number) => many(count, () => "?")), "pack/out-of-range"],
    [
      "citations of a rule",
      40,
      pack(["rules", 0, "citations"], (count: number) => many(count, () => source)),
      "rule/out-of-range",
    ],
    ["rules added", 500, overlay(["add"], (count: number) => many(count, rule)), "overlay/out-of-range"],
    [
      "packs of a rulebook",
      12,
      rulebook(["packs"], (count: number) => many(count, (nth) => `p${nth}`)),
      "rulebook/out-of-range",
    ],
    [
      "events of a persona",
      48,
      persona(["timeline"], (count: number) => many(count, () => PERSON_LINE)),
      "persona/out-of-range",
    ],
    [
      "doors refused that are expected",
      200,
      ruleTests([...EXPECT, "denied"], (count: number) => many(count, () => "air-travel")),
      "rule-test/out-of-range",
    ],
    [
      "losses that are expected",
      200,
      ruleTests([...EXPECT, "losses"], (count: number) => many(count, () => "wage-lost")),
      "rule-test/out-of-range",
    ],
    [
      "tests in a file",
      100,
      ruleTests(["tests"], (count: number) =>
        many(count, () => ({ title: "t", events: [PERSON_LINE], expect: { denials: 0 } })),
      ),
      "rule-test/out-of-range",
    ],
  ])("%s: %i", (_, most, say, code) => expect([say(most), say(most + 1)]).toEqual([[], [code]]));
});

describe("numbers from here to there", () => {
  test.each<[what: string, least: number, most: number, say: Say, code: string]>([
    ["points that a rule moves", -1000, 1000, pack([...POST, "points"]), "rule/out-of-range"],
    ["months until they return", 1, 120, pack([...POST, "expiresAfterMonths"]), "rule/out-of-range"],
    ["months before they are entered", 0, 120, pack([...POST, "afterMonths"]), "rule/out-of-range"],
    [
      "months on a list",
      1,
      120,
      pack(["rules", 2, "then"], (termMonths: number) => ({ kind: "enlist", list: "court-defaulters", termMonths })),
      "rule/out-of-range",
    ],
    ["points at the opening", 0, 10_000, pack(["scoring", "opening"]), "pack/out-of-range"],
    ["months until deductions return", 1, 120, pack(["scoring", "deductionsReturnAfterMonths"]), "pack/out-of-range"],
    ["a score that is asked for", -100_000, 100_000, pack(CONDITION, prior("score")), "rule/out-of-range"],
    ["months that are asked for", 0, 120, pack(CONDITION, prior("monthsSince:charity")), "rule/out-of-range"],
    ["entries that are asked for", 0, 2000, pack(CONDITION, prior("priorCount")), "rule/out-of-range"],
    ["points that are expected", -100_000, 100_000, ruleTests([...EXPECT, "points"]), "rule-test/out-of-range"],
    ["denials that are expected", 0, 2000, ruleTests([...EXPECT, "denials"]), "rule-test/out-of-range"],
    ["months shut that are expected", 0, 120, ruleTests([...EXPECT, "monthsShut"]), "rule-test/out-of-range"],
  ])("%s: %i to %i", (_, least, most, say, code) =>
    expect([least - 1, least, most, most + 1].map(say)).toEqual([[code], [], [], [code]]),
  );

  test.each<[what: string, end: number, beyond: number, say: Say]>([
    ["a floor", -100_000, -100_001, pack(["scoring", "floor"])],
    ["a ceiling", 100_000, 100_001, pack(["scoring", "ceiling"])],
    ["the highest class", 100_000, 100_001, pack(["scoring", "classes", 0, "min"])],
    ["the lowest but one", -100_000, -100_001, pack(["scoring", "classes", 1, "min"])],
  ])("%s: as far as %i", (_, end, beyond, say) => expect([end, beyond].map(say)).toEqual([[], ["pack/out-of-range"]]));

  test.each([
    ["a floor", "floor", 101, "scoring/floor-above-opening"],
    ["a ceiling", "ceiling", 99, "scoring/ceiling-below-opening"],
  ])("%s: as far as the opening", (_, limit, beyond, code) =>
    expect([100, beyond].map(pack(["scoring", limit]))).toEqual([[], [code]]),
  );

  test("the months of story time", () => {
    const at = (month: string): string[] => persona(["timeline"], () => [{ ...PERSON_LINE, at: month }])(null);
    expect(["Y1-01", "Y1-12", "Y10-12"].flatMap(at)).toEqual([]);
    for (const month of ["Y1-00", "Y1-13", "Y10-13", "Y11-01", "Y0-12"])
      expect(at(month), month).toEqual(["persona/malformed"]);
  });
});

describe("a file", () => {
  const codes = (text: string): string[] => codesOf(parseJsonc(text, "x"));

  test("of a million characters is read, and none of one more", () => {
    expect([codes(`"${word(999_998)}"`), codes(`"${word(999_999)}"`)]).toEqual([[], ["file/too-large"]]);
  });

  // The list is one value itself.
  test("of 25,000 keys and values is read, and none of one more", () => {
    const list = (count: number): string => `[${many(count, () => 1).join(",")}]`;
    expect([codes(list(24_999)), codes(list(25_000))]).toEqual([[], ["file/too-many-values"]]);
  });

  test("with a hundred problems is told all of them; with more, that there are more", () => {
    const faulty = (count: number): string[] =>
      persona(["timeline", 0], () => ({ ...PERSON_LINE, ...Object.fromEntries(many(count, (nth) => [`k${nth}`, 0])) }))(
        null,
      );
    expect(faulty(100)).toEqual(many(100, () => "persona/unknown-key"));
    expect(faulty(101)).toEqual([...many(100, () => "persona/unknown-key"), "file/many-problems"]);
  });
});
