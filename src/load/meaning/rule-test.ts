import { EXPECTABLE } from "../../model/rule-test.ts";
import type { Scoring } from "../../model/rulebook.ts";
import type { Fault } from "../fault.ts";
import type { Path } from "../place.ts";
import type { RuleTestFile } from "../schema/rule-test.ts";
import { seedOfId } from "../seed.ts";
import { adviceFor } from "../suggest.ts";
import { identifierFaults } from "./identifiers.ts";
import type { Part } from "./part.ts";
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

export function ruleTestFaults(file: Part<RuleTestFile>, known: Known): Fault[] {
  const named = file.at("rulebook");
  const rulebook = named.isSound ? known.rulebook(named.value) : undefined;
  const scoring = rulebook === undefined || "unusable" in rulebook ? undefined : rulebook.scoring;
  const tests = file.at("tests");
  return [
    ...(rulebook !== undefined && "unusable" in rulebook ? [unusable(named.value, rulebook.unusable)] : []),
    ...(tests.value?.length === 0 ? [NO_TESTS] : []),
    ...tests.each().flatMap((test) => {
      const { value, path } = test.at("expect");
      return [
        ...titleFaults(test.at("title")),
        ...lifeFaults(test, known),
        ...(value === undefined ? [] : expectationFaults(value, path, scoring)),
      ];
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
function titleFaults({ raw, path }: Part<string>): Fault[] {
  return identifierFaults(raw, path).map((fault) => ({ ...fault, code: "rule-test/identifies-someone" }));
}

function lifeFaults(test: Part<TestFile>, known: Known): Fault[] {
  const { keys } = test;
  if (keys === undefined) return [];
  const faults: Fault[] = [];
  if (keys.includes("persona") === keys.includes("events")) {
    faults.push({
      code: "rule-test/unclear-life",
      path: test.path,
      message: "A test follows one life: that of a persona, or a few events that befall nobody in particular.",
      advice: "Give exactly one of “persona” and “events”.",
    });
  }
  const { value: persona, path } = test.at("persona");
  if (persona !== undefined && !isKnown(persona, known)) {
    faults.push({
      code: "rule-test/unknown-persona",
      path,
      message: `There is no persona “${persona}”.`,
      advice: adviceFor(persona, known.personas),
    });
  }
  const events = test.at("events").each();
  return [
    ...faults,
    ...events.flatMap((line, index) =>
      line.value === undefined
        ? []
        : [...happeningFaults(line.value, line.path, "rule-test"), ...orderFaults(events, index, "rule-test")],
    ),
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
