import type { Experiment, Searched } from "../../analysis/experiment.ts";
import type { Rule, RuleId } from "../../model/rule.ts";
import type { Rulebook, ScoringNumber } from "../../model/rulebook.ts";
import { HORIZON } from "../../model/story-time.ts";
import { NAMES } from "../../model/vocabulary/names.ts";
import { editionSays, warningOf } from "../heading.ts";
import type { Section } from "../section.ts";
import { overlaySources, sourceSays, standingSourcesOf } from "../sources.ts";
import { thenSays } from "../then-wording.ts";
import { evidenceSays } from "../rule-evidence.ts";
import { count, listed, monthSays, whole } from "../wording.ts";
import { scoringStanding } from "./scoring-standing.ts";

/** What one question has to say for itself; the rest of its page is the same for all. */
export interface Answer {
  readonly title: string;
  /** What was tried, in the question's own words: “Each of 84 rules was left out in turn”. */
  readonly tried: string;
  readonly sections: readonly Section[];
  /** Rules that the page names; each is shown with its evidence. */
  readonly rules: readonly RuleId[];
  /** Numbers of the scoring that the page names or hangs on; each is shown with its evidence. */
  readonly scoring?: readonly ScoringNumber[];
  /** Keys of sources that its sentences cite, beside those of the rules and numbers. */
  readonly cites?: readonly string[];
  /** A second rulebook that they may come from, as they stand there. */
  readonly beside?: Rulebook;
  /** The same as a table for spreadsheets. */
  readonly records: Records;
}

export type Cell = string | number | null;

export interface Records {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Lines before the table, each with its label, where the cells alone would not say what they rest on. */
  readonly notes?: readonly (readonly [label: string, says: string])[];
}

/** A page about an experiment before it is laid out. */
export interface ExperimentPage {
  readonly title: string;
  readonly notice: string;
  readonly warning: string | null;
  readonly rulebook: string;
  /** The same in a few words, for the head of each sheet. */
  readonly edition: string;
  readonly people: string;
  readonly searched: string;
  readonly stopped: string | null;
  readonly again: string;
  readonly sections: readonly Section[];
  /** Numbers of the scoring first, then rules. */
  readonly rules: readonly { readonly id: string; readonly says: string }[];
  readonly sources: readonly { readonly key: string; readonly says: string }[];
  readonly records: Records;
}

/** `again` is the command that gives the same page. */
export function experimentPage(experiment: Experiment, answer: Answer, again: string): ExperimentPage {
  const { rulebook, personas, searched, until } = experiment;
  const rules = rulesNamed(rulebook, answer);
  const sources = { ...rulebook.sources, ...answer.beside?.sources };
  const numbers = scoringStanding(
    answer.beside ?? rulebook,
    answer.scoring ?? [],
    answer.beside === undefined ? null : rulebook,
  );
  const keys = new Set([
    ...numbers.flatMap((number) => number.sources),
    ...rules.flatMap(standingSourcesOf),
    ...(answer.cites ?? []),
    ...overlaySources(rulebook),
    ...(answer.beside === undefined ? [] : overlaySources(answer.beside)),
  ]);
  const packs = rulebook.packs.map((pack) => `${pack.id} v${pack.version}`).join(" + ");
  return {
    title: answer.title,
    notice: experiment.notice,
    warning: warningOf(rulebook, answer.beside ?? null),
    rulebook: `${rulebook.title} (${packs}), digest ${rulebook.digest.slice(0, 12)}`,
    edition: editionSays(rulebook),
    people: `${count(personas.length, "invented person", "invented people")}: ${listed(
      personas.map(({ id, name }) => `${NAMES[name].latin} (${id})`),
    )}${until === HORIZON ? "" : `; until ${monthSays(until)}`}`,
    searched: searchedSays(searched, answer.tried),
    stopped: searched.stopped
      ? `Stopped before the end: ${whole(searched.variants)} of ${whole(searched.of)} tried. What follows is a part of the answer.`
      : null,
    again,
    sections: answer.sections,
    rules: [
      ...numbers.map(({ id, says }) => ({ id, says })),
      ...rules.map((rule) => ({
        id: rule.id,
        says: `${rule.title}: ${thenSays(rule.then)} · ${evidenceSays(rule)}`,
      })),
    ],
    sources: [...keys].sort().map((key) => ({ key, says: sourceSays(sources[key]!) })),
    records: answer.records,
  };
}

/** In rulebook order; as they stand in the second rulebook, where there is one and they are still in it. */
function rulesNamed(rulebook: Rulebook, { rules, beside }: Answer): Rule[] {
  const named = new Set(rules);
  const later = new Map(beside?.rules.map((rule) => [rule.id, rule]));
  const first = rulebook.rules.filter(({ id }) => named.has(id));
  const known = new Set(first.map(({ id }) => id));
  return [
    ...first.map((rule) => later.get(rule.id) ?? rule),
    ...[...later.values()].filter(({ id }) => named.has(id) && !known.has(id)),
  ];
}

/** What was tried, whether it is all there is, and what was spared by exact reuse. */
function searchedSays({ variants, of, lives }: Searched, tried: string): string {
  const part = variants === of ? "" : `; ${whole(variants)} of ${whole(of)} tried`;
  const reuse =
    lives.replayed < lives.asked
      ? ` Of ${count(lives.asked, "life", "lives")} asked for, ${whole(lives.replayed)} had to be replayed: the others cannot differ.`
      : "";
  return `${tried}${part}.${reuse}`;
}
