import { MUTANT_KINDS, type MutantKind } from "../../analysis/mutation/mutants.ts";
import { type Mutation, type Score, tallyOf } from "../../analysis/questions/mutate.ts";
import { evidenceOf } from "../../model/rule.ts";
import { ruleNamed } from "../../model/rulebook.ts";
import type { Section } from "../section.ts";
import { count, whole } from "../wording.ts";

const KIND_SAYS: Record<MutantKind, string> = {
  nudged: "numbers moved",
  flipped: "comparisons turned round",
  dropped: "comparisons taken out",
};

/** Counts by kind of change. */
export function triedSection(experiment: Mutation): Section {
  const { stopped } = experiment.searched;
  return {
    heading: "What was tried",
    sentences: [
      "Numbers were moved by one step and by a tenth, up and down; comparisons were turned into their opposite (is, is not; below, not below; on a list, not on it) or taken out. Left out are numbers beyond what a rule file may say, and changes after which there would be no rulebook: a rule without an event or a condition, or a measure that depends on its own absence.",
    ],
    table: {
      // What there is besides is not known where the work was stopped.
      head: [
        "change",
        ...(stopped ? [] : ["there are", "left out"]),
        "tried",
        "change a life",
        "only points",
        "nothing",
      ],
      rows: MUTANT_KINDS.map((kind) => {
        const { made, outsideRange, noRulebook, tried, life, points, nothing } = tallyOf(experiment, kind);
        const there = stopped ? [] : [made, outsideRange + noRulebook];
        return [KIND_SAYS[kind], ...[...there, tried, life, points, nothing].map(whole)];
      }),
    },
  };
}

/** How many of a rule's changes change some life. */
export function scoreSections(experiment: Mutation): Section[] {
  const { acting, rulebook, scores, searched } = experiment;
  const tried = searched.stopped ? " tried" : "";
  const acts = ({ rule }: Score): boolean => rule === null || acting.includes(rule);
  const [here, elsewhere] = [scores.filter(acts), scores.filter((each) => !acts(each))];
  const full = here.filter(({ tried, changing }) => tried === changing);
  const most = here.filter(({ tried, changing }) => tried > changing && 2 * changing > tried);
  const few = here.filter(({ tried, changing }) => 2 * changing <= tried);
  const sum = (some: readonly Score[], of: "tried" | "changing"): number =>
    some.reduce((all, each) => all + each[of], 0);
  const names = (some: readonly Score[]): string => some.map(({ rule }) => rule ?? "the scoring").join(", ");
  return [
    {
      heading: "Mutation score: how many of a rule's changes change some life",
      sentences: [
        `${searched.stopped ? "As far as was tried" : "The whole rulebook"}: ${ratio(sum(scores, "changing"), sum(scores, "tried"))}${elsewhere.length === 0 ? "" : `; the rules that act here: ${ratio(sum(here, "changing"), sum(here, "tried"))}`}. A low score says that the rule could as well read otherwise, as far as these lives go.`,
        ...(full.length === 0 ? [] : [`Every change${tried} changes a life (${whole(full.length)}): ${names(full)}.`]),
        ...(most.length === 0
          ? []
          : [`More than half of the changes${tried} do (${whole(most.length)}): ${names(most)}.`]),
        ...(elsewhere.length === 0
          ? []
          : [
              `${count(elsewhere.length, "rule does", "rules do")} not act here; of their changes ${ratio(sum(elsewhere, "changing"), sum(elsewhere, "tried"))} change a life, by making a rule act that did not.`,
            ]),
        ...(few.length === 0 ? [] : [`Of these half of the changes${tried} or fewer:`]),
      ],
      table:
        few.length === 0
          ? null
          : {
              head: ["rule", "evidence", "tried", "change a life", "score"],
              rows: few.map(({ rule, tried, changing }) => [
                rule === null ? "the scoring (classes, opening)" : ruleNamed(rulebook, rule).title,
                rule === null ? "" : evidenceOf(ruleNamed(rulebook, rule)),
                whole(tried),
                whole(changing),
                shareSays(changing, tried),
              ]),
              words: 2,
            },
    },
  ];
}

function ratio(some: number, of: number): string {
  return `${whole(some)} of ${whole(of)} (${shareSays(some, of)})`;
}

/** A share in whole per cent, never rounded to nothing or to all. */
export function shareSays(some: number, of: number): string {
  if (of === 0) return "none";
  const percent = Math.round((100 * some) / of);
  const shown = some > 0 && percent === 0 ? 1 : some < of && percent === 100 ? 99 : percent;
  return `${shown} %`;
}
