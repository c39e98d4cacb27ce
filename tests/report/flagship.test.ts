import { expect, test } from "vitest";
import { ledgerOf } from "../../src/analysis/ledger.ts";
import { byEvidence } from "../../src/analysis/by-evidence.ts";
import { prepare } from "../../src/engine/prepare.ts";
import { ledgerSections } from "../../src/report/ledger-wording.ts";
import { drawn, traceOf } from "./exhibits.ts";
import { wordsOf } from "./reading.ts";

// The flagship's page is too long to be a golden. This is what it says that no page of the small town does.

const FLAGSHIP = traceOf("missed-instalment");

test("what happened, in its order: lists, one's own act, episodes told once more, points that come back quietly", () => {
  const words = wordsOf(drawn(FLAGSHIP, "markdown", "auditor"), "markdown");
  const places = [
    "#2 Misses a payment on the loan (−30 → 970, class A)",
    "↓ Class A → B (fairly trustworthy 较诚信), by #4, on top of 1 earlier entry still on file",
    "◆ Put on the court's defaulter list (失信被执行人), until Y3-11: Ground 4: does not report assets",
    "10 rules · documented [TEXT-2015, CJO-SPEND,",
    "! Caution: The order bars high spending in star-rated hotels",
    "× REFUSED under “Head 9: no G-train seat, no first class on others”, in force since #20; goes back to a court's finding “did not report assets” #20",
    "#27–31 Tries for a seat on a fast G-train, for work: × refused; ▼ a block of shifts missed, ▼ a wage lost and a loan payment missed, as in #22",
    "↓ Class B → C (trust warning 诚信警示), by #39, on top of 5 earlier entries still on file",
    "◆ A further ground for the court's defaulter list (失信被执行人), until Y4-10: Ground 6: breaks a settlement",
    "↓ Class C → D (untrustworthy 不诚信), by #101, on top of 13 earlier entries still on file",
    "goes back to a loan payment missed #2 #4 #8 and a court's finding “did not report assets” #20",
    "↑ Class D → C (trust warning 诚信警示), 13 entries still on file, the earliest #4",
    "· Still on the court's defaulter list (失信被执行人): from now on it rests on #81",
    "! Done under a restriction: the person's own act, marked as such",
    "◆ A further ground for the court's defaulter list (失信被执行人), until Y6-03: Ground 5: breaks a spending limit",
    "#136 Points return, as in #109 (+30 → 850, class B)",
    "· Since the last sum +210 returned quietly, at #112, #113, #124, #128, #130, #131 and #134",
    "↑ Class B → A (trustworthy 诚信), by #141",
    "□ Open again: the 13 doors named at #20",
    "◆ Off the court's defaulter list (失信被执行人): the last term has ended",
    "The end of the replay (1,000, class A)",
  ].map((says) => ({ says, at: words.indexOf(says) }));
  expect(places.filter(({ at }) => at === -1)).toEqual([]);
  expect(places).toEqual([...places].sort((one, other) => one.at - other.at));
});

test("its ledger: what was shut and never tried, what harms share a root, how good their ground is, what would be left", async () => {
  const sections = ledgerSections(
    FLAGSHIP,
    ledgerOf(FLAGSHIP),
    await byEvidence(FLAGSHIP, (rulebook) => prepare(rulebook)),
  );
  const of = (heading: string) => sections.find((section) => section.heading === heading)!;
  expect(of("Doors").sentences.at(-1)).toBe(
    "Shut for 2 months and not tried: political vetting, qualification, business licence, policy support, subsidised loan.",
  );
  const rows = ["Doors", "Losses that followed", "What it goes back to", "How good the ground for each harm is", "What would be left"].map((heading) => of(heading).table!.rows); // prettier-ignore
  expect(rows).toEqual([
    [
      ["fast train", "15 of 17", "47"],
      ["public post", "1 of 2", "52"],
      ["social aid", "1 of 2", "2"],
    ],
    [
      ["a block of shifts missed", "15"],
      ["a wage lost", "15"],
      ["aid forgone", "1"],
    ],
    [
      ["#2 Y1-02 a loan payment missed", "1 (1 shared)", "1 (1 shared)", "2 (2 shared)"],
      ["#4 Y1-03 a loan payment missed", "1 (1 shared)", "1 (1 shared)", "2 (2 shared)"],
      ["#8 Y1-04 a loan payment missed", "1 (1 shared)", "1 (1 shared)", "2 (2 shared)"],
      ["#20 Y1-11 a court's finding “did not report assets”", "17 (4 shared)", "31 (5 shared)", "52 (30 shared)"],
      ["#57 Y2-05 a settlement", "3 (3 shared)", "4 (4 shared)", "28 (28 shared)"],
    ],
    [
      ["documented", "13", "24", "0"],
      ["inferred", "2", "11", "29"],
      ["invented", "2", "17", "2"],
    ],
    [
      ["all rules", "128", "17 of 21", "31", "52"],
      ["without invented rules", "118", "15 of 21", "29", "35"],
      ["without inferred and invented rules", "97", "13 of 21", "0", "24"],
      ["without all but documented rules", "69", "13 of 21", "0", "24"],
    ],
  ]);
});

test("of a life without harm the ledger says that there is none", async () => {
  const quiet = traceOf("one-entry");
  const said = ledgerSections(quiet, ledgerOf(quiet), await byEvidence(quiet, (rulebook) => prepare(rulebook))).flatMap(
    ({ heading, sentences, table }) => (table === null ? [`${heading}: ${sentences.join(" ")}`] : []),
  );
  expect(said.slice(0, 3)).toEqual([
    "Losses that followed: None.",
    "What it goes back to: No harm, so no root.",
    "How good the ground for each harm is: No harm to ground.",
  ]);
});
