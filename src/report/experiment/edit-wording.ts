import type { Edit, RulePart } from "../../analysis/edits.ts";
import { EVIDENCE, type Evidence } from "../../model/evidence.ts";
import { evidenceOf, type Rule } from "../../model/rule.ts";
import type { Scoring, ScoringNumber } from "../../model/rulebook.ts";
import { conditionTemplate } from "../comparison.ts";
import { thenSays } from "../then-wording.ts";
import { signed, whole } from "../wording.ts";

/** Each edit as a sentence; rules of which only words, sources or evidence differ are named together. */
export function editsSay(edits: readonly Edit[]): string[] {
  const wordsOnly = edits.filter((edit) => edit.kind === "changed" && isWordsOnly(edit));
  const titles = wordsOnly.map((edit) => (edit.kind === "changed" ? edit.was.title : ""));
  return [
    ...edits.filter((edit) => !wordsOnly.includes(edit)).map(editSays),
    ...(titles.length === 0 ? [] : [`Only other words, sources or evidence: ${titles.join("; ")}.`]),
  ];
}

/** How well what is edited is vouched for before or after, each level that occurs, the weakest last; `null` where nothing of it is there. */
export function evidenceOfEdited(edits: readonly Edit[], side: "was" | "is"): string | null {
  const levels = new Set(
    edits.flatMap((edit): Evidence[] => {
      switch (edit.kind) {
        case "dropped":
          return side === "was" ? [evidenceOf(edit.rule)] : [];
        case "added":
          return side === "is" ? [evidenceOf(edit.rule)] : [];
        case "moved":
          return [evidenceOf(edit.rule)];
        case "changed":
          return [evidenceOf(edit[side])];
        case "scoring":
          return edit[side]?.[edit.part] === undefined ? [] : [edit[side].numbers[edit.part]?.evidence ?? "invented"];
      }
    }),
  );
  return levels.size === 0 ? null : EVIDENCE.filter((level) => levels.has(level)).join(" ");
}

function isWordsOnly({ parts }: Extract<Edit, { kind: "changed" }>): boolean {
  return !parts.some((part) => part === "when" || part === "then" || part === "told" || part === "title");
}

/** An edit as a sentence: `Drunk driving (suining/drunk-driving): −50 points → −20 points; was reported, now invented.` */
function editSays(edit: Edit): string {
  switch (edit.kind) {
    case "dropped":
      return `Gone: ${named(edit.rule)}: ${thenSays(edit.rule.then)} (${evidenceOf(edit.rule)}).`;
    case "added":
      return `New: ${named(edit.rule)}: ${thenSays(edit.rule.then)}; if ${conditionTemplate(edit.rule.when)} (${evidenceOf(edit.rule)}).`;
    case "moved":
      return `Stands elsewhere: ${named(edit.rule)}.`;
    case "scoring":
      return `${SCORING_SAYS[edit.part]}: ${scoringValue(edit.was, edit.part)} → ${scoringValue(edit.is, edit.part)}.`;
    case "changed": {
      const parts = edit.parts.flatMap((part) => partSays(part, edit.was, edit.is));
      const [before, after] = [evidenceOf(edit.was), evidenceOf(edit.is)];
      const evidence = before === after ? `still ${after}` : `was ${before}, now ${after}`;
      return `${named(edit.was)}: ${[...(parts.length === 0 ? ["other words or sources"] : parts), evidence].join("; ")}.`;
    }
  }
}

function named({ title, id }: Rule): string {
  return `${title} (${id})`;
}

function partSays(part: RulePart, was: Rule, is: Rule): string[] {
  switch (part) {
    case "then":
      return [effectSays(was, is)];
    case "when":
      return [`if ${conditionTemplate(was.when)} → if ${conditionTemplate(is.when)}`];
    case "told":
      return [`told ${was.told} → told ${is.told}`];
    case "title":
      return [`now called “${is.title}”`];
    case "evidence":
    case "numbers":
    case "citations":
    case "caution":
    case "comment":
      return [];
  }
}

/** Points alone are said short, since they are edited most. */
function effectSays({ then: was }: Rule, { then: is }: Rule): string {
  if (was.kind !== "post" || is.kind !== "post" || was.points === is.points)
    return `${thenSays(was)} → ${thenSays(is)}`;
  const rest = (then: typeof was): string => JSON.stringify({ ...then, points: 0 });
  return rest(was) === rest(is)
    ? `${signed(was.points)} → ${signed(is.points)} points`
    : `${thenSays(was)} → ${thenSays(is)}`;
}

export const SCORING_SAYS: Record<ScoringNumber, string> = {
  opening: "Points at the start",
  classes: "Classes",
  assigned: "When classes are assigned",
  deductionsReturnAfterMonths: "Deductions return",
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
      const months = scoring.deductionsReturnAfterMonths;
      return months === undefined ? "never" : `after ${months} months`;
    }
    case "opening":
    case "floor":
    case "ceiling": {
      const number = scoring[part];
      return number === undefined ? "none" : whole(number);
    }
  }
}
