import type { Fault } from "../fault.ts";
import type { PackFile } from "../schema/pack.ts";
import { adviceFor } from "../suggest.ts";
import type { Around, QuestionFile } from "./citations.ts";
import { identifierFaults } from "./identifiers.ts";
import type { Part } from "./part.ts";
import { ruleFaults } from "./rule.ts";
import { scoringFaults } from "./scoring.ts";

/** What is wrong with the meaning of a pack. */
export function packFaults(pack: Part<PackFile>): Fault[] {
  const [sources, questions, scoring] = [pack.at("sources").value, pack.at("questions"), pack.at("scoring").value];
  const rules = pack.at("rules").each();
  const around: Around = {
    sources: sources === undefined ? undefined : Object.keys(sources),
    questions: questions.isSound ? (questions.value ?? {}) : undefined,
  };
  return [
    ...questionFaults(around.questions ?? {}),
    ...(scoring === undefined ? [] : scoringFaults(scoring, ["scoring"], around)),
    ...rules.flatMap(({ value, path }) => (value === undefined ? [] : ruleFaults(value, path, around))),
    ...doubledIds(rules),
    ...identifierFaults(pack.raw),
  ];
}

function questionFaults(questions: Readonly<Record<string, QuestionFile>>): Fault[] {
  return Object.entries(questions).flatMap(([name, question]): Fault[] => {
    const answers = Object.keys(question.answers);
    const path = ["questions", name];
    if (answers.length < 2) {
      return [
        {
          code: "pack/not-a-question",
          path: [...path, "answers"],
          message: `“${name}” has ${answers.length === 1 ? "one answer" : "no answer"}, so there is nothing to choose.`,
          advice: "Give two answers or more.",
        },
      ];
    }
    return [
      ...(answers.includes(question.default)
        ? []
        : [
            {
              code: "pack/unknown-answer",
              path: [...path, "default"],
              message: `“${question.default}” is not among the answers to “${name}”.`,
              advice: adviceFor(question.default, answers),
            },
          ]),
      ...powerFaults(name, question),
    ];
  });
}

/** Whose power it is, and that it is one, are said together or not at all. */
function powerFaults(name: string, { chosen, power }: QuestionFile): Fault[] {
  if ((chosen === "power") === (power !== undefined)) return [];
  return [
    power === undefined
      ? {
          code: "pack/nobodys-power",
          path: ["questions", name, "chosen"],
          message: `“${name}” is about a power, and does not say whose.`,
          advice: "Add “power”: “court” or “bank”.",
        }
      : {
          code: "pack/not-a-power",
          path: ["questions", name, "power"],
          message: `“${name}” names somebody's power, but its default is not said to stand for want of its use.`,
          advice: "Write “chosen”: “power”, or leave “power” out.",
        },
  ];
}

/** Rules of one file with the same id. */
export function doubledIds(rules: readonly Part<{ readonly id: string }>[]): Fault[] {
  const first = new Map<string, number>();
  return rules.flatMap((rule, index): Fault[] => {
    const { value: id, path } = rule.at("id");
    if (id === undefined) return [];
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, index);
      return [];
    }
    return [
      {
        code: "rule/duplicate-id",
        path,
        message: `“${id}” is also the id of rule ${earlier + 1}; findings of the two could not be told apart.`,
        advice: "Rename one.",
      },
    ];
  });
}
