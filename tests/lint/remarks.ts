import { cutsOf } from "../../src/engine/cells.ts";
import { type Memory, prepare } from "../../src/engine/prepare.ts";
import type { Engine } from "../../src/lint/engine.ts";
import { lint } from "../../src/lint/lint.ts";
import type { Problem } from "../../src/model/problem.ts";
import type { Rule } from "../../src/model/rule.ts";
import type { Rulebook, Scoring } from "../../src/model/rulebook.ts";
import { aRulebook, aScoring } from "../support/builders.ts";

/** Conditions that recur between tests are put to json-rules-engine once. */
const MEMORY: Memory = new Map();

/** As `check` hands it in. */
export async function engineFor(rulebook: Rulebook): Promise<Engine> {
  return { prepared: await prepare(rulebook, MEMORY), cutsOf: (leaves) => cutsOf(leaves, rulebook) };
}

/** What is remarked on a rulebook; a place is the rule and the path in it, for instance `toy/late when`. */
export async function problemsOf(rulebook: Rulebook): Promise<Problem[]> {
  return lint(
    rulebook,
    (rule, path) => ({ file: "toy", line: 1, column: 1, path: [rule, ...path].join(" ") }),
    await engineFor(rulebook),
  );
}

/** `code: message` of each remark on a rulebook of these rules, apart from what is not in question here. */
export async function remarksOn(rules: readonly Rule[], scoring: Scoring | null = aScoring()): Promise<string[]> {
  const problems = await problemsOf(aRulebook(rules, scoring));
  return problems
    .filter(({ code }) => code !== "lint/feeds-itself")
    .map(({ severity, code, message }) => `${severity === "problem" ? "! " : ""}${code.slice(5)}: ${message}`);
}
