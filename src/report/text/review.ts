import { EVIDENCE } from "../../model/evidence.ts";
import { type Citation, placeOf, sourceOf } from "../../model/citation.ts";
import type { Rule } from "../../model/rule.ts";
import type { Rulebook, Scoring, ScoringNumber } from "../../model/rulebook.ts";
import { citationsOfAnswer } from "../experiment/readings-sources.ts";
import { SCORING_SAYS } from "../footnotes.ts";
import { thenSays } from "../then-wording.ts";
import { evidenceParts, listed, toldParts } from "../wording.ts";
import { hang, type Style } from "./style.ts";

/**
 * The review sheet, for whoever checks a rulebook against its sources: one row a rule, with what it
 * does, how good the ground is for it and for each number, where that stands, and the questions on
 * which another answer would change it. Then what people are told, the questions, the places by their
 * names, and what no source says.
 */
export function reviewText(rulebook: Rulebook, style: Style): string {
  const { rules, questions, packs, scoring, sources } = rulebook;
  const { width } = style;
  const lines = [
    ...hang(`Review sheet: ${rulebook.title}. Rules: ${levelsSay(rules)}.`, width, ""),
    "",
    ...[...(scoring === null ? [] : [scoringRow(scoring)]), ...rules.map(ruleRow)].flatMap((row) =>
      hang(row.filter((cell) => cell !== "").join(" · "), width, "  ").map((line, at) =>
        at === 0 ? line.trimStart() : line,
      ),
    ),
    "",
    "What people are told",
    ...toldSays(rules).flatMap((line) => hang(line, width, "  ")),
    "",
    "Disputed; the first answer is in force",
    ...Object.entries(questions).flatMap(([id, { asks, answers, default: here, chosen, power }]) => [
      ...hang(
        `${id} (${[chosen ?? "not said why", ...(power === undefined ? [] : [power])].join(": ")}) ${asks}`,
        width,
        "  ",
      ),
      ...[here, ...Object.keys(answers).filter((label) => label !== here)].flatMap((label) =>
        hang(`${label}: ${answers[label]} (${placesSay(citationsOfAnswer(rulebook, id, label))})`, width, "    "),
      ),
    ]),
    "",
    "Places",
    ...Object.entries(sources).flatMap(([key, { places, seen }]) =>
      hang(
        `${key} (seen: ${seen}) ${Object.entries(places)
          .map(([name, says]) => `${name}: ${says}`)
          .join("; ")}`,
        width,
        "  ",
      ),
    ),
    "",
    "What no source says",
    ...packs.flatMap(({ unknowns }) => unknowns).flatMap((unknown) => hang(unknown, width, "  ")),
  ];
  return `${lines.join("\n")}\n`;
}

function levelsSay(rules: readonly Rule[]): string {
  const counts = EVIDENCE.map((level) => ({ level, of: rules.filter(({ evidence }) => evidence === level).length }));
  return listed(counts.filter(({ of }) => of > 0).map(({ level, of }) => `${of} ${level}`));
}

function ruleRow(rule: Rule): string[] {
  return [rule.id, thenSays(rule.then), groundsSay(evidenceParts(rule)), disputesOf(rule)];
}

/** What is told on the same ground stands together, that of most rules first and without their names. */
function toldSays(rules: readonly Rule[]): string[] {
  const groups = new Map<string, string[]>();
  for (const rule of rules) {
    if (rule.then.kind === "remark") continue;
    const [note] = toldParts(rule);
    const says = note === undefined ? rule.told : `${rule.told}: ${groundsSay([{ ...note, of: "the rule" }])}`;
    groups.set(says, [...(groups.get(says) ?? []), rule.id]);
  }
  const [most, ...others] = [...groups].sort((one, other) => other[1].length - one[1].length);
  if (most === undefined) return [];
  return [
    ...others.map(([says, ids]) => `${says} (${ids.join(", ")})`),
    `${most[0]} (${others.length === 0 ? "all rules" : "the other rules"})`,
  ];
}

function scoringRow(scoring: Scoring): string[] {
  const { opening, classes, numbers } = scoring;
  const parts = Object.entries(numbers).map(([name, { evidence: level, citations }]) => ({
    of: SCORING_SAYS[name as ScoringNumber],
    level,
    citations,
  }));
  const bounds = classes.map(({ id, min }) => (min === null ? `${id} below` : `${id} from ${min}`));
  return ["how points are kept", `opens at ${opening}; ${listed(bounds)}`, groundsSay(parts), disputesOf(scoring)];
}

interface Ground {
  readonly of: string;
  readonly level: string;
  readonly citations: readonly Citation[];
}

/** A place that was named in the row is not named in it again. */
function groundsSay(grounds: readonly Ground[]): string {
  const named = new Set<Citation>();
  return grounds
    .map(({ of, level, citations }) => {
      const fresh = citations.filter((citation) => !named.has(citation));
      for (const citation of fresh) named.add(citation);
      const where = [
        placesSay(fresh),
        ...(fresh.length === citations.length ? [] : [fresh.length === 0 ? "as before" : "and as before"]),
      ];
      return `${of === "the rule" ? "" : `${of}: `}${[level, ...where].filter((part) => part !== "").join(" ")}`;
    })
    .join("; ");
}

/** `TEXT-2017 art-1-1, art-5, CLT-MOU lists-points`: what stands in one source together. */
function placesSay(citations: readonly Citation[]): string {
  const keys = [...new Set(citations.map(sourceOf))];
  const places = (key: string): string[] => citations.filter((each) => sourceOf(each) === key).map(placeOf);
  return keys.map((key) => `${key} ${places(key).join(", ")}`).join(", ");
}

function disputesOf({ readings = [] }: { readonly readings?: readonly { readonly question: string }[] }): string {
  const asked = [...new Set(readings.map(({ question }) => question))];
  return asked.length === 0 ? "" : `disputed: ${asked.join(", ")}`;
}
