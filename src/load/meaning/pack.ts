import { withDefaults } from "../answers.ts";
import type { Fault } from "../fault.ts";
import type { Path } from "../place.ts";
import type { PackFile } from "../schema/pack.ts";
import { adviceFor } from "../suggest.ts";
import { answerFaults, defaultFaults, type QuestionFile } from "./answers.ts";
import type { Around } from "./citations.ts";
import { identifierFaults } from "./identifiers.ts";
import type { Part } from "./part.ts";
import { ruleFaults } from "./rule.ts";
import { scoringFaults } from "./scoring.ts";

/** What is wrong with the meaning of a pack. */
export function packFaults(pack: Part<PackFile>): Fault[] {
  const [scoring, questions, defaults] = [pack.at("scoring").value, pack.at("questions"), pack.at("defaults")];
  const parts = pack.at("rules").each();
  const rules = parts.map(({ value }) => (value === undefined ? undefined : withDefaults(value, defaults.value)));
  const around: Around = { sources: pack.at("sources").value };
  const asked = (questions.keys ?? []).flatMap((name) => {
    const { value, path } = questions.at(name);
    return value === undefined ? [] : [{ name, question: value, path }];
  });
  return [
    ...asked.flatMap((each) => questionFaults(each)),
    ...(scoring === undefined ? [] : scoringFaults(scoring, ["scoring"], around)),
    // What the defaults would have said is not known where they are faulty.
    ...(defaults.isSound
      ? rules.flatMap((rule, at) => (rule === undefined ? [] : ruleFaults(rule, parts[at]!.path, around)))
      : []),
    ...defaultFaults(defaults.value ?? {}, rules, around),
    ...asked.flatMap(({ question, path }) => answerFaults(question, path, { scoring, rules, around })),
    ...doubledIds(parts),
    ...identifierFaults(pack.raw),
  ];
}

function questionFaults({ name, question, path }: { name: string; question: QuestionFile; path: Path }): Fault[] {
  const answers = Object.keys(question.answers);
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
