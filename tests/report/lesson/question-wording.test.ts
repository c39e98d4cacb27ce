import { expect, test } from "vitest";
import type { Question } from "../../../src/analysis/worksheet/question.ts";
import { plainText } from "../../../src/report/lesson/gaps.ts";
import { statements } from "../../../src/report/lesson/worksheet/opinion.ts";
import { worded } from "../../../src/report/lesson/worksheet/question-wording.ts";
import { SHEETS } from "./sheets.ts";

/** For each kind one question with its answer, and how one comes to it: the first of that kind on any sheet. */
const FIRST: Readonly<Record<Question["kind"], readonly [says: string, how: string]>> = {
  chain: [
    "The longest line of harm, in the wrong order. Number its links from 1 to 5; the first cause is 1.",
    "In that order they stand at #23 → #46 → #55.",
  ],
  root: [
    "Go back from #11, a block of shifts missed, step by step: what did it come from (“←”, “in force since”, “by”)? You end at entry |#5|.",
    "It goes back to #5, a court's spending limit.",
  ],
  share: [
    "2 attempts are refused on this sheet. How many of them go back, alone or with other causes, to #7, a loan payment missed? (A class comes from all points that are still taken.) |2|",
    "Count a row “as in …” too. A refusal may go back to several causes, and counts for each.",
  ],
  outstanding: [
    "At #23 one entry is enough to move the class. How many points had been taken before it and had not come back? |150|",
    "3 deductions were on file already; the entry at #23 came on top.",
  ],
  taken: [
    "How many points are taken on this sheet, in all? |420| And how many come back? |420|",
    "Add up all that is taken, in rows “as in …” too, and all that comes back.",
  ],
  priority: [
    "At the start this person is put first for some doors (»). For how many months on this sheet is that lost for at least one of them? |25|",
    "Counted by the end of each month, the last one of the sheet included; lost priority is no refusal, and is counted apart.",
  ],
  "one-rule": [
    "All rules together bring 2 refusals, 23 months shut, 2 losses. Suppose that only one rule at a time were in force, each in its turn. How much of that harm would be left? Guess first: |none|",
    "Replayed under each rule by itself; a harm counts as there if any one rule alone brings it about. What is missing needs several rules at once.",
  ],
  level: ["How many of the 5 rules explained above are “inferred”? |3|", "R3, R4 and R5."],
  weakest: [
    "Go back along the line that leads to #16, a wage lost. Which rule on it rests on the weakest evidence? |R8 or R9| How weak? |inferred|",
    "From strong to weak: documented, reported, contested, inferred, invented.",
  ],
  "without-invented": [
    "Of the rules that enter points, put on a list, shut a door or lead on, 10 were invented for the exhibit. Without them, the same life would bring …",
    "With all rules: 2 refusals, 23 months shut, 2 losses. Without: 2 refusals, 23 months shut, 2 losses. What ends or opens something has stayed.",
  ],
  "without-rule": [
    "R2 is struck out. What changes in this life? Think first, then tick.",
    "Replayed without that rule: what is gone, and what is new, against the life as it is here.",
  ],
  most: [
    "One of these rules is struck out. Which would take the most losses with it?",
    "R4: 1 fewer; R1: 2 fewer; R3: 0 fewer.",
  ],
  worse: [
    "If one of these rules were struck out, new harm would come. Which one?",
    "New would be: 1 loss. A rule may spare as well as harm, by what it lifts, or by what it keeps from happening.",
  ],
  enough: [
    "At #4 the class falls by an entry of 50 points. How few points would have been enough? |31|",
    "The score before it stood 30 above the lowest score of its class.",
  ],
  "worst-class": ["The lowest class on this sheet is D. Without R1 it would be |A|", "Replayed without that rule."],
};

test.each(Object.entries(FIRST))("%s", (kind, says) => {
  const found = SHEETS.flatMap(({ trace, box, questions }) =>
    questions.filter((question) => question.kind === kind).map((question) => ({ question, trace, box })),
  );
  const { question, trace, box } = found[0]!;
  const words = worded(question, trace, (rule) => `R${box.indexOf(rule) + 1}`, true);
  expect([plainText(words.says), words.how]).toEqual(says);
});

test("what one is asked to agree with or not, before and after", () => {
  const said = new Set(SHEETS.flatMap(({ trace }) => statements(trace)));
  expect([...said]).toEqual(
    expect.arrayContaining([
      "It is right that a public office takes points from people for this: a loan payment missed.",
      "It is right that people on a public list are refused this: high-fee school.",
      "As long as the rules are published, people need not be told of each entry on their file.",
      "If you break no rule, you have nothing to fear from such a file.",
    ]),
  );
});
