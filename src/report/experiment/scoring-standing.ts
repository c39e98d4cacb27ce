import { sourceOf } from "../../model/citation.ts";
import { type Rulebook, type Scoring, SCORING_NUMBERS, type ScoringNumber } from "../../model/rulebook.ts";
import { SCORING_SAYS, scoringValue } from "./scoring-wording.ts";

/** A number of the scoring, and where it stands: `Return of deductions: after 24 months · reported [ESSAY]. …`. */
export interface NumberStanding {
  readonly id: ScoringNumber;
  readonly says: string;
  /** Keys of the sources that are printed in it. */
  readonly sources: readonly string[];
}

/** Those named, in the order of a rule file; `before`: a rulebook in which they may stand otherwise. */
export function scoringStanding(
  { scoring }: Pick<Rulebook, "scoring">,
  named: readonly ScoringNumber[],
  before: Pick<Rulebook, "scoring"> | null = null,
): NumberStanding[] {
  return SCORING_NUMBERS.filter((id) => named.includes(id)).flatMap((id): NumberStanding[] => {
    const now = isThere(scoring, id) ? standing(scoring, id, " · ") : null;
    const was = isThere(before?.scoring ?? null, id) ? standing(before!.scoring!, id, ": ") : null;
    const differs = was !== null && was !== (now === null ? null : standing(scoring!, id, ": "));
    if (now === null && !differs) return [];
    const comment = now === null ? undefined : scoring!.numbers[id]?.comment;
    const parts = [
      ...(now === null ? [`none${differs ? ` (was ${was})` : ""}.`] : [`${now}${differs ? ` (was ${was})` : ""}.`]),
      ...(comment === undefined ? [] : [comment]),
    ];
    return [
      {
        id,
        says: `${SCORING_SAYS[id]}: ${parts.join(" ")}`,
        sources: [...(now === null ? [] : keysOf(scoring!, id)), ...(differs ? keysOf(before!.scoring!, id) : [])],
      },
    ];
  });
}

/** The number that a dial of the scoring turns: every class bound belongs to the classes. */
export function scoringNumberOf({
  address,
  rule,
}: {
  readonly address: string;
  readonly rule: string | null;
}): ScoringNumber[] {
  if (rule !== null) return [];
  return address.startsWith("classes.") ? ["classes"] : SCORING_NUMBERS.filter((name) => name === address);
}

function isThere(scoring: Scoring | null, id: ScoringNumber): scoring is Scoring {
  return scoring !== null && scoring[id] !== undefined;
}

function standing(scoring: Scoring, id: ScoringNumber, before: string): string {
  const keys = keysOf(scoring, id);
  const level = scoring.numbers[id]?.evidence ?? "invented";
  return `${scoringValue(scoring, id)}${before}${level}${keys.length === 0 ? "" : ` [${keys.join(", ")}]`}`;
}

function keysOf({ numbers }: Scoring, id: ScoringNumber): string[] {
  return [...new Set((numbers[id]?.citations ?? []).map(sourceOf))];
}
