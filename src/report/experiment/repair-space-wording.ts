import type { Repair } from "../../analysis/questions/repair.ts";
import type { Section } from "../section.ts";
import { count, listed, whole } from "../wording.ts";

/** What was searched, and what was not. */
export function spaceSection({ space: searched, actSpace }: Repair): Section {
  return {
    heading: "What was searched",
    sentences: [
      ...(searched === null
        ? []
        : [
            `Of the rules: ${count(searched.rules, "rule")}, each of them dropped; ${count(searched.numbers, "number")}, each of them at every other integer of its declared range (${whole(searched.integers)}); and two of these at once: ${listed(
              [
                `${whole(searched.pairsOfRules)} pairs of rules`,
                `${whole(searched.ruleAndInteger)} of a rule and an integer`,
                `${whole(searched.pairsOfIntegers)} of two integers`,
              ],
            )}. Not every one of them needs a life of its own: one that misses the goal stands for all rulebooks under which every comparison up to there is answered alike.`,
            "Not searched: three edits or more, new rules, other conditions or effects than their numbers. A posting of 0 points, classes out of order, or an opening outside floor and ceiling make no rulebook.",
          ]),
      ...(actSpace === null
        ? []
        : [
            `Of the person: ${count(actSpace.acts, "act")} of the fixture (conduct or attempt), each of them left out, and put off by every number of months up to the end of the story (${whole(actSpace.delays)}); one at a time, all else staying where it is. What befalls the person, or is decided about them, is no act of theirs.`,
          ]),
    ],
    table: null,
  };
}
