import type { Patch } from "../../model/rule.ts";
import type { Fault } from "../fault.ts";
import type { Path } from "../place.ts";
import { SCORING_AMENDABLE, scoringFile, type ScoringFile } from "../schema/pack.ts";
import { shapeFaults } from "../schema/shape.ts";
import { type Around, citationFaults, uncitedFaults } from "./citations.ts";
import { readingFaults } from "./reading.ts";

/** What is wrong with the meaning of a scoring whose shape is right. */
export function scoringFaults(scoring: ScoringFile, path: Path, around: Around): Fault[] {
  return [
    ...Object.entries(scoring.numbers ?? {}).flatMap(([name, note]) =>
      note === undefined
        ? []
        : [
            ...uncitedFaults(note, `“${name}”`, [...path, "numbers", name]),
            ...citationFaults(note.citations, [...path, "numbers", name, "citations"], around),
          ],
    ),
    ...classFaults(scoring, [...path, "classes"]),
    ...limitFaults(scoring, path),
  ];
}

/** What an answer would make of the scoring. */
export function scoringReadingFaults(scoring: ScoringFile, amend: Patch, path: Path, around: Around): Fault[] {
  if (scoringFaults(scoring, [], around).length > 0) return [];
  return readingFaults(amend, path, {
    base: scoring,
    called: "the scoring",
    amendable: SCORING_AMENDABLE,
    check: (amended) => amendedScoringFaults(amended, around),
  });
}

export function amendedScoringFaults(amended: unknown, around: Around): Fault[] {
  const shape = shapeFaults(scoringFile, amended, "scoring");
  return shape.length > 0 ? shape : scoringFaults(amended as ScoringFile, [], around);
}

function classFaults({ classes }: ScoringFile, path: Path): Fault[] {
  const faults: Fault[] = [];
  classes.forEach((band, index) => {
    const min = band.min ?? null;
    const isLast = index === classes.length - 1;
    const above = classes[index - 1]?.min ?? null;
    if (classes.findIndex((other) => other.id === band.id) < index) {
      faults.push({
        code: "scoring/duplicate-class",
        path: [...path, index, "id"],
        message: `There are two classes “${band.id}”; a rule that names it would mean both.`,
        advice: "Rename one.",
      });
    }
    if (isLast && min !== null) {
      faults.push({
        code: "scoring/bottomless",
        path: [...path, index, "min"],
        message: `A score below ${min} would be in no class.`,
        advice: "Give the last class “min”: null; it takes all below.",
      });
    }
    if (!isLast && min === null) {
      faults.push({
        code: "scoring/class-without-min",
        path: [...path, index],
        message: `“${band.id}” has no lowest score, so the classes after it could never be reached.`,
        advice: "Give it a “min”; only the last class has none.",
      });
    }
    if (min !== null && above !== null && min >= above) {
      faults.push({
        code: "scoring/unordered-classes",
        path: [...path, index, "min"],
        message: `${min} is not below the ${above} of the class before, so “${band.id}” could never be reached.`,
        advice: "List classes highest first, with strictly falling “min”.",
      });
    }
  });
  return faults;
}

function limitFaults({ opening, floor, ceiling }: ScoringFile, path: Path): Fault[] {
  const faults: Fault[] = [];
  if (floor !== undefined && floor > opening) {
    faults.push({
      code: "scoring/floor-above-opening",
      path: [...path, "floor"],
      message: `The floor ${floor} lies above the opening ${opening}.`,
      advice: "Lower the floor, or take it out.",
    });
  }
  if (ceiling !== undefined && ceiling < opening) {
    faults.push({
      code: "scoring/ceiling-below-opening",
      path: [...path, "ceiling"],
      message: `The ceiling ${ceiling} lies below the opening ${opening}.`,
      advice: "Raise the ceiling, or take it out.",
    });
  }
  return faults;
}
