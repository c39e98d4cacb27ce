import { type Citation, sourceOf } from "../model/citation.ts";
import type { NumberNote, Reading, RuleId } from "../model/rule.ts";
import type { Rulebook } from "../model/rulebook.ts";
import { type Check, note } from "./locator.ts";

/** Sources that nothing cites, answers that change nothing, readings that cite nothing. */
export const unusedParts: Check = (rulebook, locate) => {
  const cited = new Set(citationsOf(rulebook).map(sourceOf));
  const readings = readingsOf(rulebook);
  return [
    ...Object.keys(rulebook.sources)
      .filter((key) => !cited.has(key))
      .map((key) =>
        note(
          "source-never-cited",
          locate(null, ["sources", key]),
          `Nothing cites the source “${key}”.`,
          "Cite it, or take it out.",
        ),
      ),
    ...Object.entries(rulebook.questions).flatMap(([name, question]) =>
      Object.keys(question.answers)
        .filter(
          (label) =>
            label !== question.default &&
            !readings.some((reading) => reading.question === name && reading.label === label),
        )
        .map((label) =>
          note(
            "answer-without-reading",
            locate(null, ["questions", name, "answers", label]),
            `To answer “${label}” changes nothing: no rule has a reading for it.`,
            "Add a reading, or take the answer out.",
          ),
        ),
    ),
    ...uncitedAnswers(rulebook).map(({ rule, index, label }) =>
      note(
        "reading-uncited",
        locate(rule, ["readings", index]),
        `The answer “${label}” cites nothing; numbers that it changes will count as invented.`,
        "Say which source answers so.",
      ),
    ),
  ];
};

/** Each by the first rule that it amends, of those that are not invented anyway. */
function uncitedAnswers({
  rules,
}: Rulebook): { readonly rule: RuleId; readonly index: number; readonly label: string }[] {
  const found = rules.flatMap(({ id, evidence, readings = [] }) =>
    readings.flatMap(({ question, label, citations }, index) =>
      evidence === "invented" || citations.length > 0 ? [] : [{ question, rule: id, index, label }],
    ),
  );
  return found.filter(
    (each, at) => found.findIndex(({ question, label }) => question === each.question && label === each.label) === at,
  );
}

function readingsOf({ rules, scoring }: Rulebook): Reading[] {
  return [...(scoring?.readings ?? []), ...rules.flatMap((rule) => rule.readings ?? [])];
}

function citationsOf(rulebook: Rulebook): Citation[] {
  const notes: NumberNote[] = [
    ...Object.values(rulebook.scoring?.numbers ?? {}),
    ...rulebook.rules.flatMap((rule) => Object.values(rule.numbers ?? {})),
  ];
  return [
    ...rulebook.rules.flatMap((rule) => [...rule.citations, ...(rule.toldNote?.citations ?? [])]),
    ...notes.flatMap((each) => each.citations),
    ...readingsOf(rulebook).flatMap(({ citations, amend }) => [...citations, ...amendedCitations(amend)]),
  ];
}

/** Citations anywhere in an amendment. */
function amendedCitations(amend: unknown): Citation[] {
  if (typeof amend !== "object" || amend === null) return [];
  return Object.entries(amend).flatMap(([key, value]) =>
    key === "citations" ? ((value ?? []) as Citation[]) : amendedCitations(value),
  );
}
