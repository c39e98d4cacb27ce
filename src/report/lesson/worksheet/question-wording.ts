import type { Question, Topic } from "../../../analysis/worksheet/question.ts";
import type { RuleId } from "../../../model/rule.ts";
import type { Trace } from "../../../model/trace.ts";
import { MARKS } from "../../marks.ts";
import { countsSay } from "../../experiment/harm-wording.ts";
import { capital, count, entryOf, listed, whole } from "../../wording.ts";
import { type Block, gapFor, type GapWidth, type Option, type Run, type Runs } from "../leaf.ts";
import { effectWords, harmWords, KIND_WORDS, linkWords, rootWords } from "./words.ts";

export const TOPIC_TITLES: Readonly<Record<Topic, string>> = {
  order: "Order: what led to what",
  compounding: "Compounding: how one thing adds to another",
  evidence: "Evidence: how well it is known",
  alternatives: "Alternatives: what if?",
};

/** A question in words; its gaps are filled in the key, and only there. */
export interface Worded {
  readonly says: Runs;
  readonly beneath: readonly Block[];
  /** How one comes to the answer; in the key only. */
  readonly how: string;
}

export function worded(question: Question, trace: Trace, number: (rule: RuleId) => string, key: boolean): Worded {
  const gap = (answer: string, width: GapWidth = "figure"): Run => gapFor(answer, width, key);
  const choice = (options: readonly string[], right: number): Block => ({
    kind: "options",
    options: options.map((says, at): Option => ({ says: [says], ticked: key ? at === right : null })),
  });
  switch (question.kind) {
    case "chain":
      return {
        says: [
          `The longest line of harm, in the wrong order. Number its links from 1 to ${question.links.length}; the first cause is 1.`,
        ],
        beneath: [
          {
            kind: "table",
            head: ["no.", "link"],
            rows: question.links.map((id, at) => [
              [gap(String(question.places[at]), "letter")],
              [linkWords(id, trace)],
            ]),
            shares: [1, 9],
          },
        ],
        how: `In that order they stand at ${entriesInOrder(question).join(" → ")}.`,
      };
    case "root":
      return {
        says: [
          `Go back from ${harmWords(question.harm, trace)}, step by step: what did it come from (“←”, “in force since”, “by”)? You end at entry `,
          gap(listed(question.roots.map(entryOf))),
          ".",
        ],
        beneath: [],
        how: `It goes back to ${listed(question.roots.map((root) => rootWords(root, trace)))}.`,
      };
    case "share":
      return {
        says: [
          `${question.of} attempts are refused on this sheet. How many of them go back, alone or with other causes, to ${rootWords(question.root, trace)}? ${trace.rulebook.scoring === null ? "" : "(A class comes from all points that are still taken.) "}`,
          gap(String(question.denied)),
        ],
        beneath: [],
        how: "Count a row “as in …” too. A refusal may go back to several causes, and counts for each.",
      };
    case "outstanding": {
      const entry = entryOf(question.moved);
      return {
        says: [
          `At ${entry} one entry is enough to move the class. How many points had been taken before it and had not come back? `,
          gap(String(question.points)),
        ],
        beneath: [],
        how:
          question.entries === 0
            ? "None: this one entry alone moved the class."
            : `${count(question.entries, "deduction was", "deductions were")} on file already; the entry at ${entry} came on top.`,
      };
    }
    case "taken":
      return {
        says: [
          "How many points are taken on this sheet, in all? ",
          gap(String(question.lost)),
          " And how many come back? ",
          gap(String(question.returned)),
        ],
        beneath: [],
        how: "Add up all that is taken, in rows “as in …” too, and all that comes back.",
      };
    case "priority":
      return {
        says: [
          `At the start this person is put first for some doors (${MARKS.priority}). For how many months on this sheet is that lost for at least one of them? `,
          gap(String(question.months)),
        ],
        beneath: [],
        how: "Counted by the end of each month, the last one of the sheet included; lost priority is no refusal, and is counted apart.",
      };
    case "one-rule":
      return {
        says: [
          `All rules together bring ${countsSay(question.all)}. Suppose that only one rule at a time were in force, each in its turn. How much of that harm would be left? Guess first: `,
          gap(countsSay(question.underOneRule), "words"),
        ],
        beneath: [],
        how: "Replayed under each rule by itself; a harm counts as there if any one rule alone brings it about. What is missing needs several rules at once.",
      };
    case "level":
      return {
        says: [
          `How many of the ${question.of} rules explained above are “${question.level}”? `,
          gap(String(question.rules.length)),
        ],
        beneath: [],
        how: `${listed(question.rules.map(number))}.`,
      };
    case "weakest":
      return {
        says: [
          `Go back along the line that leads to ${harmWords(question.harm, trace)}. Which rule on it rests on the weakest evidence? `,
          gap(question.rules.map(number).join(" or "), "rule"),
          " How weak? ",
          gap(question.level, "words"),
        ],
        beneath: [],
        how: "From strong to weak: documented, reported, contested, inferred, invented.",
      };
    case "without-invented":
      return {
        says: [
          `Of the rules that enter points, put on a list, shut a door or lead on, ${whole(question.rules)} ${question.rules === 1 ? "was" : "were"} invented for the exhibit. Without ${question.rules === 1 ? "it" : "them"}, the same life would bring …`,
        ],
        beneath: [choice(...comparison(question.before.losses, question.after.losses, "losses"))],
        how: `With all rules: ${countsSay(question.before)}. Without: ${countsSay(question.after)}. What ends or opens something has stayed.`,
      };
    case "without-rule":
      return {
        says: [`${number(question.rule)} is struck out. What changes in this life? Think first, then tick.`],
        beneath: [
          choice(
            question.options.map((option) => capital(effectWords(option))),
            question.right,
          ),
        ],
        how: "Replayed without that rule: what is gone, and what is new, against the life as it is here.",
      };
    case "most":
      return {
        says: [`One of these rules is struck out. Which would take the most ${KIND_WORDS[question.of]} with it?`],
        beneath: [choice(question.rules.map(number), question.right)],
        how: `${question.rules
          .map((rule, at) => `${number(rule)}: ${question.gone[at]} fewer`)
          .join("; ")
          .replaceAll(/: -(\d+) fewer/g, ": $1 more")}.`,
      };
    case "worse":
      return {
        says: ["If one of these rules were struck out, new harm would come. Which one?"],
        beneath: [choice(question.rules.map(number), question.right)],
        how: `New would be: ${countsSay(question.fresh)}. A rule may spare as well as harm, by what it lifts, or by what it keeps from happening.`,
      };
    case "enough":
      return {
        says: [
          `At ${entryOf(question.moved)} the class falls by an entry of ${question.taken} points. How few points would have been enough? `,
          gap(String(question.points)),
        ],
        beneath: [],
        how: `The score before it stood ${question.points - 1} above the lowest score of its class.`,
      };
    case "worst-class":
      return {
        says: [
          `The lowest class on this sheet is ${question.before}. Without ${number(question.rule)} it would be `,
          gap(question.after),
        ],
        beneath: [],
        how: "Replayed without that rule.",
      };
  }
}

/** The entries on a line, root first; several links may stand at one. */
function entriesInOrder({ links, places }: Extract<Question, { kind: "chain" }>): string[] {
  const inOrder = links.toSorted((a, b) => places[links.indexOf(a)]! - places[links.indexOf(b)]!);
  return [...new Set(inOrder.map(entryOf))];
}

/** Fewer, as many, more; and which of them it is. */
function comparison(before: number, after: number, what: string): [options: string[], right: number] {
  return [[`fewer ${what}`, `as many ${what}`, `more ${what}`], after < before ? 0 : after === before ? 1 : 2];
}
