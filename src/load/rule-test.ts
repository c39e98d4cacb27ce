import type { FixtureEvent } from "../model/persona.ts";
import type { Parsed, Problem } from "../model/problem.ts";
import type { RuleTest } from "../model/rule-test.ts";
import { HORIZON, parseMonth } from "../model/story-time.ts";
import { type Known, ruleTestFaults } from "./meaning/rule-test.ts";
import type { Locate } from "./place.ts";
import { readFile } from "./read.ts";
import { type RuleTestFile, ruleTestFile } from "./schema/rule-test.ts";

export type { Known, KnownRulebook } from "./meaning/rule-test.ts";

export interface LoadedRuleTests {
  /** As the file has it; `null` where it names none. */
  readonly rulebook: string | null;
  readonly tests: readonly RuleTest[];
  /** `locate(["tests", 0, "expect", "points"])` is what the first test expects of points. */
  readonly locate: Locate;
}

/** Reads tests for rules, and checks them against the rulebook that they name. */
export function parseRuleTests(text: string, file: string, known: Known): Parsed<LoadedRuleTests> {
  const read = readFile(text, file, "rule-test", ruleTestFile, (read) => ruleTestFaults(read, known));
  if (!read.ok) return { ok: false, problems: read.problems.map(withEthics) };
  const { rulebook, tests } = read.value.file;
  return {
    ok: true,
    value: { rulebook: rulebook ?? null, tests: tests.map(testOf), locate: read.value.document.locate },
    notes: read.notes,
  };
}

/** Who tries to write more of a life than a rule needs is told why there is no room for it. */
function withEthics(problem: Problem): Problem {
  const { code, at } = problem;
  const more =
    code === "rule-test/too-many-events" || (code === "rule-test/unknown-key" && !/\.expect\./.test(at.path));
  if (more) return { ...problem, advice: `${problem.advice} ${NO_ROOM}` };
  const other =
    code === "rule-test/unknown-persona" ||
    (/^rule-test\/(unknown-|malformed|wrong-type)/.test(code) && /\.events\b/.test(at.path)) ||
    (code === "rule-test/wrong-kind" && /persona/.test(problem.message));
  return other ? { ...problem, advice: `${problem.advice} ${NOBODY}` } : problem;
}

const NO_ROOM =
  "A rule test has no name, no circumstances and at most eight events from closed lists, so that no real life fits: see ETHICS.md.";
const NOBODY = "No field of a rule test can hold a real person, on purpose: see ETHICS.md.";

function testOf({ title, persona, events, expect }: RuleTestFile["tests"][number]): RuleTest {
  const { at, ...expected } = expect;
  return {
    title,
    life: persona === undefined ? { events: events!.map(eventOf) } : { persona },
    at: at === undefined ? HORIZON : parseMonth(at)!,
    expect: expected as RuleTest["expect"],
  };
}

function eventOf({
  at,
  event,
  attempt,
  purpose,
}: NonNullable<RuleTestFile["tests"][number]["events"]>[number]): FixtureEvent {
  const month = parseMonth(at)!;
  return event === undefined ? { month, attempt: attempt!, purpose: purpose ?? "none" } : { month, event };
}
