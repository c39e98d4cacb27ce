import { describe, expect, test } from "vitest";
import { dialsOf } from "../../src/analysis/dials.ts";
import { Lab } from "../../src/analysis/lab.ts";
import { ledgerOf } from "../../src/analysis/ledger.ts";
import { compare } from "../../src/analysis/questions/compare.ts";
import { prepare } from "../../src/engine/prepare.ts";
import { numberNotes } from "../../src/lint/number-notes.ts";
import { isContained } from "../../src/lint/same-effect.ts";
import type { NumberNote, Rule } from "../../src/model/rule.ts";
import type { Rulebook } from "../../src/model/rulebook.ts";
import type { Trace } from "../../src/model/trace.ts";
import { comparisonAnswer } from "../../src/report/experiment/compare-wording.ts";
import { experimentPage } from "../../src/report/experiment/page.ts";
import { inShort } from "../../src/report/in-short.ts";
import { evidenceSays } from "../../src/report/rule-evidence.ts";
import { text } from "../../src/report/text/text.ts";
import { styleOf } from "../../src/report/text/style.ts";
import { aPersona, aRule, aRulebook, at, effectsOf, fact, liveUntil, on, story } from "../support/builders.ts";

const onList = fact("lists", "contains", "court-defaulters");
const enlisting = (id: string, event: "court-finds-refusal" | "charity", termMonths?: number | "unknown"): Rule =>
  aRule({
    id,
    when: at(event),
    then: { kind: "enlist", list: "court-defaulters", ...(termMonths === undefined ? {} : { termMonths }) },
  });
const CLOSES = aRule({ id: "toy/planes", when: onList, then: { kind: "measure", closes: ["air-travel"] } });
const ENDS = aRule({ id: "toy/ends", when: at("debt-paid"), then: { kind: "delist", list: "court-defaulters" } });

/** Listed in Y1-02, in `further` for three months more, off the list in Y1-07. */
function lived(term: number | "unknown" | undefined, ...others: readonly Rule[]): Promise<Trace> {
  const rules = [enlisting("toy/listed", "court-finds-refusal", term), CLOSES, ENDS, ...others];
  const timeline = [on("Y1-02", "court-finds-refusal"), on("Y1-04", "charity"), on("Y1-07", "debt-paid")];
  return liveUntil("Y1-12", aRulebook(rules), aPersona(timeline));
}

describe("a term that no source gives", () => {
  test("stands until something ends it, as no end does", async () => {
    const [unknown, open] = [await lived("unknown"), await lived(undefined)];
    expect(story(unknown)).toEqual(story(open));
    expect(effectsOf(unknown, "enlisted").map(({ until }) => until)).toEqual(["unknown"]);
    expect(effectsOf(open, "enlisted").map(({ until }) => until)).toEqual([null]);
    expect(effectsOf(unknown, "delisted")).toMatchObject([{ rule: "toy/ends" }]);
  });

  test("months so counted are “up to”; those of a term or of no end are not", async () => {
    for (const [term, months, upTo] of [
      ["unknown", 5, true],
      [undefined, 5, undefined],
      [4, 4, undefined],
    ] as const) {
      const ledger = ledgerOf(await lived(term));
      expect(ledger.months).toMatchObject({ anyDoor: months, byDoor: [{ door: "air-travel", months }] });
      expect([ledger.months.upTo, ledger.months.byDoor[0]!.upTo]).toEqual([upTo, upTo]);
      expect(ledger.roots[0]!.monthsUpTo).toBe(upTo);
    }
  });

  test("nor where another measure shuts the same door", async () => {
    const sure = aRule({ id: "toy/sure", when: fact("score", "equal", 100), then: CLOSES.then });
    expect(ledgerOf(await lived("unknown", sure)).months.upTo).toBeUndefined();
  });

  test("nor for a door that rests on another ground", async () => {
    const trace = await liveUntil(
      "Y1-12",
      aRulebook([
        enlisting("toy/known", "charity", 3),
        enlisting("toy/listed", "court-finds-refusal", "unknown"),
        CLOSES,
        ENDS,
      ]),
      aPersona([on("Y1-02", "charity"), on("Y1-04", "court-finds-refusal")]),
    );
    // On the first ground to Y1-05; from then on the second, of which nobody knows the end, carries it alone.
    expect(effectsOf(trace, "rests").map(({ on: what }) => what)).toEqual(["list", "measure"]);
    const { months } = ledgerOf(trace);
    expect([months.anyDoor, months.upTo]).toEqual([11, true]);
    const before = ledgerOf({ ...trace, until: 3, entries: trace.entries.filter(({ month }) => month <= 3) });
    expect([before.months.anyDoor, before.months.upTo]).toEqual([3, undefined]);
  });

  test("in words", async () => {
    const trace = await lived("unknown");
    expect(inShort(trace, ledgerOf(trace), null).join(" ")).toContain("some door is shut for up to 5 of 12 months");
    const page = text([{ trace, exposes: null, byEvidence: null }], {
      view: "auditor",
      full: true,
      style: styleOf(200, false),
    });
    expect(page).toContain("Put on the court's defaulter list (失信被执行人), for a term that is not known");
    expect(page).toContain("Some door was shut for up to 5 of 12 months.");
  });

  test("beside another rulebook it is said that the months are “up to”", async () => {
    const [known, unknown] = ([3, "unknown"] as const).map((term) =>
      aRulebook([enlisting("toy/listed", "charity", term), CLOSES]),
    ) as [Rulebook, Rulebook];
    const lab = new Lab(known, [aPersona([on("Y1-02", "charity")])], (rulebook) => prepare(rulebook));
    const experiment = await compare(lab, unknown);
    const answer = comparisonAnswer(experiment);
    const page = experimentPage(experiment, answer, "again");
    expect(page.searched).toContain("months so counted are “up to”");
    expect(experimentPage(await compare(lab, known), { ...answer, beside: known }, "").searched).not.toContain("up to");
    const said = page.sections.flatMap(({ sentences }) => sentences).join(" ");
    expect(said).toContain(
      "for 3 months → puts on the court's defaulter list (失信被执行人), for a term that is not known",
    );
    expect(said).toContain("until an end that is not known, not Y1-05");
  });

  test("is no number to turn", () => {
    const addresses = (term?: number | "unknown"): string[] =>
      dialsOf(aRulebook([enlisting("toy/listed", "charity", term)], null)).map(({ address }) => address);
    expect([addresses("unknown"), addresses(), addresses(3)]).toEqual([[], [], ["toy/listed.termMonths"]]);
  });

  test("may be longer or shorter than a known one, and no longer than no end", () => {
    const adds = (one?: number | "unknown", other?: number | "unknown"): boolean =>
      !isContained(enlisting("toy/a", "charity", one), enlisting("toy/b", "charity", other));
    expect([adds("unknown", 9), adds(9, "unknown"), adds(undefined, "unknown"), adds(undefined, 9)]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([adds("unknown", "unknown"), adds("unknown"), adds(9, 9), adds(8, 9), adds(9)]).toEqual(
      Array.from({ length: 5 }, () => false),
    );
  });
});

describe("what is known of a term", () => {
  const known = (termMonths?: number | "unknown"): Rule => ({
    ...enlisting("toy/listed", "charity", termMonths),
    evidence: "documented",
    citations: ["TEXT:art-1"],
  });
  const inferred: NumberNote = { evidence: "inferred", citations: ["TEXT:art-2"] };

  test.each([[3], ["unknown" as const], [undefined]])(
    "%s: its level is printed beside the rule's, where it is another",
    (term) => {
      expect(evidenceSays({ ...known(term), numbers: { termMonths: inferred } })).toBe(
        "rule documented [TEXT], term inferred [TEXT]",
      );
      expect(evidenceSays({ ...known(term), numbers: { termMonths: { ...inferred, evidence: "documented" } } })).toBe(
        "documented [TEXT]",
      );
    },
  );

  test("a note may stand on an open end too", () => {
    const notes = (rule: Rule): string[] =>
      numberNotes(aRulebook([rule]), () => ({ file: "", line: 0, column: 0 }) as never, {} as never).map(
        ({ code }) => code,
      );
    expect(notes({ ...known(), numbers: { termMonths: inferred } })).toEqual([]);
    expect(notes(known("unknown"))).toEqual(["lint/number-without-note"]);
    expect(notes({ ...ENDS, numbers: { termMonths: inferred } })).toEqual(["lint/note-without-number"]);
  });
});
