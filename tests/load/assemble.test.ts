import { describe, expect, test } from "vitest";
import { assemble, COMPOSITE_WARNING, headingOf, locatorOf, TRAVEL_NOTE } from "../../src/load/assemble.ts";
import { canonicalJson, digestOf } from "../../src/load/digest.ts";
import { type LoadedPack, parsePack } from "../../src/load/pack.ts";
import { parseRulebookFile } from "../../src/load/rulebook-file.ts";
import { edited, PACK, RULEBOOK } from "./samples.ts";

function loaded(text: string, file = "toy.jsonc"): LoadedPack {
  const parsed = parsePack(text, file);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

/** A second pack that keeps no score and leans on the first. */
const OTHER = `{
  "kind": "pack", "id": "other-toy", "version": "1", "title": "Another", "about": "Made up.", "asOf": "never",
  "sources": {},
  "rules": [
    { "id": "other/no-plane", "title": "No plane", "evidence": "invented", "told": "nothing",
      "when": { "all": [ { "fact": "class", "operator": "equal", "value": "C" },
                         { "fact": "measures", "operator": "contains", "value": "toy/no-train" } ] },
      "then": { "kind": "measure", "closes": ["air-travel"] } }
  ]
}`;

function problemsOf(...packs: LoadedPack[]): string[] {
  const parsed = assemble(headingOf(packs), packs);
  return parsed.ok ? [] : parsed.problems.map(({ code, at }) => `${code} ${at.file}:${at.line}:${at.column}`);
}

describe("putting packs together", () => {
  test("one pack is no composite", () => {
    const parsed = assemble(headingOf([loaded(PACK)]), [loaded(PACK)]);
    expect(parsed).toMatchObject({ ok: true, value: { id: "toy", title: "A toy rule book", warning: null } });
  });

  test("several are, and say so; their rules keep their order", () => {
    const packs = [loaded(PACK), loaded(OTHER)];
    const parsed = assemble(headingOf(packs), packs);
    expect(parsed).toMatchObject({ ok: true, value: { id: "toy+other-toy", warning: COMPOSITE_WARNING } });
    if (!parsed.ok) return;
    expect(parsed.value.rules.map(({ id, pack }) => `${pack}: ${id}`)).toEqual([
      "toy: toy/red-light",
      "toy: toy/no-train",
      "toy: toy/late",
      "other-toy: other/no-plane",
    ]);
    const { digest, ...content } = parsed.value;
    expect(digest).toBe(digestOf(content));
    expect(JSON.parse(JSON.stringify(parsed.value))).toEqual(parsed.value);
  });

  test("that no class shuts travel is said where a score is kept, and something else shuts it", () => {
    const byList = loaded(OTHER.replace(/\{ "fact": "class".*\n\s*/, ""));
    const noTravel = loaded(edited(PACK, '"closes": ["high-speed-rail"]', '"closes": ["private-loan"]'));
    const said = (...packs: readonly LoadedPack[]): boolean => headingOf(packs).warning!.includes(TRAVEL_NOTE);
    expect(said(noTravel, byList)).toBe(true);
    expect(said(byList, byList)).toBe(false);
    expect(said(noTravel, loaded(OTHER))).toBe(false);
    expect(said(noTravel, noTravel)).toBe(false);
  });

  test("what the file leaves out is filled in", () => {
    const { pack } = loaded(edited(PACK, '"event": "shift-missed"', '"attempt": "air-travel"'));
    expect(pack.rules[2]).toMatchObject({ then: { attempt: "air-travel", purpose: "none" }, citations: [] });
    expect(pack.scoring).toMatchObject({ numbers: {}, classes: [{}, {}, { min: null }] });
    expect(pack.unknowns).toEqual([]);
    expect(Object.keys(pack)).not.toContain("kind");
  });
});

describe("what is wrong only in company", () => {
  test("no packs", () => expect(problemsOf()).toEqual(["rulebook/no-packs :1:1"]));
  test("a measure of an absent pack; a class where no score is kept merely never matches", () => {
    expect(problemsOf(loaded(OTHER, "o"))).toEqual(["rule/unknown-measure o:7:81"]);
  });
  test("the same pack twice: one score, and every rule doubled", () => {
    expect(problemsOf(loaded(PACK, "a"), loaded(PACK, "b"))).toEqual([
      "rulebook/two-scorings b:9:3",
      "rule/duplicate-id b:37:13",
      "rule/duplicate-id b:49:13",
      "rule/duplicate-id b:57:13",
    ]);
  });
  test("points where none are kept", () => {
    const text = edited(PACK, PACK.slice(PACK.indexOf('  "scoring"'), PACK.indexOf('  "sources"')), "");
    expect(problemsOf(loaded(text))).toEqual(["rulebook/no-scoring toy.jsonc:34:25"]);
  });
  test("one key for two sources", () => {
    const other = OTHER.replace(
      '"sources": {}',
      '"sources": { "gazette": { "title": "Another gazette", "seen": "whole", "places": {} } }',
    );
    expect(problemsOf(loaded(PACK), loaded(other, "o"))).toEqual(["rulebook/two-sources o:3:16"]);
    const same = OTHER.replace(
      '"sources": {}',
      '"sources": { "gazette": { "seen": "whole", "places": {}, "title": "A gazette" } }',
    );
    expect(problemsOf(loaded(PACK), loaded(same, "o"))).toEqual([]);
  });
  test("one name for two places; each pack may name places of its own in one source", () => {
    const naming = (places: object): LoadedPack =>
      loaded(
        OTHER.replace(
          '"sources": {}',
          `"sources": { "gazette": { "title": "A gazette", "seen": "whole", "places": ${JSON.stringify(places)} } }`,
        ),
        "o",
      );
    expect(problemsOf(loaded(PACK), naming({ "art-7": "art. 7 (2)", annex: "the annex" }))).toEqual([
      "rulebook/two-places o:3:79",
    ]);
    const packs = [loaded(PACK), naming({ "art-7": "art. 7", annex: "the annex" })];
    const parsed = assemble(headingOf(packs), packs);
    expect(parsed.ok && parsed.value.sources["gazette"]!.places).toMatchObject({
      "art-1": "art. 1",
      "art-7": "art. 7",
      annex: "the annex",
    });
  });
  test("one key for two questions", () => {
    const question =
      '"questions": { "amount": { "asks": "?", "answers": { "ten": { "says": "10" }, "two": { "says": "2" } }, "default": "ten" } },';
    expect(problemsOf(loaded(PACK), loaded(OTHER.replace('"sources"', `${question}\n"sources"`), "o"))).toEqual([
      "rulebook/two-questions o:3:18",
    ]);
  });
  test("a class that is none, with what was meant", () => {
    const packs = [loaded(edited(PACK, '["A", "B"]', '["A", "BB"]'))];
    expect(assemble(headingOf(packs), packs)).toMatchObject({
      problems: [
        {
          code: "rule/unknown-class",
          at: { line: 51, column: 76, path: "rules[1].when.not.value[1]" },
          advice: "Did you mean “B”?",
        },
      ],
    });
  });
  test("a class that only a reading names", () => {
    const text = edited(
      PACK,
      '{ "then": { "points": -20 } }',
      '{ "when": { "all": [{ "fact": "event", "operator": "equal", "value": "red-light" }, { "fact": "class", "operator": "equal", "value": "Z" }] } }',
    );
    expect(problemsOf(loaded(text))).toEqual(["rule/unknown-class toy.jsonc:30:217"]);
  });
  test("a measure that ends by beginning", () => {
    const itself = OTHER.replace(
      '"operator": "contains", "value": "toy/no-train"',
      '"operator": "doesNotContain", "value": "other/no-plane"',
    );
    expect(problemsOf(loaded(PACK), loaded(itself, "o"))).toEqual(["rule/denies-itself o:6:15"]);
  });
});

test("a rule is found in its pack, a source in whichever has it", () => {
  const locate = locatorOf([loaded(PACK, "a"), loaded(OTHER, "b")]);
  expect(locate("other/no-plane", ["title"])).toMatchObject({ file: "b", line: 5 });
  expect(locate(null, ["sources", "gazette"])).toMatchObject({ file: "a", line: 19, column: 5 });
});

describe("digests", () => {
  test("do not depend on the order of keys", () => {
    expect(digestOf({ a: 1, b: [{ c: 2, d: null }] })).toBe(digestOf({ b: [{ d: null, c: 2 }], a: 1 }));
  });
  test("depend on everything else", () => expect(digestOf([1, 2])).not.toBe(digestOf([2, 1])));
  test("are SHA-256 of canonical JSON", () => {
    expect(canonicalJson({ b: "ü", a: undefined, c: [-0] })).toBe('{"b":"ü","c":[0]}');
    expect(digestOf({})).toBe("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  });
});

describe("rulebook files", () => {
  test("are read", () => {
    const parsed = parseRulebookFile(RULEBOOK, "r");
    expect(parsed).toMatchObject({ ok: true, value: { rulebook: { id: "toys", packs: ["toy", "other-toy"] } } });
    if (parsed.ok) expect(parsed.value.locate(["packs", 1])).toMatchObject({ file: "r", line: 6, column: 20 });
  });
  test.each([
    ["a pack twice", '"other-toy"', '"toy"', "rulebook/pack-twice 6:20"],
    [
      "a composite without a warning",
      '"Toys: nobody lived under exactly these rules together."',
      "null",
      "rulebook/no-warning 5:14",
    ],
    ["a composite that says something else", "nobody lived", "everybody lived", "rulebook/no-warning 5:14"],
    ["no packs", '["toy", "other-toy"]', "[]", "rulebook/out-of-range 6:12"],
    ["an unknown key", '"title"', '"tite": 1, "title"', "rulebook/unknown-key 4:3"],
  ])("%s", (_, from, to, says) => {
    const parsed = parseRulebookFile(edited(RULEBOOK, from, to), "r");
    expect(parsed.ok ? [] : parsed.problems.map(({ code, at }) => `${code} ${at.line}:${at.column}`)).toEqual([says]);
  });
});
