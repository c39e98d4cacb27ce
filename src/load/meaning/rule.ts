import { leavesOf } from "../../model/condition.ts";
import { factNamed } from "../../model/facts.ts";
import type { Patch } from "../../model/rule.ts";
import type { Fault } from "../fault.ts";
import type { Path } from "../place.ts";
import { AMENDABLE, ruleFile, type RuleFile } from "../schema/rule.ts";
import { missing } from "../schema/shape-words.ts";
import { shapeFaults } from "../schema/shape.ts";
import { type Around, citationFaults, uncitedFaults } from "./citations.ts";
import { readingFaults } from "./reading.ts";

/** What an answer would make of a rule; a faulty one would have the same faults again under each answer. */
export function ruleReadingFaults(rule: RuleFile, amend: Patch, path: Path, around: Around): Fault[] {
  if (ruleFaults(rule, [], around).length > 0) return [];
  return readingFaults(amend, path, {
    base: rule,
    called: `“${rule.id}”`,
    amendable: AMENDABLE,
    check: (amended) => amendedFaults(amended, around),
  });
}

/** What is wrong with the meaning of a rule whose shape is right. */
export function ruleFaults(rule: RuleFile, path: Path, around: Around): Fault[] {
  return [
    ...uncitedFaults(rule, "The rule", path),
    ...citationFaults(rule.citations, [...path, "citations"], around),
    ...notesIn(rule, path).flatMap(({ note, of, at }) => [
      ...uncitedFaults(note, `“${of}”`, at),
      ...citationFaults(note.citations, [...at, "citations"], around),
    ]),
    ...conditionFaults(rule, path),
    ...effectFaults(rule, path),
    ...toldFaults(rule, path),
  ];
}

function notesIn({ numbers, toldNote }: RuleFile, path: Path) {
  return [
    ...Object.entries(numbers ?? {}).map(([of, note]) => ({ note, of, at: [...path, "numbers", of] })),
    { note: toldNote, of: "told", at: [...path, "toldNote"] },
  ].flatMap(({ note, ...rest }) => (note === undefined ? [] : [{ note, ...rest }]));
}

/** `amended` as a rule of its own. */
export function amendedFaults(amended: unknown, around: Around): Fault[] {
  const shape = shapeFaults(ruleFile, amended, "rule");
  return shape.length > 0 ? shape : ruleFaults(amended as RuleFile, [], around);
}

function conditionFaults(rule: RuleFile, path: Path): Fault[] {
  const leaves = leavesOf(rule.when);
  if (rule.then.kind === "measure") {
    const read = leaves.find((leaf) => factNamed(leaf.fact)?.of === "event");
    return read === undefined
      ? []
      : [
          {
            code: "rule/measure-reads-event",
            path: [...path, "when"],
            message: `A measure holds as long as its conditions do, and “${read.fact}” lasts only for a moment.`,
            advice:
              "Let the measure read the standing (score, class, lists, circumstances), and let another rule change the standing at the event.",
          },
        ];
  }
  const events = leaves.filter((leaf) => leaf.fact === "event");
  if (rule.then.kind === "permit" && events.length > 0)
    return events.some(({ value }) => [value].flat().includes("attempt"))
      ? []
      : [
          {
            code: "rule/permit-elsewhere",
            path: [...path, "when"],
            message: "A permit is asked for at an attempt, which this rule does not mention: it would never be asked.",
            advice: 'Ask { "fact": "event", "operator": "equal", "value": "attempt" }, and what else has to be so.',
          },
        ];
  return events.length > 0
    ? []
    : [
        {
          code: "rule/no-event",
          path: [...path, "when"],
          message: "The rule does not say at which event it is asked, so it would act again at every later one.",
          advice: 'Add { "fact": "event", "operator": "equal", "value": … }, or make it a measure.',
        },
      ];
}

function liftFaults({ list, measures }: Extract<RuleFile["then"], { kind: "permit" }>["lifts"], path: Path): Fault[] {
  return (list === undefined) !== (measures === undefined)
    ? []
    : [
        {
          code: "rule/unclear-lifts",
          path,
          message: "A permit lifts the measures that read a list, or those that it names: one of the two.",
          advice: "Give exactly one of “list” and “measures”.",
        },
      ];
}

/** A remark is made to whoever audits; of all else a rule says what the person would learn. */
function toldFaults({ then, told }: RuleFile, path: Path): Fault[] {
  const at = [...path, "told"];
  if (then.kind !== "remark") return told === undefined ? [missing(at, "rule")] : [];
  return told === undefined || told === "nothing"
    ? []
    : [
        {
          code: "rule/told-remark",
          path: at,
          message: "A remark is made to whoever audits; nobody in the story is told of it.",
          advice: "Write “nothing”, or leave “told” out.",
        },
      ];
}

function effectFaults(rule: RuleFile, path: Path): Fault[] {
  if (rule.then.kind === "permit") return liftFaults(rule.then.lifts, [...path, "then", "lifts"]);
  if (rule.then.kind !== "lead") return [];
  const { event, attempt, purpose } = rule.then;
  if ((event === undefined) === (attempt === undefined)) {
    return [
      {
        code: "rule/unclear-lead",
        path: [...path, "then"],
        message: "A lead goes to one thing: an event, or an attempt on a door.",
        advice: "Give exactly one of “event” and “attempt”.",
      },
    ];
  }
  return purpose !== undefined && attempt === undefined
    ? [
        {
          code: "rule/purpose-without-attempt",
          path: [...path, "then", "purpose"],
          message: "Only an attempt has a purpose.",
          advice: "Take “purpose” out.",
        },
      ]
    : [];
}
