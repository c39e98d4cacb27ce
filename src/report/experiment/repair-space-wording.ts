import type { Repair } from "../../analysis/questions/repair.ts";
import type { Section } from "../section.ts";
import { count, listed, whole } from "../wording.ts";

/** How far a search came that was stopped. */
export function finishedSays({ space, finished, actsStopped }: Repair, name: string): string {
  if (actsStopped)
    return `The search was stopped while the acts of ${name} were tried; nothing was tried of the rules.`;
  const { rules, numbers, pairs } = finished!;
  const parts = space!.rules + space!.numbers;
  return `Finished before the search was stopped: ${whole(rules)} of ${count(space!.rules, "rule")} dropped one by one, ${whole(numbers)} of ${count(space!.numbers, "number")} turned one by one, ${whole(pairs)} of ${count((parts * (parts - 1)) / 2, "pair")} of these.`;
}

/** What was searched, and what was not; of a search that was stopped, what it would have been. */
export function spaceSection(experiment: Repair, name: string): Section {
  const { space: searched, actSpace } = experiment;
  const { stopped } = experiment.searched;
  return {
    heading: stopped ? "What was to be searched, and how far it came" : "What was searched",
    sentences: [
      ...(stopped ? [finishedSays(experiment, name), "The whole search would have been this."] : []),
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
