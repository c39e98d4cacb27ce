import { expect, test } from "vitest";
import { ledgerOf } from "../../src/analysis/ledger.ts";
import { remainingOf } from "../../src/analysis/without-evidence.ts";
import { prepare } from "../../src/engine/prepare.ts";
import { ledgerSections } from "../../src/report/ledger-wording.ts";
import { drawn, traceOf } from "./exhibits.ts";
import { wordsOf } from "./reading.ts";

// The flagship's page is too long to be a golden. This is what it says that no page of the small town does.

const FLAGSHIP = traceOf("missed-instalment");

test("what happened, in its order: lists, one's own act, episodes told once more, points that come back quietly", () => {
  const words = wordsOf(drawn(FLAGSHIP, "markdown", "auditor"), "markdown");
  const places = [
    "#1 Misses a loan instalment (−30 → 970, class A)",
    "◆ Put on the court's defaulter list (失信被执行人), with no end: Ground 1: able to pay, but refuses",
    "10 rules · documented [CLT-SPEND, CJO-SPEND,",
    "! Caution: Sources differ on how long this listing lasts; see the question “open-term”.",
    "× REFUSED under “Head 9: no G-train seat, no first class on others”, in force since #7; goes back to a court's finding “able but refuses” #7",
    "#13–18 Tries for a seat on a fast G-train, for work: × refused; ▼ a shift missed, ▼ a wage lost and an instalment missed, as in #8",
    "! Done under a restriction: the person's own act, marked as such",
    "↓ Class B → C (trust warning 诚信警示), by #41, on top of 5 earlier entries still on file",
    "◆ A further ground for the court's defaulter list (失信被执行人), until Y3-12: Ground 5: breaks a spending limit",
    "goes back to an instalment missed #1 and a court's finding “able but refuses” #7",
    "◆ Off the court's defaulter list (失信被执行人): Settled: the listing ends",
    "□ Open again: the 15 doors named at #7",
    "· Since the last sum +30 returned quietly, at #141",
    "↑ Class D → C (trust warning 诚信警示), 15 entries still on file, the earliest #64",
    "#162 Points return, as in #157 (+50 → 870, class B)",
    "· Since the last sum +200 returned quietly, at #158, #159, #160 and #161",
    "↑ Class B → A (trustworthy 诚信), by #167",
    "The end of the replay (1,000, class A)",
  ].map((says) => ({ says, at: words.indexOf(says) }));
  expect(places.filter(({ at }) => at === -1)).toEqual([]);
  expect(places).toEqual([...places].sort((one, other) => one.at - other.at));
});

test("its ledger: what was shut and never tried, what harms share a root, how good their ground is, what would be left", async () => {
  const sections = ledgerSections(
    FLAGSHIP,
    ledgerOf(FLAGSHIP),
    await remainingOf(FLAGSHIP, (rulebook) => prepare(rulebook)),
  );
  const of = (heading: string) => sections.find((section) => section.heading === heading)!;
  expect(of("Doors").sentences.at(-1)).toBe(
    "Shut for 20 months and not tried: political vetting, qualification, business licence, policy support, social aid.",
  );
  const rows = ["Doors", "Losses that followed", "What it goes back to", "How good the ground for each harm is", "What would be left"].map((heading) => of(heading).table!.rows); // prettier-ignore
  expect(rows).toEqual([
    [
      ["fast train", "12 of 14", "33"],
      ["plane", "1 of 1", "33"],
      ["subsidised loan", "2 of 2", "20"],
    ],
    [
      ["a shift missed", "12"],
      ["a wage lost", "12"],
      ["hours cut", "1"],
      ["friends withdrawn", "1"],
      ["a dearer private loan", "1"],
    ],
    [
      ["#1 Y1-02 an instalment missed", "4 (4 shared)", "7 (7 shared)", "26 (26 shared)"],
      ["#7 Y1-06 a court's finding “able but refuses”", "15 (4 shared)", "27 (7 shared)", "36 (26 shared)"],
      ["#120 Y2-07 a settlement", "2 (2 shared)", "4 (4 shared)", "20 (20 shared)"],
    ],
    [
      ["documented", "13", "11", "0", "0"],
      ["inferred", "2", "2", "24", "20"],
      ["invented", "0", "2", "3", "7"],
    ],
    [
      ["all rules", "84", "15 of 17", "27", "36"],
      ["without invented rules", "68", "11 of 17", "20", "13"],
      ["without inferred and invented rules", "47", "11 of 17", "0", "13"],
      ["without all but documented rules", "22", "11 of 17", "0", "13"],
    ],
  ]);
});

test("of a life without harm the ledger says that there is none", () => {
  const quiet = traceOf("one-entry");
  const said = ledgerSections(quiet, ledgerOf(quiet), []).flatMap(({ heading, sentences, table }) =>
    table === null ? [`${heading}: ${sentences.join(" ")}`] : [],
  );
  expect(said.slice(0, 3)).toEqual([
    "Losses that followed: None.",
    "What it goes back to: No harm, so no root.",
    "How good the ground for each harm is: No harm to ground.",
  ]);
});
