import type { Question, Topic } from "../../../analysis/worksheet/question.ts";
import type { RuleId } from "../../../model/rule.ts";
import type { Trace } from "../../../model/trace.ts";
import { countsSay } from "../../experiment/harm-wording.ts";
import { capital, count, entryOf, listed } from "../../wording.ts";
import { type Block, gapFor, type GapWidth, type Option, type Run, type Runs } from "../leaf.ts";
import { effectWords, harmWords, KIND_WORDS, linkWords, rootWords } from "./words.ts";

export const TOPIC_TITLES: Readonly<Record<Topic, string>> = {
  order: "Order: what led to what",
  compounding: "Compounding: how one thing is added to another",
  evidence: "Evidence: how good the ground is",
  alternatives: "Alternatives: what would have been otherwise",
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
          `These are the links of the longest line of harm, out of order. Number them from 1 to ${question.links.length}, the first cause first.`,
        ],
        beneath: [
          {
            kind: "table",
            head: ["no.", "link"],
            rows: question.links.map((id, at) => [
              [gap(String(question.places[at]), "letter")],
              [linkWords(id, trace)],
            ]),
            words: 2,
            shares: [1, 9],
          },
        ],
        how: `The entries, in the order asked for: ${[...question.links]
          .map((id, at) => ({ id, place: question.places[at]! }))
          .sort((a, b) => a.place - b.place)
          .map(({ id }) => entryOf(id))
          .join(" → ")}.`,
      };
    case "root":
      return {
        says: [
          `Follow the causes (←, “in force since”, “by”) back from ${harmWords(question.harm, trace)}. You end at entry `,
          gap(listed(question.roots.map(entryOf))),
          ".",
        ],
        beneath: [],
        how: `It goes back to ${listed(question.roots.map((root) => rootWords(root, trace)))}.`,
      };
    case "share":
      return {
        says: [
          `${question.of} attempts are refused up to the end of this sheet. How many of them go back, first or among others, to ${rootWords(question.root, trace)}? `,
          gap(String(question.denied)),
        ],
        beneath: [],
        how: "Count a folded row (“as in …”) too. A refusal may go back to several roots, and counts for each.",
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
          "Up to the end of this sheet, how many points are taken in all? ",
          gap(String(question.lost)),
          " And how many come back? ",
          gap(String(question.returned)),
        ],
        beneath: [],
        how: "Add up all that is taken, in folded rows too, and all that comes back.",
      };
    case "priority":
      return {
        says: [
          "At the opening some doors are put first. For how many months, up to the end of this sheet, has at least one of them lost that? ",
          gap(String(question.months)),
        ],
        beneath: [],
        how: "Counted by the end of each month, the last one of the sheet included; lost priority is no refusal, and is counted apart.",
      };
    case "one-rule":
      return {
        says: [
          `All rules together bring ${countsSay(question.all)}. Now suppose that only one rule at a time were in force, each in its turn. How much of that harm would there still be? Guess first: `,
          gap(countsSay(question.underOneRule), "words"),
        ],
        beneath: [],
        how: "Replayed under each rule by itself; a harm counts as there if any one rule alone brings it about. What is missing needs several rules at once.",
      };
    case "level":
      return {
        says: [
          `Of the ${question.of} rules explained above, how many are “${question.level}”? `,
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
          `${count(question.rules, "rule")} of this rulebook ${question.rules === 1 ? "was" : "were"} invented for the exhibit. Without ${question.rules === 1 ? "it" : "them"}, the same life would bring …`,
        ],
        beneath: [choice(...comparison(question.before.losses, question.after.losses, "losses"))],
        how: `With all rules: ${countsSay(question.before)}. Without: ${countsSay(question.after)}. Rules that lift a restriction may have gone too.`,
      };
    case "without-rule":
      return {
        says: [`The same life without ${number(question.rule)}. What would be otherwise? Think first, then tick.`],
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
        says: [`Without which of these rules would most ${KIND_WORDS[question.of]} be gone?`],
        beneath: [choice(question.rules.map(number), question.right)],
        how: `${question.rules
          .map((rule, at) => `${number(rule)}: ${question.gone[at]} fewer`)
          .join("; ")
          .replaceAll(/: -(\d+) fewer/g, ": $1 more")}.`,
      };
    case "worse":
      return {
        says: ["Without one of these rules, harm would come that does not come here. Without which?"],
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
          `The lowest class in this life is ${question.before}. Without ${number(question.rule)} it would be `,
          gap(question.after),
        ],
        beneath: [],
        how: "Replayed without that rule.",
      };
  }
}

/** Fewer, as many, more; and which of them it is. */
function comparison(before: number, after: number, what: string): [options: string[], right: number] {
  return [[`fewer ${what}`, `as many ${what}`, `more ${what}`], after < before ? 0 : after === before ? 1 : 2];
}
