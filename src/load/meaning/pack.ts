import type { Fault } from "../fault.ts";
import type { Path } from "../place.ts";
import type { PackFile } from "../schema/pack.ts";
import { adviceFor } from "../suggest.ts";
import type { Around, QuestionFile } from "./citations.ts";
import { identifierFaults } from "./identifiers.ts";
import { ruleFaults } from "./rule.ts";
import { scoringFaults } from "./scoring.ts";

/** What is wrong with the meaning of a pack, as far as its parts are `sound` in shape. */
export function packFaults(pack: PackFile, sound: (path: Path) => boolean): Fault[] {
  const around: Around = {
    sources: sound(["sources"]) ? Object.keys(pack.sources) : undefined,
    questions: sound(["questions"]) ? (pack.questions ?? {}) : undefined,
  };
  const rules = Array.isArray(pack.rules) ? pack.rules : [];
  return [
    ...questionFaults(around.questions ?? {}),
    ...(pack.scoring !== undefined && sound(["scoring"]) ? scoringFaults(pack.scoring, ["scoring"], around) : []),
    ...rules.flatMap((rule, index) => (sound(["rules", index]) ? ruleFaults(rule, ["rules", index], around) : [])),
    ...doubledIds(rules),
    ...identifierFaults(pack),
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
    return answers.includes(question.default)
      ? []
      : [
          {
            code: "pack/unknown-answer",
            path: [...path, "default"],
            message: `“${question.default}” is not among the answers to “${name}”.`,
            advice: adviceFor(question.default, answers),
          },
        ];
  });
}

/** Rules of one file with the same id; they stand there under `key`. */
export function doubledIds(rules: readonly unknown[], key: "rules" | "add" = "rules"): Fault[] {
  const first = new Map<unknown, number>();
  return rules.flatMap((rule, index): Fault[] => {
    const id = typeof rule === "object" && rule !== null && "id" in rule ? rule.id : undefined;
    if (typeof id !== "string") return [];
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, index);
      return [];
    }
    return [
      {
        code: "rule/duplicate-id",
        path: [key, index, "id"],
        message: `“${id.slice(0, 80)}” is also the id of rule ${earlier + 1}; findings of the two could not be told apart.`,
        advice: "Rename one.",
      },
    ];
  });
}
