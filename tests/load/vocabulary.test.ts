import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseVocabulary } from "../../src/load/vocabulary.ts";
import { resolveRulebook } from "../../src/cli/rulebook-expression.ts";
import { edited } from "./samples.ts";

const TEXT = readFileSync(new URL("../../rules/words.json", import.meta.url), "utf8");
const SOURCES = resolveRulebook("suining-composite").rulebook!.sources;

function problems(text: string): string[] {
  const parsed = parseVocabulary(text, "words.json", SOURCES);
  return parsed.ok ? [] : parsed.problems.map(({ code, at, advice }) => `${code} ${at.path}: ${advice}`);
}

describe("the file of words", () => {
  test("is in order: each word that is not invented says where it stands", () => {
    expect(problems(TEXT)).toEqual([]);
    const { events, doors, lists } = JSON.parse(TEXT) as Record<
      string,
      Record<string, { evidence: string; citations?: string[] }>
    >;
    const stated = [events, doors, lists].flatMap((words) => Object.values(words!));
    expect(stated.length).toBeGreaterThan(100);
    const sourced = stated.filter(({ evidence }) => evidence !== "invented");
    expect(sourced.filter(({ citations = [] }) => citations.length === 0)).toEqual([]);
  });
  test.each([
    [
      "a source that there is not",
      '["TERM21:creemers", "ESSAY:deductions"]',
      '["TERM12:creemers"]',
      "rule/unknown-source events.drunk-driving.citations[0]",
      "Did you mean “TERM21”?",
    ],
    [
      "a place that it does not name",
      '["TERM21:creemers", "ESSAY:deductions"]',
      '["TERM21:kremers"]',
      "rule/unknown-place events.drunk-driving.citations[0]",
      "Did you mean “creemers”?",
    ],
    [
      "a level without a source",
      '"noun": "a post kept back", "evidence": "invented"',
      '"noun": "a post kept back", "evidence": "reported"',
      "rule/uncited events.post-kept-back.evidence",
      "Cite a place",
    ],
    [
      "a circumstance that there is not",
      '"needs": { "debt": ["instalments"] },\n      "evidence": "reported",\n      "citations": ["ESSAY:loans"',
      '"needs": { "dept": ["instalments"] },\n      "evidence": "reported",\n      "citations": ["ESSAY:loans"',
      "words/unknown-circumstance events.instalment-missed.needs.dept",
      "Did you mean “debt”?",
    ],
    [
      "a value that it never has",
      '"needs": { "debt": ["instalments"] },\n      "evidence": "reported",\n      "citations": ["ESSAY:loans"',
      '"needs": { "debt": ["instalment"] },\n      "evidence": "reported",\n      "citations": ["ESSAY:loans"',
      "words/unknown-value events.instalment-missed.needs.debt",
      "Did you mean “instalments”?",
    ],
    [
      "somebody's number",
      '"noun": "drunk driving"',
      '"noun": "320324 1980 0101 0011"',
      "pack/identifies-someone events.drunk-driving.noun",
      "Take it out",
    ],
    [
      "a key of one's own",
      '"private-loan": {',
      '"private-loan": { "lender": "x",',
      "words/unknown-key doors.private-loan.lender",
      "",
    ],
  ])("%s is refused at its place", (_, from, to, at, advice) => {
    const found = problems(edited(TEXT, from, to));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`${at}: `);
    expect(found[0]).toContain(advice);
  });
});
