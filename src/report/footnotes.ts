import type { Powers } from "../analysis/powers.ts";
import { EVIDENCE, type Evidence } from "../model/evidence.ts";
import type { FixtureDecision } from "../model/decision.ts";
import { type Citation, placeOf, sourceOf } from "../model/citation.ts";
import type { Rule } from "../model/rule.ts";
import type { Rulebook, ScoringNumber, Source } from "../model/rulebook.ts";
import type { Trace } from "../model/trace.ts";
import { rulesActing } from "./evidence-wording.ts";
import { citationsOfAnswer } from "./experiment/readings-sources.ts";
import { inRuns, numberedIn } from "./numbered.ts";
import { sourceSays } from "./sources.ts";
import { decisionsShown } from "./decision-wording.ts";
import { evidenceParts, happeningNoun, toldParts } from "./wording.ts";

/** A source, and what on the page stands on it, level by level. */
export interface Footnote {
  readonly key: string;
  readonly says: string;
  readonly grounds: readonly Ground[];
}

/** What stands at one level of evidence, and where in the source. */
export interface Ground {
  readonly level: Evidence;
  readonly says: string;
}

/** One thing that a rule or the scoring states, with its level. */
interface Statement {
  readonly about: string;
  readonly of: string;
  readonly level: Evidence;
  readonly citations: readonly Citation[];
}

/** Every source cited on the page, in the order of their keys; also what a rulebook drawn beside rests on as an edit. */
export function footnotesOf(
  trace: Trace,
  beside: Rulebook | null = null,
  decisions: readonly FixtureDecision[] = [],
  powers?: Powers,
): Footnote[] {
  const decided = decisionsShown(trace, decisions).map(({ decision, entry }): Statement => ({
    about: `#${entry.seq} ${happeningNoun(entry.happening)}`,
    of: "",
    level: "documented",
    citations: decision.citations,
  }));
  const statements = [
    ...statementsIn(trace),
    ...decided,
    ...(powers === undefined ? [] : powersStatements(powers, trace.rulebook)),
    ...(beside === null ? [] : editStatements(beside, trace.rulebook.packs)),
  ];
  const sources = { ...beside?.sources, ...trace.rulebook.sources };
  const numbered = numberedIn(statements.map(({ about }) => about));
  const keys = [...new Set(statements.flatMap(({ citations }) => citations.map(sourceOf)))].sort();
  return keys.map((key) => ({
    key,
    says: sourceSays(sources[key]!),
    grounds: EVIDENCE.flatMap((level) => {
      const mine = statements.filter(
        (each) => each.level === level && each.citations.some((citation) => sourceOf(citation) === key),
      );
      return mine.length === 0
        ? []
        : [{ level, says: groundsSay(mine, { key, places: sources[key]!.places }, numbered) }];
    }),
  }));
}

/** What on the page no source says, by level. */
export function unsourced(trace: Trace): Ground[] {
  const all = statementsIn(trace);
  const numbered = numberedIn(all.map(({ about }) => about));
  const statements = all.filter(({ citations }) => citations.length === 0);
  return EVIDENCE.flatMap((level) => {
    const mine = statements.filter((each) => each.level === level);
    return mine.length === 0 ? [] : [{ level, says: groundsSay(mine, null, numbered) }];
  });
}

function statementsIn(trace: Trace): Statement[] {
  const scoring = Object.entries(trace.rulebook.scoring?.numbers ?? {}).map(([name, note]) => ({
    about: "how points are kept",
    of: SCORING_SAYS[name as ScoringNumber],
    level: note.evidence,
    citations: note.citations,
  }));
  return [
    ...scoring,
    ...editStatements(trace.rulebook, []),
    ...rulesActing(trace).flatMap((rule) => ruleStatements(rule, `“${rule.title}”`)),
  ];
}

/** On what the overlays of a rulebook rest as a whole; those of `known` have said so already. */
function editStatements({ packs }: Rulebook, known: Rulebook["packs"]): Statement[] {
  const there = new Set(known.map(({ id }) => id));
  return packs.flatMap(({ id, title, rests }) =>
    rests === undefined || there.has(id)
      ? []
      : [{ about: `“${title}”`, of: "the edit as a whole", level: rests.evidence, citations: rests.citations }],
  );
}

/** That somebody may is in the text, whoever uses it. */
function powersStatements({ used }: Powers, rulebook: Rulebook): Statement[] {
  return used.map(({ question, answer }) => ({
    about: "who could have stopped it",
    of: "",
    level: "documented",
    citations: citationsOfAnswer(rulebook, question, answer),
  }));
}

/** An amended rule also stands as it was, with what spoke for it. */
function ruleStatements(rule: Rule, about: string): Statement[] {
  return [
    ...[...evidenceParts(rule), ...toldParts(rule)].map(({ of, level, citations }) => ({
      about,
      of,
      level,
      citations,
    })),
    ...(rule.amended === undefined ? [] : ruleStatements(rule.amended.was, `${about}, as it was`)),
  ];
}

/** `p. 2: “Missed loan repayment”; the points, p. 2: “Missed loan repayment”, “Telephone bill left unpaid”`: what stands in one place together. */
function groundsSay(
  statements: readonly Statement[],
  cited: { readonly key: string; readonly places: Source["places"] } | null,
  numbered: ReturnType<typeof numberedIn>,
): string {
  const places = new Map<string, string[]>();
  for (const { about, of, citations } of statements) {
    const found =
      cited === null
        ? [""]
        : citations
            .filter((citation) => sourceOf(citation) === cited.key)
            .map((citation) => cited.places[placeOf(citation)]!);
    for (const where of found) {
      const place = [...(of === "the rule" ? [] : [of]), where].filter((part) => part !== "").join(", ");
      places.set(place, [...new Set([...(places.get(place) ?? []), about])]);
    }
  }
  return [...places]
    .map(([place, about]) => `${place === "" ? "" : `${place}: `}${inRuns(about, numbered).join(", ")}`)
    .join("; ");
}

/** Numbers of the scoring, as they are called in a sentence. */
export const SCORING_SAYS: Record<ScoringNumber, string> = {
  opening: "the points at the start",
  classes: "the bounds of the classes",
  assigned: "when classes are assigned",
  deductionsReturnAfterMonths: "when deductions return",
  floor: "the floor",
  ceiling: "the ceiling",
};
