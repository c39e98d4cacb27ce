import { describe, expect, test } from "vitest";
import { parsePack } from "../../src/load/pack.ts";
import { edited, PACK } from "./samples.ts";

interface Row {
  readonly what: string;
  readonly from: string;
  readonly to: string;
  /** `code line:column`, all of them. */
  readonly says: readonly string[];
  /** A part of the first advice. */
  readonly advice?: string;
}

const LEAF = '{ "fact": "priorCount", "operator": "lessThan", "value": 3 }';
const leaf = (what: string, to: string, ...says: string[]): Row => ({ what, from: LEAF, to, says });
const post = '{ "kind": "post", "points": -10, "expiresAfterMonths": 24 }';

const AMEND = '"toy/red-light": { "then": { "points": -20 } }';
const CHANGES = `"citations": [], "amend": { ${AMEND} }`;

const TEXT: readonly Row[] = [
  { what: "a missing comma", from: '"version": "1",', to: '"version": "1"', says: ["file/syntax 6:3"] },
  {
    what: "two errors of syntax",
    from: '"version": "1",\n  "title"',
    to: '"version": nope,\n  title',
    says: ["file/syntax 5:14", "file/syntax 6:3"],
  },
  {
    what: "an unfinished text",
    from: '"A toy rule book"',
    to: '"A toy rule book',
    says: ["file/syntax 6:12", "file/syntax 7:3"],
  },
  {
    what: "a key given twice",
    from: '"version": "1",',
    to: '"version": "1", "version": "2",',
    says: ["file/duplicate-key 5:19"],
  },
  {
    what: "a reserved key",
    from: '"version": "1",',
    to: '"version": "1", "__proto__": {},',
    says: ["file/reserved-key 5:19"],
  },
  {
    what: "a bidirectional control",
    from: "A toy rule",
    to: "A \u202e toy rule",
    says: ["file/forbidden-character 6:15"],
  },
  { what: "one as an escape", from: "A toy rule", to: "A \\u202E toy rule", says: ["file/forbidden-character 6:15"] },
  {
    what: "a terminal command as an escape, in a key",
    from: '"gazette": {',
    to: '"\\u001b[2J": {',
    says: ["file/forbidden-character 19:6"],
  },
  {
    what: "a terminal command of one character",
    from: "A toy rule",
    to: "A \u009b toy rule",
    says: ["file/forbidden-character 6:15"],
  },
  {
    what: "a control character in a comment",
    from: "// A toy.",
    to: "// A \u0007toy.",
    says: ["file/forbidden-character 1:6"],
  },
  {
    what: "a backspace by its short escape",
    from: "A toy rule",
    to: "A \\b rule",
    says: ["file/forbidden-character 6:15"],
  },
  { what: "half a character", from: "A toy rule", to: "A \\ud800 rule", says: ["file/forbidden-character 6:15"] },
];

const SHAPE: readonly Row[] = [
  {
    what: "a misspelt key",
    from: '"evidence": "reported"',
    to: '"evidense": "reported"',
    says: ["rule/missing-key 36:5", "rule/unknown-key 44:7"],
  },
  {
    what: "a misspelt key at the top",
    from: '"asOf"',
    to: '"asof"',
    says: ["pack/missing-key 2:1", "pack/unknown-key 8:3"],
  },
  { what: "another kind of file", from: '"kind": "pack"', to: '"kind": "persona"', says: ["pack/wrong-kind 3:11"] },
  {
    what: "an unknown kind of file",
    from: '"kind": "pack"',
    to: '"kind": "pak"',
    says: ["pack/unknown-kind 3:11"],
    advice: "“pack”",
  },
  { what: "an id with capitals", from: '"id": "toy",', to: '"id": "Toy",', says: ["pack/malformed 4:9"] },
  {
    what: "a citation without its place",
    from: '["gazette:art-7"]',
    to: '["gazette"]',
    says: ["rule/malformed 45:21"],
    advice: "CD10:range",
  },
  {
    what: "a citation that is an object",
    from: '["gazette:art-7"]',
    to: '[{ "source": "gazette", "locator": "art. 7" }]',
    says: ["rule/wrong-type 45:21"],
  },
  {
    what: "a source without its places",
    from: '"seen": "whole",\n      "places"',
    to: '"seen": "whole",\n      "place"',
    says: ["pack/missing-key 19:16", "pack/unknown-key 22:7"],
    advice: "“places”",
  },
  {
    what: "a selector without its pack",
    from: '"amend": { "toy/red-light"',
    to: '"amend": { "red-light"',
    says: ["pack/malformed 30:67"],
  },
  {
    what: "a selector of two packs",
    from: '"amend": { "toy/red-light"',
    to: '"amend": { "toy/red-light,other/x"',
    says: ["pack/malformed 30:67"],
  },
  {
    what: "an answer that changes a rule to a text",
    from: '{ "then": { "points": -20 } }',
    to: '"no"',
    says: ["pack/wrong-type 30:84"],
  },
  {
    what: "a rule with readings of its own",
    from: '"told": "nothing"',
    to: '"readings": [], "told": "nothing"',
    says: ["rule/unknown-key 46:7"],
  },
  { what: "a rule id without its pack", from: '"toy/late"', to: '"late"', says: ["rule/malformed 57:13"] },
  { what: "an empty title", from: '"A red light"', to: '""', says: ["rule/out-of-range 38:16"] },
  { what: "a title too long", from: '"A red light"', to: `"${"x".repeat(121)}"`, says: ["rule/out-of-range 38:16"] },
  {
    what: "an unknown level of evidence",
    from: '"evidence": "reported"',
    to: '"evidence": "report"',
    says: ["rule/unknown-evidence 44:19"],
    advice: "“reported”",
  },
  {
    what: "an unknown way of telling",
    from: '"told": "nothing"',
    to: '"told": "no"',
    says: ["rule/unknown-told 46:15"],
  },
  {
    what: "nothing said of what is told",
    from: '"told": "nothing"',
    to: '"comment": "?"',
    says: ["rule/missing-key 36:5"],
  },
  {
    what: "a remark that somebody is told of",
    from: '{ "kind": "lead", "event": "shift-missed" },\n      "evidence": "invented",\n      "told": "outcome"',
    to: '{ "kind": "remark", "says": "no shift" },\n      "evidence": "invented",\n      "told": "outcome"',
    says: ["rule/told-remark 65:15"],
  },
  {
    what: "a remark longer than a sentence",
    from: '{ "kind": "lead", "event": "shift-missed" }',
    to: `{ "kind": "remark", "says": "${"x".repeat(241)}" }`,
    says: ["rule/out-of-range 63:43"],
  },
  {
    what: "a remark with somebody's number",
    from: '{ "kind": "lead", "event": "shift-missed" },\n      "evidence": "invented",\n      "told": "outcome"',
    to: '{ "kind": "remark", "says": "see 320324199001011234" },\n      "evidence": "invented"',
    says: ["pack/identifies-someone 63:43"],
  },
  {
    what: "no such effect",
    from: '"kind": "post"',
    to: '"kind": "posts"',
    says: ["rule/unknown-kind 43:25"],
    advice: "“post”",
  },
  { what: "an effect of no kind", from: '"kind": "post", ', to: "", says: ["rule/missing-key 43:15"] },
  {
    what: "a term that is neither months nor unknown",
    from: post,
    to: '{ "kind": "enlist", "list": "court-defaulters", "termMonths": "unknwon" }',
    says: ["rule/unknown-term 43:77"],
    advice: "or “unknown”",
  },
  { what: "no points", from: post, to: '{ "kind": "post", "points": 0 }', says: ["rule/no-points 43:43"] },
  {
    what: "half a point",
    from: post,
    to: '{ "kind": "post", "points": -0.5 }',
    says: ["rule/not-a-whole-number 43:43"],
  },
  {
    what: "absurdly many points",
    from: post,
    to: '{ "kind": "post", "points": 1e300 }',
    says: ["rule/out-of-range 43:43"],
  },
  {
    what: "too many points",
    from: post,
    to: '{ "kind": "post", "points": 1001 }',
    says: ["rule/out-of-range 43:43"],
    advice: "-1000 to 1000",
  },
  { what: "points in quotes", from: '"points": -10', to: '"points": "-10"', says: ["rule/wrong-type 43:43"] },
  {
    what: "an expiry at once",
    from: '"expiresAfterMonths": 24',
    to: '"expiresAfterMonths": 0',
    says: ["rule/out-of-range 43:70"],
  },
  {
    what: "an unknown door",
    from: '["high-speed-rail"]',
    to: '["high-speed-rial"]',
    says: ["rule/unknown-door 52:47"],
    advice: "“high-speed-rail”",
  },
  {
    what: "a measure that waits",
    from: '"closes": ["high-speed-rail"]',
    to: '"closes": ["high-speed-rail"], "afterMonths": 2',
    says: ["rule/unknown-key 52:67"],
  },
  {
    what: "an unknown life event",
    from: '"event": "shift-missed"',
    to: '"event": "shift-mised"',
    says: ["rule/unknown-event 63:42"],
    advice: "“shift-missed”",
  },
  {
    what: "a lead to two things",
    from: '"event": "shift-missed"',
    to: '"event": "shift-missed", "attempt": "air-travel"',
    says: ["rule/unclear-lead 63:15"],
  },
  {
    what: "a lead to nothing",
    from: '"kind": "lead", "event": "shift-missed"',
    to: '"kind": "lead"',
    says: ["rule/unclear-lead 63:15"],
  },
  {
    what: "a purpose without an attempt",
    from: '"event": "shift-missed"',
    to: '"event": "shift-missed", "purpose": "work"',
    says: ["rule/purpose-without-attempt 63:69"],
  },
  {
    what: "an opening out of range",
    from: '"opening": 100',
    to: '"opening": 10001',
    says: ["pack/out-of-range 10:16"],
  },
  {
    what: "an answer that is no text",
    from: '{ "says": "ten" }',
    to: '{ "says": 10 }',
    says: ["pack/wrong-type 29:26"],
  },
  { what: "an answer that says nothing", from: '{ "says": "ten" }', to: "{}", says: ["pack/missing-key 29:16"] },
];

const CONDITIONS: readonly Row[] = [
  leaf("an empty any", '{ "any": [] }', "rule/empty-list 41:18"),
  leaf("an empty all", '{ "all": [] }', "rule/empty-list 41:18"),
  leaf("both any and all", '{ "all": [], "any": [] }', "rule/mixed-condition 41:9"),
  leaf("all and not", '{ "all": [], "not": {} }', "rule/mixed-condition 41:9"),
  leaf("a comparison with an any", LEAF.replace("}", ', "any": [] }'), "rule/mixed-condition 41:9"),
  leaf("a path", LEAF.replace("}", ', "path": "$.x" }'), "rule/refused-key 41:70"),
  leaf("params", LEAF.replace("}", ', "params": {} }'), "rule/refused-key 41:70"),
  leaf("a priority", LEAF.replace("}", ', "priority": 2 }'), "rule/refused-key 41:70"),
  leaf("an unknown key", LEAF.replace("operator", "operater"), "rule/missing-key 41:9", "rule/unknown-key 41:33"),
  leaf("an empty condition", "{}", "rule/empty-condition 41:9"),
  leaf("a condition that is text", '"always"', "rule/not-a-condition 41:9"),
  leaf("an any that is no array", '{ "any": {} }', "rule/not-a-list 41:18"),
  leaf("an unknown fact", LEAF.replace("priorCount", "priorcounts"), "rule/unknown-fact 41:19"),
  leaf("an unknown operator", LEAF.replace("lessThan", "less"), "rule/unknown-operator 41:45"),
  leaf(
    "an unknown fact and operator",
    LEAF.replace("priorCount", "x").replace("lessThan", "y"),
    "rule/unknown-fact 41:19",
    "rule/unknown-operator 41:36",
  ),
  leaf("a number in quotes", LEAF.replace("3", '"3"'), "rule/value-does-not-fit 41:66"),
  leaf("half a number", LEAF.replace("3", "2.5"), "rule/not-a-whole-number 41:66"),
  leaf("an absurd number", LEAF.replace("3", "1e9"), "rule/out-of-range 41:66"),
  leaf(
    "null where nothing is null",
    LEAF.replace("lessThan", "equal").replace("3", "null"),
    "rule/value-does-not-fit 41:63",
  ),
  leaf(
    "an order with null",
    '{ "fact": "score", "operator": "lessThan", "value": null }',
    "rule/value-does-not-fit 41:61",
  ),
  leaf(
    "lessThan on a word",
    '{ "fact": "door", "operator": "lessThan", "value": 3 }',
    "rule/operator-does-not-fit 41:39",
  ),
  leaf(
    "contains on a word",
    '{ "fact": "door", "operator": "contains", "value": "air-travel" }',
    "rule/operator-does-not-fit 41:39",
  ),
  leaf(
    "equal on a set",
    '{ "fact": "lists", "operator": "equal", "value": "court-defaulters" }',
    "rule/operator-does-not-fit 41:40",
  ),
  leaf(
    "in without an array",
    '{ "fact": "door", "operator": "in", "value": "air-travel" }',
    "rule/value-does-not-fit 41:54",
  ),
  leaf("in with an empty array", '{ "fact": "door", "operator": "in", "value": [] }', "rule/value-does-not-fit 41:54"),
  leaf(
    "equal with an array",
    '{ "fact": "door", "operator": "equal", "value": ["air-travel"] }',
    "rule/value-does-not-fit 41:57",
  ),
  leaf(
    "a number among words",
    '{ "fact": "door", "operator": "in", "value": ["air-travel", 3] }',
    "rule/value-does-not-fit 41:69",
  ),
  leaf("an unknown door", '{ "fact": "door", "operator": "in", "value": ["air-travl"] }', "rule/unknown-door 41:55"),
  leaf("an unknown event", '{ "fact": "event", "operator": "equal", "value": "redlight" }', "rule/unknown-event 41:58"),
  leaf("an unknown list", '{ "fact": "lists", "operator": "contains", "value": "court" }', "rule/unknown-list 41:61"),
  leaf(
    "an unknown purpose",
    '{ "fact": "purpose", "operator": "equal", "value": "fun" }',
    "rule/unknown-purpose 41:60",
  ),
  leaf(
    "an unknown circumstance",
    '{ "fact": "circumstance:savings", "operator": "equal", "value": "much" }',
    "rule/unknown-value 41:73",
  ),
  leaf(
    "truth in quotes",
    '{ "fact": "denied", "operator": "equal", "value": "true" }',
    "rule/value-does-not-fit 41:59",
  ),
];

const MEANING: readonly Row[] = [
  {
    what: "a rule at no event",
    from: '{ "fact": "event", "operator": "equal", "value": "red-light" },',
    to: "",
    says: ["rule/no-event 39:15"],
  },
  {
    what: "a measure at an event",
    from: '{ "fact": "class", "operator": "in", "value": ["A", "B"] }',
    to: '{ "fact": "event", "operator": "equal", "value": "attempt" }',
    says: ["rule/measure-reads-event 51:15"],
  },
  {
    what: "no citation",
    from: '["gazette:art-7"]',
    to: "[]",
    says: ["rule/uncited 44:19"],
  },
  {
    what: "a source that is not there",
    from: '["gazette:art-7"]',
    to: '["gazete:art-7"]',
    says: ["rule/unknown-source 45:21"],
    advice: "“gazette”",
  },
  {
    what: "a place that is not there",
    from: '["gazette:art-7"]',
    to: '["gazette:art-77"]',
    says: ["rule/unknown-place 45:21"],
    advice: "Did you mean “art-7”? Or name it under “places” of the source.",
  },
  {
    what: "a place that is not there, of a number",
    from: '"evidence": "reported"',
    to: '"evidence": "reported", "numbers": { "points": { "evidence": "reported", "citations": ["gazette:seven"] } }',
    says: ["rule/unknown-place 44:94"],
    advice: "art-1",
  },
  {
    what: "a place in capitals, of how it was told",
    from: '"told": "nothing"',
    to: '"told": "nothing", "toldNote": { "evidence": "reported", "citations": ["gazette:toString"] }',
    says: ["rule/malformed 46:78"],
  },
  {
    what: "a place by a name of JavaScript",
    from: '["gazette:art-7"]',
    to: '["gazette:constructor"]',
    says: ["rule/unknown-place 45:21"],
  },
  { what: "two classes of one name", from: '"id": "B"', to: '"id": "A"', says: ["scoring/duplicate-class 13:15"] },
  { what: "classes out of order", from: '"min": 60', to: '"min": 90', says: ["scoring/unordered-classes 13:48"] },
  { what: "a bottomless last class", from: '"min": null', to: '"min": 0', says: ["scoring/bottomless 14:43"] },
  { what: "a class without a minimum", from: ', "min": 60', to: "", says: ["scoring/class-without-min 13:7"] },
  {
    what: "a floor above the opening",
    from: '"opening": 100',
    to: '"opening": 100, "floor": 101',
    says: ["scoring/floor-above-opening 10:30"],
  },
  {
    what: "a ceiling below the opening",
    from: '"opening": 100',
    to: '"opening": 100, "ceiling": 99',
    says: ["scoring/ceiling-below-opening 10:32"],
  },
  {
    what: "deductions that return never, in words",
    from: '"opening": 100',
    to: '"opening": 100, "deductionsReturnAfterMonths": "never"',
    says: ["pack/wrong-type 10:52"],
    advice: "null",
  },
  {
    what: "a default that is no answer",
    from: '"default": "ten"',
    to: '"default": "tn"',
    says: ["pack/unknown-answer 32:18"],
    advice: "“ten”",
  },
  {
    what: "a power of nobody",
    from: '"default": "ten"',
    to: '"default": "ten", "chosen": "power"',
    says: ["pack/nobodys-power 32:35"],
    advice: "“court”",
  },
  {
    what: "somebody's power where none is unused",
    from: '"default": "ten"',
    to: '"default": "ten", "chosen": "silent", "power": "bank"',
    says: ["pack/not-a-power 32:54"],
    advice: "leave “power” out",
  },
  {
    what: "a power of somebody who has none",
    from: '"default": "ten"',
    to: '"default": "ten", "chosen": "power", "power": "curt"',
    says: ["pack/unknown-power 32:53"],
    advice: "“court”",
  },
  {
    what: "no such ground of an answer",
    from: '"default": "ten"',
    to: '"default": "ten", "chosen": "silence"',
    says: ["pack/unknown-ground 32:35"],
    advice: "“silent”",
  },
  {
    what: "a question with one answer",
    from: `,\n        "twenty": { "says": "twenty", ${CHANGES} }`,
    to: "",
    says: ["pack/not-a-question 28:18"],
  },
  {
    what: "the default changing something",
    from: '{ "says": "ten" }',
    to: '{ "says": "ten", "amend": { "toy/late": null } }',
    says: ["rule/reading-of-default 29:33"],
    advice: "make another answer the default",
  },
  {
    what: "the default citing something",
    from: '{ "says": "ten" }',
    to: '{ "says": "ten", "citations": ["gazette:art-1"] }',
    says: ["rule/reading-of-default 29:33"],
  },
  {
    what: "an answer that cites a place that is not there",
    from: '"citations": []',
    to: '"citations": ["gazette:art-1", "gazette:art-77"]',
    says: ["rule/unknown-place 30:70"],
    advice: "“art-7”",
  },
  {
    what: "an answer that changes a rule that is not there",
    from: '"amend": { "toy/red-light"',
    to: '"amend": { "toy/red-ligth"',
    says: ["pack/unknown-rule 30:67"],
    advice: "“toy/red-light”",
  },
  {
    what: "an answer that takes out a rule that is not there",
    from: AMEND,
    to: '"toy/lat": null',
    says: ["pack/unknown-rule 30:67"],
    advice: "“toy/late”",
  },
  {
    what: "an answer that changes the rules of another pack",
    from: '"amend": { "toy/red-light"',
    to: '"amend": { "toys/*"',
    says: ["pack/unknown-rule 30:67"],
  },
  {
    what: "an answer that changes a rule of another effect",
    from: '"amend": { "toy/red-light"',
    to: '"amend": { "toy/red-light:lead"',
    says: ["pack/unknown-rule 30:67"],
    advice: "“toy/red-light”",
  },
  {
    what: "an answer that changes a rule twice",
    from: AMEND,
    to: `${AMEND}, "toy/late,red-*": { "told": "reason" }`,
    says: ["pack/amended-twice 30:115"],
    advice: "Name it once",
  },
  {
    what: "an answer that changes a rule and takes it out",
    from: AMEND,
    to: '"toy/*": null, "toy/late": { "told": "reason" }',
    says: ["pack/amended-twice 30:82"],
  },
  {
    what: "an answer that takes the scoring out",
    from: AMEND,
    to: '"scoring": null',
    says: ["pack/no-scoring 30:67"],
    advice: "what of the scoring changes",
  },
  {
    what: "an answer that changes nothing in the scoring",
    from: AMEND,
    to: '"scoring": {}',
    says: ["rule/empty-amendment 30:78"],
  },
  {
    what: "an answer that spoils the scoring",
    from: AMEND,
    to: '"scoring": { "floor": 101 }',
    says: ["scoring/floor-above-opening 30:89"],
  },
  {
    what: "an answer that changes of the scoring what none can",
    from: AMEND,
    to: '"scoring": { "asigned": "yearly" }',
    says: ["rule/not-amendable 30:80"],
  },
  {
    what: "an amendment that spoils the rule",
    from: '"points": -20',
    to: '"points": 0',
    says: ["rule/no-points 30:106"],
  },
  {
    what: "one that spoils several: said of the first",
    from: '"toy/red-light": { "then": { "points": -20 } }',
    to: '"toy/no-train,late": { "evidence": "reported" }',
    says: ["rule/uncited 30:102"],
  },
  {
    what: "an amendment of the id",
    from: '{ "then": { "points": -20 } }',
    to: '{ "id": "toy/x" }',
    says: ["rule/not-amendable 30:86"],
  },
  { what: "an empty amendment", from: '{ "then": { "points": -20 } }', to: "{}", says: ["rule/empty-amendment 30:84"] },
  {
    what: "defaults of rules that are not there",
    from: '"rules": [',
    to: '"defaults": { "toy/red-light,lat": { "told": "nothing" }, "toy/red-light:strike": { "told": "nothing" } }, "rules": [',
    says: ["pack/unknown-rule 35:61"],
  },
  {
    what: "a default that stands nowhere",
    from: '"rules": [',
    to: '"defaults": { "toy/*": { "told": "nothing", "toldNote": { "evidence": "reported" } } }, "rules": [',
    says: ["rule/uncited 35:73"],
  },
  {
    what: "a default that cites what is not there",
    from: '"rules": [',
    to: '"defaults": { "toy/*": { "told": "nothing", "toldNote": { "evidence": "reported", "citations": ["gazete:art-1", "gazette:art-0"] } } }, "rules": [',
    says: ["rule/unknown-source 35:99", "rule/unknown-place 35:115"],
  },
  { what: "two rules of one id", from: '"toy/late"', to: '"toy/no-train"', says: ["rule/duplicate-id 57:13"] },
];

const rows = (table: readonly Row[]) => table.map((row) => [row.what, row] as const);

function check(_what: string, { from, to, says, advice }: Row): void {
  const parsed = parsePack(edited(PACK, from, to), "toy.jsonc");
  const problems = parsed.ok ? [] : parsed.problems;
  expect(problems.map(({ code, at }) => `${code} ${at.line}:${at.column}`)).toEqual(says);
  if (advice !== undefined) expect(problems.map((problem) => problem.advice).join(" ")).toContain(advice);
  for (const problem of problems) {
    expect(problem.message).toMatch(/\.$/);
    expect(problem.advice).toMatch(/[.?]$/);
  }
}

test("the sample itself is right", () => {
  expect(parsePack(PACK, "toy.jsonc")).toMatchObject({ ok: true });
});

describe("text that cannot be read", () => {
  test.each(rows(TEXT))("%s", check);
});
describe("a wrong shape", () => {
  test.each(rows(SHAPE))("%s", check);
});
describe("a wrong condition", () => {
  test.each(rows(CONDITIONS))("%s", check);
});
describe("a wrong meaning", () => {
  test.each(rows(MEANING))("%s", check);
});

test("problems of text, shape and meaning in one file come all at once, in the order of the file", () => {
  let text = edited(PACK, '"min": 60', '"min": 95');
  text = edited(text, '"told": "nothing"', '"told": "never"');
  text = edited(text, '["high-speed-rail"]', '["high-speed-train"]');
  text = edited(text, '"event": "shift-missed"', '"attempt": "plane", "colour": "red"');
  const parsed = parsePack(text, "toy.jsonc");
  expect(parsed.ok ? [] : parsed.problems.map(({ code }) => code)).toEqual([
    "scoring/unordered-classes",
    "rule/unknown-told",
    "rule/unknown-door",
    "rule/unknown-door",
    "rule/unknown-key",
  ]);
});
