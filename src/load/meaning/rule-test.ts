import { EXPECTABLE } from "../../model/rule-test.ts";
import type { Scoring } from "../../model/rulebook.ts";
import type { Fault } from "../fault.ts";
import type { Path } from "../place.ts";
import type { RuleTestFile } from "../schema/rule-test.ts";
import { seedOfId } from "../seed.ts";
import { adviceFor } from "../suggest.ts";
import { identifierFaults } from "./identifiers.ts";
import { happeningFaults, orderFaults } from "./timeline.ts";

type TestFile = RuleTestFile["tests"][number];

/** What the reader of a rule test has to know from elsewhere. */
export interface Known {
  /** Ids of the package's own personas. */
  readonly personas: readonly string[];
  /** How the rulebook of an expression keeps points; or why it cannot be used. */
  readonly rulebook: (expression: string | undefined) => KnownRulebook;
}

export type KnownRulebook = { readonly scoring: Scoring | null } | { readonly unusable: string };

export function ruleTestFaults(file: RuleTestFile, sound: (path: Path) => boolean, known: Known): Fault[] {
  const rulebook = sound(["rulebook"]) ? known.rulebook(file.rulebook) : undefined;
  const scoring = rulebook === undefined || "unusable" in rulebook ? undefined : rulebook.scoring;
  const tests = Array.isArray(file.tests) ? file.tests : [];
  return [
    ...(rulebook !== undefined && "unusable" in rulebook ? [unusable(file.rulebook, rulebook.unusable)] : []),
    ...(Array.isArray(file.tests) && tests.length === 0 ? [NO_TESTS] : []),
    ...tests.flatMap((test, index) => {
      const path = ["tests", index];
      return isObject(test)
        ? [
            ...titleFaults(test, path),
            ...lifeFaults(test, path, sound, known),
            ...(sound([...path, "expect"]) ? expectationFaults(test.expect, [...path, "expect"], scoring) : []),
          ]
        : [];
    }),
  ];
}

const NO_TESTS: Fault = {
  code: "rule-test/no-tests",
  path: ["tests"],
  message: "There is no test here, so nothing would be tested.",
  advice: "Write one: rules/README.md has an example.",
};

function unusable(expression: string | undefined, why: string): Fault {
  return {
    code: "rule-test/unusable-rulebook",
    path: ["rulebook"],
    message: `The rulebook${expression === undefined ? "" : ` “${expression}”`} cannot be used, so nothing can be tested under it.`,
    advice: why,
  };
}

/** A title speaks of rules; it is the one free text of a test. */
function titleFaults({ title }: TestFile, path: Path): Fault[] {
  return identifierFaults(title, [...path, "title"]).map((fault) => ({
    ...fault,
    code: "rule-test/identifies-someone",
  }));
}

function lifeFaults(test: TestFile, path: Path, sound: (path: Path) => boolean, known: Known): Fault[] {
  const faults: Fault[] = [];
  if ("persona" in test === "events" in test) {
    faults.push({
      code: "rule-test/unclear-life",
      path,
      message: "A test follows one life: that of a persona, or a few events that befall nobody in particular.",
      advice: "Give exactly one of “persona” and “events”.",
    });
  }
  const { persona, events } = test;
  if (persona !== undefined && sound([...path, "persona"]) && !isKnown(persona, known)) {
    faults.push({
      code: "rule-test/unknown-persona",
      path: [...path, "persona"],
      message: `There is no persona “${persona}”.`,
      advice: adviceFor(persona, known.personas),
    });
  }
  const lines = Array.isArray(events) ? events : [];
  return [
    ...faults,
    ...lines.flatMap((line, index) => {
      const at = [...path, "events", index];
      return sound(at)
        ? [...happeningFaults(line, at, "rule-test"), ...orderFaults(lines, index, at, "rule-test")]
        : [];
    }),
  ];
}

function isKnown(persona: string, { personas }: Known): boolean {
  return personas.includes(persona) || seedOfId(persona) !== undefined;
}

/** `scoring`: `null` where the rulebook keeps no score, `undefined` where it could not be read. */
function expectationFaults(expect: TestFile["expect"], path: Path, scoring: Scoring | null | undefined): Fault[] {
  if (EXPECTABLE.every((key) => expect[key] === undefined)) {
    return [
      {
        code: "rule-test/expects-nothing",
        path,
        message: "Nothing is expected here, so the test would hold whatever the rules do.",
        advice: `Expect one of: ${EXPECTABLE.join(", ")}.`,
      },
    ];
  }
  const scored = (["points", "class", "worstClass"] as const).filter((key) => expect[key] !== undefined);
  return [
    ...(scoring === undefined ? [] : scored.flatMap((key) => scoredFaults(key, expect[key], [...path, key], scoring))),
    ...(expect.lists ?? []).flatMap((list, index, all): Fault[] =>
      all.indexOf(list) === index
        ? []
        : [
            {
              code: "rule-test/list-twice",
              path: [...path, "lists", index],
              message: `“${list}” is named twice; one is on a list or not.`,
              advice: "Name it once.",
            },
          ],
    ),
  ];
}

function scoredFaults(key: string, value: string | number | undefined, path: Path, scoring: Scoring | null): Fault[] {
  if (scoring === null) {
    return [
      {
        code: "rule-test/no-scoring",
        path,
        message: `This rulebook keeps no score, so there ${key === "points" ? "are no points" : "is no class"} to compare.`,
        advice: `Take “${key}” out, or test under a rulebook with “scoring”.`,
      },
    ];
  }
  const classes = scoring.classes.map((band) => band.id);
  if (typeof value !== "string" || classes.includes(value)) return [];
  return [
    {
      code: "rule-test/unknown-class",
      path,
      message: `There is no class “${value}” in this rulebook.`,
      advice: adviceFor(value, classes),
    },
  ];
}

function isObject(value: unknown): value is TestFile {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
