import type { Compared } from "../../analysis/rule-test.ts";
import type { Place } from "../../model/problem.ts";
import type { RuleTest } from "../../model/rule-test.ts";
import type { Rulebook } from "../../model/rulebook.ts";
import { count } from "../wording.ts";

/** One file of tests, as it was run. */
export interface FileRun {
  readonly file: string;
  readonly text: string;
  readonly rulebook: Rulebook;
  /** The expression with which a command finds the rulebook from here; `null` for the default. */
  readonly expression: string | null;
  readonly tests: readonly TestRun[];
}

export interface TestRun {
  readonly test: RuleTest;
  readonly compared: Compared;
  /** What an unnamed life was given so that its events could happen; empty for a persona. */
  readonly given: Readonly<Record<string, string>>;
  /** Where the title of the test stands. */
  readonly at: Place;
  /** For each difference, the very value that was not met. */
  readonly places: readonly Place[];
}

export interface Tally {
  readonly tests: number;
  readonly hold: number;
  readonly fail: number;
}

export function tallyOf(files: readonly FileRun[]): Tally {
  const all = files.flatMap(({ tests }) => tests);
  const hold = all.filter(({ compared }) => compared.holds).length;
  return { tests: all.length, hold, fail: all.length - hold };
}

/** `12 tests in 2 files: 11 hold, 1 fails`. */
export function tallySays(files: readonly FileRun[]): string {
  const { tests, hold, fail } = tallyOf(files);
  const where = files.length === 1 ? "" : ` in ${count(files.length, "file")}`;
  const held = `${hold} ${hold === 1 ? "holds" : "hold"}`;
  return `${count(tests, "test")}${where}: ${fail === 0 ? (tests === 1 ? "it holds" : "all hold") : `${held}, ${fail} ${fail === 1 ? "fails" : "fail"}`}`;
}
