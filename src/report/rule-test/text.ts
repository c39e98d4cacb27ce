import type { Difference } from "../../analysis/rule-test.ts";
import type { Place } from "../../model/problem.ts";
import { NOTICE } from "../../model/notice.ts";
import { harmless } from "../harmless.ts";
import { sourceFrame } from "../problems.ts";
import { hang, type Style } from "../text/style.ts";
import { whole } from "../wording.ts";
import { givenSays, lookAt, RAN_AWAY } from "./advice.ts";
import { type FileRun, tallyOf, tallySays, type TestRun } from "./run.ts";
import { lapsedSteps, type Step, stepsOf } from "./steps.ts";

/** `demerit test`: each test with its mark; of those that fail, the very value, what was met, and what made it. */
export function textRuleTests(files: readonly FileRun[], style: Style): string {
  const { width, paint } = style;
  const failed = tallyOf(files).fail > 0;
  const lines = [
    ...hang(NOTICE, width, "NOTICE  ").map((line) => paint.yellow(line)),
    ...files.flatMap((file) => [
      "",
      ...hang(`${file.file}, under ${file.rulebook.id}`, width, "").map((line) => paint.bold(line)),
      ...(file.rulebook.warning === null
        ? []
        : hang(file.rulebook.warning, width, "NOTE    ").map((line) => paint.yellow(line))),
      ...file.tests.flatMap((test, at) => [...(failedBefore(file, at) ? [""] : []), ...testLines(test, file, style)]),
    ]),
    "",
    ...hang(tallySays(files), width, "").map((line) => (failed ? paint.red : paint.green)(line)),
  ];
  return `${lines.join("\n")}\n`;
}

function testLines(run: TestRun, file: FileRun, style: Style): string[] {
  const { width, paint } = style;
  const { compared, test } = run;
  if (compared.holds) return hang(test.title, width, "  ✓ ").map((line) => paint.green(line));
  return [
    ...hang(test.title, width, "  ✗ ").map((line) => paint.red(line)),
    ...(compared.ranAway
      ? framed(run.at, file, RAN_AWAY, style)
      : compared.differences.flatMap((difference, at) =>
          differenceLines(difference, run.places[at]!, run, file, style),
        )),
    ...("persona" in test.life ? [] : lapsedSteps(compared.trace)).flatMap((step) => stepLines(step, style)),
    ...hang(givenSays(run), width, "    "),
    // Whole, however long: it is there to be copied.
    ...lookAt(run, file).map((command) => paint.bold(`    $ ${command}`)),
  ];
}

function failedBefore({ tests }: FileRun, at: number): boolean {
  return tests[at - 1]?.compared.holds === false;
}

function differenceLines(difference: Difference, at: Place, run: TestRun, file: FileRun, style: Style): string[] {
  const { key, expected, met } = difference;
  return [
    ...framed(at, file, `${key}: expected ${valueSays(expected)} → met ${valueSays(met)}`, style),
    ...latest(stepsOf(difference, run.compared.trace)).flatMap((step) => stepLines(step, style)),
  ];
}

function framed(at: Place, { text }: FileRun, says: string, { paint, width }: Style): string[] {
  return [
    paint.dim(`    ${harmless(at.file)}:${at.line}:${at.column}`),
    ...hang(says, width, "    ").map((line) => paint.bold(line)),
    ...sourceFrame(text, at, width - 4).map((line) => `    ${line}`),
  ];
}

/** More would be the trace itself. */
const MOST_STEPS = 10;

function latest(steps: readonly Step[]): Step[] {
  const left = steps.length - MOST_STEPS;
  return left <= 0
    ? [...steps]
    : [{ seq: null, month: "", says: `… ${whole(left)} earlier …`, rule: null }, ...steps.slice(left)];
}

function stepLines({ seq, month, says, rule }: Step, { width, paint }: Style): string[] {
  const first = `    ${(seq === null ? "" : `#${seq}`).padEnd(5)}${month.padEnd(8)}`;
  return hang(`${says}${rule === null ? "" : ` (${rule})`}`, width, first).map((line) => paint.dim(line));
}

/** `−30`, `A`, `high-speed-rail, air-travel`; “none” for a list of nothing. */
export function valueSays(value: Difference["met"]): string {
  if (value === null) return "none";
  if (typeof value === "number") return whole(value);
  return typeof value === "string" ? value : value.length === 0 ? "none" : value.join(", ");
}
