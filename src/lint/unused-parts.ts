import type { Citation, NumberNote, Reading } from "../model/rule.ts";
import type { Rulebook } from "../model/rulebook.ts";
import { type Check, note } from "./locator.ts";

/** Sources that nothing cites, answers that change nothing, readings that cite nothing. */
export const unusedParts: Check = (rulebook, locate) => {
  const cited = new Set(citationsOf(rulebook).map(({ source }) => source));
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
    ...rulebook.rules.flatMap((rule) =>
      rule.evidence === "invented"
        ? []
        : (rule.readings ?? []).flatMap((reading, index) =>
            reading.citations.length > 0
              ? []
              : [
                  note(
                    "reading-uncited",
                    locate(rule.id, ["readings", index]),
                    `The reading “${reading.label}” cites nothing; numbers that it changes will count as invented.`,
                    "Say which source reads it so.",
                  ),
                ],
          ),
    ),
  ];
};

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
  const here = "source" in amend && typeof amend.source === "string" ? [{ source: amend.source, locator: "" }] : [];
  return [...here, ...Object.values(amend).flatMap(amendedCitations)];
}
