import type { Patch } from "../../model/rule.ts";
import type { Fault } from "../fault.ts";
import type { Path } from "../place.ts";
import { adviceFor } from "../suggest.ts";
import { type Around, citationFaults } from "./citations.ts";
import { merged } from "./merge.ts";

interface ReadingFile {
  readonly question: string;
  readonly label: string;
  readonly amend: Patch | null;
  readonly citations?: readonly { readonly source: string; readonly locator: string }[] | undefined;
}

/** What a reading amends, and how the amended thing is checked. */
interface Amends {
  readonly base: unknown;
  readonly amendable: readonly string[];
  readonly check: (amended: unknown) => Fault[];
}

export function readingFaults(reading: ReadingFile, path: Path, around: Around, amends: Amends): Fault[] {
  return [
    ...labelFaults(reading, path, around),
    ...citationFaults(reading.citations, [...path, "citations"], around),
    ...(reading.amend === null ? [] : amendFaults(reading.amend, [...path, "amend"], amends)),
  ];
}

function labelFaults({ question, label }: ReadingFile, path: Path, around: Around): Fault[] {
  if (around.questions === undefined) return [];
  const asked = Object.hasOwn(around.questions, question) ? around.questions[question] : undefined;
  if (asked === undefined) {
    return [
      {
        code: "rule/unknown-question",
        path: [...path, "question"],
        message: `The pack asks no question “${question}”, so nobody could choose this reading.`,
        advice: adviceFor(question, Object.keys(around.questions)),
      },
    ];
  }
  const others = Object.keys(asked.answers).filter((answer) => answer !== asked.default);
  if (label === asked.default) {
    return [
      {
        code: "rule/reading-of-default",
        path: [...path, "label"],
        message: `“${label}” is the answer in force already: the rule itself says what holds under it.`,
        advice: adviceFor("", others),
      },
    ];
  }
  return others.includes(label)
    ? []
    : [
        {
          code: "rule/unknown-answer",
          path: [...path, "label"],
          message: `“${label}” is no answer to “${question}”.`,
          advice: adviceFor(label, others),
        },
      ];
}

function amendFaults(amend: Patch, path: Path, { base, amendable, check }: Amends): Fault[] {
  const keys = Object.keys(amend);
  if (keys.length === 0) {
    return [
      {
        code: "rule/empty-amendment",
        path,
        message: "This reading changes nothing.",
        advice: "Say what it changes, or take the reading out.",
      },
    ];
  }
  const foreign = keys.filter((key) => !amendable.includes(key));
  if (foreign.length > 0) {
    return foreign.map((key) => ({
      code: "rule/not-amendable",
      path: [...path, key],
      on: "key" as const,
      message: `A reading cannot amend “${key.slice(0, 60)}”.`,
      advice: adviceFor(key, amendable),
    }));
  }
  return check(merged(base, amend)).map((fault) => ({
    ...fault,
    path: [...path, ...fault.path],
    message: `Amended by this reading, the rule would be faulty. ${fault.message}`,
  }));
}
