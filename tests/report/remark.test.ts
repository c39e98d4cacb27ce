import { describe, expect, test } from "vitest";
import { prepare } from "../../src/engine/prepare.ts";
import { htmlPage } from "../../src/report/html/page.ts";
import { PRINT_VIEWS } from "../../src/report/html/printed.ts";
import { outline } from "../../src/report/outline.ts";
import { styleOf } from "../../src/report/text/style.ts";
import { textWhy, textWhyRule } from "../../src/report/text/why.ts";
import { whyEntry, whyRule } from "../../src/analysis/why.ts";
import { knowledgeOf } from "../../src/analysis/knowledge.ts";
import { outcomeOf } from "../../src/analysis/outcome.ts";
import { compare } from "../../src/analysis/questions/compare.ts";
import { Lab } from "../../src/analysis/lab.ts";
import type { Rule } from "../../src/model/rule.ts";
import { replay } from "../../src/replay/replay.ts";
import { aRule, aRulebook, at, fact, liveUntil, on, aPersona } from "../support/builders.ts";
import { shippedPersona } from "../support/shipped.ts";
import { bareInput, parsed, words } from "../print/printed.ts";
import { drawn, PAGES, RULEBOOK, traceOf } from "./exhibits.ts";

const SAYS = "correction may be asked for: Art. 11";
const SHOWN = "Correction may be asked for: Art. 11";
const REMARK: Rule = {
  ...aRule({
    id: "toy/may-ask",
    when: at("court-finds-report-missing", fact("circumstance:savings", "equal", "none")),
    then: { kind: "remark", says: SAYS },
    told: "nothing",
    evidence: "documented",
  }),
  citations: ["TEXT-2017:art-11"],
};
const WITH = { ...RULEBOOK, rules: [...RULEBOOK.rules, REMARK] };
const persona = shippedPersona("missed-instalment");
const trace = replay(await prepare(WITH), persona);
const plain = traceOf("missed-instalment");

const flat = (text: string): string => text.replaceAll(/[\\*]/g, "").replaceAll(/[\s│|]+/g, " ");

describe("a remark is printed for whoever audits, and for nobody in the story", () => {
  test.each(PAGES)("$format, $view", ({ format, view }) => {
    const page = flat(drawn(trace, format, view));
    const audited = view === "auditor" || view === "side-by-side";
    // A trace as JSON holds the rule itself.
    expect(page.includes(format === "json" && view === "auditor" ? SAYS : SHOWN)).toBe(audited);
    // Not a whole page in the message of a test that fails.
    if (format === "text" && view === "auditor")
      expect(page.includes(`! ${SHOWN} · documented [TEXT-2017]`)).toBe(true);
    if (format === "markdown" && view === "auditor")
      expect(page.includes(`! ${SHOWN} documented [TEXT-2017]`)).toBe(true);
  });

  test.each(PRINT_VIEWS)("on paper, %s", (view) => {
    const page = htmlPage([bareInput(trace)], { view, paper: "a4" });
    expect(words(parsed(page).querySelector("main")!.textContent).includes(SHOWN)).toBe(view !== "person");
  });

  test.each([false, true])("beside a repeat that is folded, too; once only: %s", async (once) => {
    const then = { kind: "remark", says: "so it is", once } as const;
    const often = aRulebook([
      aRule({ id: "toy/points", when: at("red-light"), then: { kind: "post", points: -1 } }),
      aRule({ id: "toy/says", when: at("red-light"), then, told: "nothing" }),
    ]);
    const life = await liveUntil("Y1-04", often, aPersona([on("Y1-01", "red-light"), on("Y1-02", "red-light")]));
    const rows = outline(life, false).filter(({ says }) => says.startsWith("Runs a red light"));
    expect(rows.map(({ asIn }) => asIn)).toEqual([null, 1]);
    expect(rows.map(({ notes }) => notes.some(({ kind }) => kind === "remark"))).toEqual([true, !once]);
  });
});

describe("what a remark does not touch", () => {
  test("the counts of the ledger, and the decisions on a person", () => {
    expect(outcomeOf(trace)).toEqual(outcomeOf(plain));
    expect(knowledgeOf(trace)).toEqual(knowledgeOf(plain));
  });

  test("what an entry goes back to, whatever the remark itself rests on", async () => {
    const listing = aRule({
      id: "toy/on",
      when: at("court-finds-report-missing"),
      then: { kind: "enlist", list: "court-defaulters" },
    });
    const life = aPersona([on("Y1-01", "savings-spent"), on("Y1-02", "court-finds-report-missing")], {
      savings: "some",
    });
    const remarked = await liveUntil("Y1-03", aRulebook([listing, REMARK], null), life);
    expect(remarked.entries[2]!.effects.map(({ kind, because }) => [kind, because])).toEqual([
      ["enlisted", ["2.0"]],
      ["remarked", ["2.0", "1.0"]],
    ]);
    expect(whyEntry(remarked, 2, true).roots).toEqual(["2.0"]);
  });

  test("which lives have to be replayed, and which are the same", async () => {
    const lab = new Lab(WITH, [persona], (book) => prepare(book));
    await lab.baseline();
    const replayed = lab.replayed;
    await lab.under(RULEBOOK);
    await lab.under({ ...WITH, rules: [...RULEBOOK.rules, { ...REMARK, then: { kind: "remark", says: "other" } }] });
    await lab.under({ ...WITH, rules: [...WITH.rules, { ...REMARK, id: "toy/again" }] });
    expect(lab.replayed).toBe(replayed);
    expect((await compare(lab, RULEBOOK)).lives).toEqual([null]);
  });
});

test("why says of the entry what is remarked on it, and of the rule where it was consulted", () => {
  const { seq } = trace.entries.find(({ effects }) =>
    effects.some((effect) => effect.kind === "remarked" && effect.rule === REMARK.id),
  )!;
  const style = styleOf(100, false);
  expect(flat(textWhy(trace, whyEntry(trace, seq, false), style))).toContain(`Remark: ${SHOWN}`);
  expect(flat(textWhyRule(trace, whyRule(trace, REMARK.id), style))).toContain(
    "It was consulted 1 time and matched 1 time",
  );
});
