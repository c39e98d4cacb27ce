import type { Edit, RulePart } from "../../analysis/edits.ts";
import { EVIDENCE, type Evidence } from "../../model/evidence.ts";
import { evidenceOf, type Rule } from "../../model/rule.ts";
import { conditionWords } from "../condition-wording.ts";
import { thenSays } from "../then-wording.ts";
import { count, orOf, pointsSay, signed, toldSays } from "../wording.ts";
import { conditionEdit } from "./condition-edit.ts";
import { SCORING_SAYS, scoringValue } from "./scoring-wording.ts";

type ChangedRule = Extract<Edit, { kind: "changed" }>;
type NameOf = (rule: Rule) => string;

/**
 * Each edit as a sentence; rules that are edited alike are named together, and so are those of which
 * only words, sources or evidence differ.
 */
export function editsSay(edits: readonly Edit[], nameOf: NameOf = withId): string[] {
  const wordsOnly = edits.filter((edit) => edit.kind === "changed").filter(isWordsOnly);
  const groups = new Map<string, [Edit, ...Edit[]]>();
  for (const [at, edit] of edits.entries()) {
    if (edit.kind === "changed" && isWordsOnly(edit)) continue;
    const says = edit.kind === "changed" ? changeSays(edit) : String(at);
    const alike = groups.get(says);
    if (alike === undefined) groups.set(says, [edit]);
    else alike.push(edit);
  }
  return [
    ...[...groups.values()].map((alike) => editSays(alike, nameOf)),
    ...(wordsOnly.length === 0
      ? []
      : [`Only other words, sources or evidence: ${wordsOnly.map(({ was }) => was.title).join("; ")}.`]),
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

function isWordsOnly({ parts }: ChangedRule): boolean {
  return !parts.some((part) => part === "when" || part === "then" || part === "told" || part === "title");
}

function withId({ title, id }: Rule): string {
  return `${title} (${id})`;
}

/** One edit, or several that read alike, as a sentence: `Drunk driving (suining/drunk-driving): −50 → −20 points; was reported, now invented.` */
function editSays([edit, ...others]: readonly [Edit, ...Edit[]], nameOf: NameOf): string {
  switch (edit.kind) {
    case "dropped":
      return `Gone: ${nameOf(edit.rule)}: ${thenSays(edit.rule.then)} (${evidenceOf(edit.rule)}).`;
    case "added":
      return `New: ${nameOf(edit.rule)}: ${thenSays(edit.rule.then)}; if ${conditionWords(edit.rule.when)} (${evidenceOf(edit.rule)}).`;
    case "moved":
      return `Stands elsewhere: ${nameOf(edit.rule)}.`;
    case "scoring":
      return `${SCORING_SAYS[edit.part]}: ${scoringValue(edit.was, edit.part)} → ${scoringValue(edit.is, edit.part)}.`;
    case "changed": {
      const rules = [edit, ...others].filter((each) => each.kind === "changed");
      const names = rules.map(({ was }) => nameOf(was)).join("; ");
      const says = `${changeSays(edit)}; ${evidenceSays(rules)}.`;
      return rules.length === 1 ? `${names}: ${says}` : `${rules.length} rules alike: ${says} They are: ${names}.`;
    }
  }
}

/** What is changed in a rule, without its name and its evidence. */
function changeSays({ parts, was, is }: ChangedRule): string {
  return parts.flatMap((part) => partSays(part, was, is)).join("; ");
}

function evidenceSays(rules: readonly ChangedRule[]): string {
  const levels = (side: "was" | "is"): string => {
    const found = new Set(rules.map((rule) => evidenceOf(rule[side])));
    return orOf(EVIDENCE.filter((level) => found.has(level)));
  };
  const [before, after] = [levels("was"), levels("is")];
  return before === after ? `still ${after}` : `${rules.length === 1 ? "was" : "were"} ${before}, now ${after}`;
}

function partSays(part: RulePart, was: Rule, is: Rule): string[] {
  switch (part) {
    case "then":
      return [effectSays(was, is)];
    case "when":
      return [conditionEdit(was.when, is.when)];
    case "told":
      return [`${toldSays(was.told, false)} → ${toldSays(is.told, false)}`];
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

/** Of points only what is otherwise: how many, and when they come and go. */
function effectSays({ then: was }: Rule, { then: is }: Rule): string {
  if (was.kind !== "post" || is.kind !== "post") return `${thenSays(was)} → ${thenSays(is)}`;
  return [
    ...(was.points === is.points ? [] : [`${signed(was.points)} → ${pointsSay(is.points)}`]),
    ...(was.afterMonths === is.afterMonths
      ? []
      : [`entered ${afterSays(was.afterMonths)} → ${afterSays(is.afterMonths)}`]),
    ...(was.expiresAfterMonths === is.expiresAfterMonths
      ? []
      : [`on file ${lastsSays(was.expiresAfterMonths)} → ${lastsSays(is.expiresAfterMonths)}`]),
  ].join("; ");
}

function afterSays(months = 0): string {
  return months === 0 ? "at once" : `after ${count(months, "month")}`;
}

/** Where a rule has no term of its own, the scoring says when points return. */
function lastsSays(months?: number): string {
  return months === undefined ? "with no term of its own" : `for ${count(months, "month")}`;
}
