import type { Scoring, ScoringNumber } from "../../model/rulebook.ts";
import { count, whole } from "../wording.ts";

export const SCORING_SAYS: Record<ScoringNumber, string> = {
  opening: "Points at the start",
  classes: "Classes",
  assigned: "When classes are assigned",
  deductionsReturnAfterMonths: "Return of deductions",
  floor: "Floor",
  ceiling: "Ceiling",
};

export function scoringValue(scoring: Scoring | null, part: ScoringNumber): string {
  if (scoring === null) return "no score is kept";
  switch (part) {
    case "classes":
      return scoring.classes
        .map(({ id, min }) => (min === null ? `${id} below` : `${id} from ${whole(min)}`))
        .join(", ");
    case "assigned":
      return scoring.assigned === "yearly" ? "once a year" : "at once";
    case "deductionsReturnAfterMonths": {
      const months = scoring.deductionsReturnAfterMonths ?? null;
      return months === null ? "they do not come back" : `after ${count(months, "month")}`;
    }
    case "opening":
    case "floor":
    case "ceiling": {
      const number = scoring[part];
      return number === undefined ? "none" : whole(number);
    }
  }
}
