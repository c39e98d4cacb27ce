import type { Difference } from "../../analysis/rule-test.ts";
import { NOTICE } from "../../model/notice.ts";
import type { Place, Problem } from "../../model/problem.ts";
import { jsonText } from "../json-text.ts";
import { monthSays } from "../wording.ts";
import { type FileRun, tallyOf, type TestRun } from "./run.ts";
import { lapsedSteps, type Step, stepsOf } from "./steps.ts";

/** Raised when a reader of an older result could misunderstand a newer one. */
export const RULE_TEST_RESULT_VERSION = 1;

/** `demerit test --format json`. `problems` is empty where the tests could be run, and `files` where they could not. */
export interface RuleTestResult {
  readonly ruleTestResultVersion: typeof RULE_TEST_RESULT_VERSION;
  readonly notice: string;
  readonly tests: number;
  readonly hold: number;
  readonly fail: number;
  readonly problems: readonly Problem[];
  readonly files: readonly {
    readonly file: string;
    readonly rulebook: { readonly id: string; readonly digest: string; readonly warning: string | null };
    readonly tests: readonly TestResult[];
  }[];
}

export interface TestResult {
  readonly title: string;
  readonly at: Place;
  readonly holds: boolean;
  readonly persona: string | null;
  readonly given: Readonly<Record<string, string>>;
  /** The month at whose end things were compared. */
  readonly month: string;
  readonly neverSettles: boolean;
  readonly differences: readonly (Pick<Difference, "key" | "expected" | "met"> & {
    readonly at: Place;
    readonly madeBy: readonly Step[];
  })[];
  /** Lines of the test that came to nothing. */
  readonly lapsed: readonly Step[];
}

export function jsonRuleTests(files: readonly FileRun[], problems: readonly Problem[]): string {
  const result: RuleTestResult = {
    ruleTestResultVersion: RULE_TEST_RESULT_VERSION,
    notice: NOTICE,
    ...tallyOf(files),
    problems,
    files: files.map(({ file, rulebook: { id, digest, warning }, tests }) => ({
      file,
      rulebook: { id, digest, warning },
      tests: tests.map(resultOf),
    })),
  };
  return jsonText(result);
}

function resultOf({ test, compared, given, at, places }: TestRun): TestResult {
  const { trace, differences, holds, ranAway } = compared;
  return {
    title: test.title,
    at,
    holds,
    persona: "persona" in test.life ? test.life.persona : null,
    given,
    month: monthSays(test.at),
    neverSettles: ranAway,
    differences: differences.map((difference, index) => ({
      key: difference.key,
      expected: difference.expected,
      met: difference.met,
      at: places[index]!,
      madeBy: stepsOf(difference, trace),
    })),
    lapsed: holds || "persona" in test.life ? [] : lapsedSteps(trace),
  };
}
