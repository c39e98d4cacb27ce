import type { Mutant } from "../../analysis/mutation/mutants.ts";
import {
  effectOf,
  mannerOf,
  type Mutation,
  type NudgedNumber,
  type TriedMutant,
} from "../../analysis/questions/mutate.ts";
import { conditionTemplate } from "../comparison.ts";
import { count, whole } from "../wording.ts";
import { fragileSections } from "./mutate-fragile.ts";
import { scoreSections, shareSays, triedSection } from "./mutate-score.ts";
import type { Answer } from "./page.ts";
import { scoringNumberOf } from "./scoring-standing.ts";
import type { Section } from "../section.ts";

export function mutationAnswer(experiment: Mutation): Answer {
  const { numbers } = experiment;
  const fragile = experiment.mutants.filter(isFragile);
  return {
    title: "One number or one comparison changed at a time",
    tried: `${count(experiment.mutants.length, "single change")} to the rulebook, for ${peopleSay(experiment)}`,
    sections: [
      { heading: "In short", sentences: inShort(experiment, numbers, fragile), table: null },
      ...(experiment.mutants.length === 0
        ? []
        : [
            ...idleNumbers(experiment, numbers),
            ...fragileSections(experiment, fragile),
            triedSection(experiment),
            ...scoreSections(experiment),
          ]),
      {
        heading: "What this does not show",
        sentences: [
          "A change that changes nothing here might change another life: these are few people, and invented. A change that does change a life is not wrong for that; a rule is there to change lives.",
          "Only one place was changed at a time, so that two changes that make up for each other, or that matter only together, are not seen. Words in the rules (which event, list, door or class they name) and effects were left alone, and so was the order of the rules.",
        ],
        table: null,
      },
    ],
    rules: fragile.flatMap(({ mutant }) => mutant.rule ?? []),
    scoring: numbers.flatMap(scoringNumberOf),
    records: {
      columns: ["change", "rule", "where", "was", "is", "changes", "lives changed", "for", "points only for"],
      rows: experiment.mutants.map((each) => [
        each.mutant.kind,
        each.mutant.rule,
        ...cellsOf(each.mutant),
        effectOf(each),
        each.changed.length,
        each.changed.map(({ persona }) => persona).join(" "),
        each.pointsOnly.join(" "),
      ]),
    },
  };
}

function cellsOf(mutant: Mutant): [where: string, was: string | number, is: string | number] {
  switch (mutant.kind) {
    case "nudged":
      return [mutant.address, mutant.was, mutant.is];
    case "flipped":
      return [`comparison ${mutant.leaf + 1}`, conditionTemplate(mutant.was), conditionTemplate(mutant.is)];
    case "dropped":
      return [`comparison ${mutant.leaf + 1}`, conditionTemplate(mutant.was), "gone"];
  }
}

function peopleSay({ personas }: Pick<Mutation, "personas">): string {
  return personas.length === 1 ? "this person" : `these ${whole(personas.length)} people`;
}

/** Somebody has more harms of some kind, or fewer. */
function changesHarms({ changed }: TriedMutant): boolean {
  return changed.some((each) => mannerOf(each) === "harms");
}

/** A single step of a number changes a life. */
function isFragile(each: TriedMutant): boolean {
  const { mutant } = each;
  return mutant.kind === "nudged" && Math.abs(mutant.is - mutant.was) === 1 && effectOf(each) === "life";
}

function inShort(experiment: Mutation, numbers: readonly NudgedNumber[], fragile: readonly TriedMutant[]): string[] {
  const { mutants } = experiment;
  const having = (effect: string): number => mutants.filter((each) => effectOf(each) === effect).length;
  const placesOf = (some: readonly TriedMutant[]): number =>
    new Set(some.map(({ mutant }) => (mutant.kind === "nudged" ? mutant.address : ""))).size;
  const [places, harming] = [placesOf(fragile), placesOf(fragile.filter(changesHarms))];
  const whom = experiment.personas.length === 1 ? "the life of this person" : "the life of at least one";
  const { stopped, of } = experiment.searched;
  if (stopped && mutants.length === 0) return ["Nothing had been tried when the work was stopped."];
  return [
    ...(stopped
      ? [
          `Only the changes tried before the work was stopped are spoken of, here and below: ${whole(mutants.length)} of ${whole(of)}, in the order of the rulebook, the scoring first. Of the others, and of numbers and rules not named, nothing is said.`,
        ]
      : []),
    numbers.length === 0
      ? stopped
        ? "No number had been changed."
        : "There is no number here that could be changed."
      : numbersSay(experiment, numbers),
    places === 0
      ? stopped
        ? "No single step tried of a number changes a life."
        : "No single step of any number changes a life."
      : `${count(places, "number is", "numbers are")} fragile: a single step up or down changes a life. ${harmingSays(harming, places)}`,
    `Of ${count(mutants.length, "change")} ${stopped ? "tried" : "in all"}, ${whole(having("life"))} change ${whom} (${shareSays(having("life"), mutants.length)}), ${whole(having("points"))} only points, ${whole(having("nothing"))} nothing.`,
  ];
}

function harmingSays(harming: number, places: number): string {
  const others = "the same harms come in other months, or a class, checks or priority differ";
  if (harming === 0) return `Nobody has a harm more or less by that: ${others}.`;
  return `By ${whole(harming)} of them somebody has a harm more or less${harming === places ? "" : `; by the others ${others}`}.`;
}

/** Of a rule that never acts here nothing can be said, and none of its numbers is called arbitrary. */
function numbersSay(experiment: Mutation, numbers: readonly NudgedNumber[]): string {
  const here = numbers.filter((each) => actsHere(experiment, each));
  const idle = here.filter(({ effect }) => effect !== "life");
  const points = idle.filter(({ effect }) => effect === "points").length;
  const others = numbers.length - here.length;
  if (here.length === 0)
    return `No number stands in a rule that acts in ${livesSay(experiment)}, so that nothing can be said of the ${whole(numbers.length)} there ${numbers.length === 1 ? "is" : "are"}.`;
  const tried = experiment.searched.stopped ? " tried" : "";
  return `${whole(idle.length)} of ${count(here.length, "number")}${tried} make no difference to ${livesSay(experiment)} if they are moved by one step or by a tenth: ${count(points, "moves", "move")} the lowest or the last points, ${whole(idle.length - points)} not even those.${others === 0 ? "" : ` ${whole(others)} more${tried} stand in rules that do not act in ${livesSay(experiment)}; nothing can be said of them.`}`;
}

function actsHere({ acting }: Mutation, { rule }: Pick<NudgedNumber, "rule">): boolean {
  return rule === null || acting.includes(rule);
}

function livesSay({ personas }: Mutation): string {
  return personas.length === 1 ? "this life" : `any of these ${whole(personas.length)} lives`;
}

function idleNumbers(experiment: Mutation, numbers: readonly NudgedNumber[]): Section[] {
  const idle = numbers.filter(({ effect }) => effect !== "life");
  const here = idle.filter((each) => actsHere(experiment, each));
  const elsewhere = numbers.filter((each) => !actsHere(experiment, each));
  if (idle.length + elsewhere.length === 0) return [];
  const line = (says: string, some: readonly string[]): string[] =>
    some.length === 0 ? [] : [`${says} (${some.length}): ${some.join("; ")}.`];
  const nudged = (effect: string): string[] =>
    here
      .filter((each) => each.effect === effect)
      .map(({ address, was, nudges }) => `${address} ${whole(was)} (${nudges.map(whole).join(", ")})`);
  return [
    {
      heading: "Numbers that make no difference to anybody here",
      sentences: [
        ...(here.length === 0
          ? []
          : [
              "Each with the numbers tried instead. As far as these lives go, such a number could as well be one of those.",
            ]),
        ...line("They move the lowest or the last points, and nothing else", nudged("points")),
        ...line("Their rule acts, and they change nothing, not even the lowest or the last points", nudged("nothing")),
        ...line(
          `Their rule does not act in ${livesSay(experiment)}`,
          elsewhere.map(({ address }) => address),
        ),
      ],
      table: null,
    },
  ];
}
