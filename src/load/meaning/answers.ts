import type { Patch, RuleId } from "../../model/rule.ts";
import { SCORING } from "../answers.ts";
import type { Fault } from "../fault.ts";
import type { Path } from "../place.ts";
import type { PackFile, ScoringFile } from "../schema/pack.ts";
import type { RuleFile } from "../schema/rule.ts";
import { selected } from "../selector.ts";
import { adviceFor } from "../suggest.ts";
import { type Around, citationFaults, uncitedFaults } from "./citations.ts";
import { ruleReadingFaults } from "./rule.ts";
import { scoringReadingFaults } from "./scoring.ts";

export type QuestionFile = NonNullable<PackFile["questions"]>[string];

/** Rules of a file; `undefined` for one that is not sound. */
export type Rules = readonly (RuleFile | undefined)[];

/** What is wrong with what the rules of a pack say by default. */
export function defaultFaults(defaults: NonNullable<PackFile["defaults"]>, rules: Rules, around: Around): Fault[] {
  return Object.entries(defaults).flatMap(([selector, { toldNote }]) => {
    const path = ["defaults", selector];
    const note = [...path, "toldNote"];
    return [
      ...selectorFaults(selector, path, rules),
      ...(toldNote === undefined
        ? []
        : [
            ...uncitedFaults(toldNote, "“told”", note),
            ...citationFaults(toldNote.citations, [...note, "citations"], around),
          ]),
    ];
  });
}

/** A selector that means no rule; where a rule is not sound, it may well be the one that is meant. */
function selectorFaults(selector: string, path: Path, rules: Rules): Fault[] {
  const sound = rules.filter((rule) => rule !== undefined);
  if (sound.length < rules.length || selected(selector, sound).length > 0) return [];
  return [
    {
      code: "pack/unknown-rule",
      path,
      on: "key",
      message: `No rule of this pack is meant by “${selector}”.`,
      advice: adviceFor(
        selector,
        sound.map(({ id }) => id),
      ),
    },
  ];
}

interface Amended {
  readonly scoring: ScoringFile | undefined;
  readonly rules: Rules;
  readonly around: Around;
}

/** What is wrong with what the answers to a question change. */
export function answerFaults(question: QuestionFile, path: Path, { scoring, rules, around }: Amended): Fault[] {
  const sound = rules.filter((rule) => rule !== undefined);
  return Object.entries(question.answers).flatMap(([label, { amend, citations }]): Fault[] => {
    const answer = [...path, "answers", label];
    if (label === question.default)
      return amend === undefined && citations === undefined
        ? []
        : [
            {
              code: "rule/reading-of-default",
              path: [...answer, amend === undefined ? "citations" : "amend"],
              on: "key",
              message: `“${label}” is the answer in force: the rules themselves say what holds under it, and on what it stands.`,
              advice: "Take it out, or make another answer the default.",
            },
          ];
    const first = new Map<RuleId, string>();
    return [
      ...citationFaults(citations, [...answer, "citations"], around),
      ...Object.entries(amend ?? {}).flatMap(([what, patch]): Fault[] => {
        const at = [...answer, "amend", what];
        if (what === SCORING) return scoringAmendFaults(scoring, patch, at, around);
        const meant = selected(what, sound);
        const doubled = meant.find(({ id }) => first.has(id));
        for (const { id } of meant) first.set(id, what);
        if (doubled !== undefined)
          return [
            {
              code: "pack/amended-twice",
              path: at,
              on: "key",
              message: `“${doubled.id}” is meant here and above; which of the two holds could not be told.`,
              advice: "Name it once under this answer.",
            },
          ];
        return [
          ...selectorFaults(what, at, rules),
          // What is wrong with one of them is mostly wrong with all.
          ...(patch === null
            ? []
            : (meant.map((rule) => ruleReadingFaults(rule, patch, at, around)).find(({ length }) => length > 0) ?? [])),
        ];
      }),
    ];
  });
}

function scoringAmendFaults(
  scoring: ScoringFile | undefined,
  patch: Patch | null,
  path: Path,
  around: Around,
): Fault[] {
  if (patch !== null && scoring !== undefined) return scoringReadingFaults(scoring, patch, path, around);
  return [
    {
      code: "pack/no-scoring",
      path,
      on: "key",
      message:
        patch === null
          ? "The scoring cannot be taken out by an answer."
          : "This pack does not say how points are kept, so there is nothing to amend.",
      advice: "Name rules, or what of the scoring changes.",
    },
  ];
}
