import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseDecisions } from "../../src/load/decisions.ts";
import { sourceOf } from "../../src/model/citation.ts";
import { eventKind } from "../../src/model/vocabulary/events.ts";
import { text as textFormat } from "../../src/report/text/text.ts";
import { decisionAt } from "../../src/report/decision-wording.ts";
import { csv } from "../../src/report/csv/csv.ts";
import { markdown } from "../../src/report/markdown/markdown.ts";
import { htmlPage } from "../../src/report/html/page.ts";
import { styleOf } from "../../src/report/text/style.ts";
import type { View } from "../../src/analysis/readers.ts";
import { composite, shippedPersonas, sound } from "../support/shipped.ts";
import { lifeOf } from "./lives.ts";

const TEXT = readFileSync(new URL("../../fixtures/decisions.json", import.meta.url), "utf8");
const AROUND = { personas: shippedPersonas(), sources: composite().sources };
const DECISIONS = sound(parseDecisions(TEXT, "decisions.json", AROUND));

function codes(text: string): string[] {
  const parsed = parseDecisions(text, "decisions.json", AROUND);
  return parsed.ok ? [] : parsed.problems.map(({ code }) => code);
}

interface Line {
  line: number;
  event: string;
  standing: string;
  citations?: string[];
}
type Lives = Record<string, Line[]>;

function edited(edit: (lives: Lives) => void): string {
  const file = JSON.parse(TEXT) as { lives: Lives };
  edit(file.lives);
  return JSON.stringify(file);
}

test("every decision in a fixture is spoken of; the flagship's are examined", () => {
  for (const { id, timeline } of AROUND.personas) {
    const decided = timeline.flatMap((line, at) =>
      "event" in line && eventKind(line.event).group === "decision" ? [at + 1] : [],
    );
    expect((DECISIONS[id] ?? []).map(({ line }) => line)).toEqual(expect.arrayContaining(decided));
  }
  const own = DECISIONS["missed-instalment"]!;
  expect(own.map(({ standing }) => standing)).not.toContain("not-examined");
  expect(own.filter(({ by, citations }) => by === "court" && citations.length === 0)).toEqual([]);
});

test("what a rule decides in the flagship rests on a text of the court or the law", () => {
  const { trace } = lifeOf("missed-instalment");
  const derived = trace.entries.flatMap(({ happening }) =>
    happening.kind === "life-event" &&
    happening.origin.kind === "derived" &&
    eventKind(happening.event).group === "decision"
      ? [happening]
      : [],
  );
  expect(derived.length).toBeGreaterThan(2);
  for (const { because } of derived) {
    const led = trace.entries.flatMap(({ effects }) => effects).find(({ id }) => id === because[0])!;
    const rule = trace.rulebook.rules.find(({ id }) => led.kind === "led" && id === led.rule)!;
    expect(rule.citations.map(sourceOf).join(" ")).toMatch(/TEXT-/);
  }
});

/** The first that rests on an article. */
const first = (lives: Lives): Line => lives["missed-instalment"]!.find(({ standing }) => standing === "allowed")!;

describe("check finds", () => {
  test.each<[string, (lives: Lives) => void, string]>([
    ["a decision left out", (lives) => lives["missed-instalment"]!.shift(), "decisions/left-out"],
    ["a whole life left out", (lives) => delete lives["guarantor"], "decisions/left-out"],
    ["another line", (lives) => first(lives).line++, "decisions/other-line"],
    ["another event", (lives) => (first(lives).event = "red-light"), "decisions/other-line"],
    ["nobody's life", (lives) => (lives["nobody"] = []), "decisions/unknown-persona"],
    ["an article that is not named", (lives) => delete first(lives).citations, "decisions/uncited"],
    ["an article where there is none", (lives) => (first(lives).standing = "free"), "decisions/uncited"],
    ["a source of no pack", (lives) => (first(lives).citations![0] = "NOBODY:p-1"), "rule/unknown-source"],
    [
      "a place that its source does not name",
      (lives) => (first(lives).citations![0] += "-and-more"),
      "rule/unknown-place",
    ],
  ])("%s", (_, edit, code) => {
    expect(codes(TEXT)).toEqual([]);
    expect(codes(edited(edit))).toContain(code);
  });
});

describe("printed at the entry", () => {
  const { trace } = lifeOf("missed-instalment");
  const exhibit = { trace, exposes: null, byEvidence: null, decisions: DECISIONS["missed-instalment"]! };
  const ARTICLE = /Decided by a court, as allowed by \W*TEXT-REPORT\W* Art\. 10, must list/;
  const plain = (says: string): string =>
    says
      .replaceAll(/<[^>]*>/g, "")
      .replaceAll("\\", "")
      .replaceAll(/\s+/g, " ");
  const drawn = (view: View): string[] => {
    const options = { view, full: false, style: styleOf(200, false) };
    return [textFormat, markdown, csv].map((format) => plain(format([exhibit], options)));
  };

  test("in every format, for whoever audits", () => {
    for (const says of drawn("auditor")) expect(says).toMatch(ARTICLE);
    for (const says of drawn("side-by-side")) expect(says).toMatch(ARTICLE);
    const page = htmlPage([exhibit], { view: "auditor", paper: "a4" });
    expect(plain(page)).toMatch(ARTICLE);
    // The source is listed with those of the rules, although no rule that acted cites it.
    expect(plain(page)).toContain("[TEXT-CPL]Civil Procedure Law");
  });

  test("not for the person or the clerk", () => {
    for (const says of [...drawn("person"), ...drawn("clerk")]) expect(says).not.toContain("Decided by");
  });

  test("not where the line is another event, or the rulebook does not have the source", () => {
    const decision = exhibit.decisions.find(({ standing }) => standing === "allowed");
    const entry = trace.entries.find(
      ({ happening }) => happening.kind === "life-event" && happening.event === decision!.event,
    )!;
    const at = (one: typeof decision, rulebook = trace.rulebook) =>
      decisionAt(entry, new Map([[decision!.line, one!]]), { rulebook });
    expect(at(decision)).toBe(decision);
    expect(at({ ...decision!, event: "red-light" })).toBeUndefined();
    expect(at(decision, { ...trace.rulebook, sources: {} })).toBeUndefined();
  });
});
