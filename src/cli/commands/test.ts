import { compare } from "../../analysis/rule-test.ts";
import { prepare } from "../../engine/prepare.ts";
import { unnamedLife } from "../../load/unnamed-life.ts";
import type { Persona } from "../../model/persona.ts";
import type { RuleTest } from "../../model/rule-test.ts";
import { reportProblems } from "../../report/problems.ts";
import { jsonRuleTests } from "../../report/rule-test/json.ts";
import { type FileRun, tallyOf, type TestRun } from "../../report/rule-test/run.ts";
import { textRuleTests } from "../../report/rule-test/text.ts";
import { loadWideText } from "../../report/text/columns.ts";
import { replay } from "../../replay/replay.ts";
import { CouldNotRun, EXIT } from "../exit.ts";
import { DEFAULT_RULEBOOK, MOST_PERSONAS } from "../library.ts";
import { NO_IMPORT, personasNamed } from "../personas.ts";
import { type ReadRuleTests, RuleTestReader } from "../rule-tests.ts";
import { refuseBadDestination, writeDocument } from "../output.ts";
import type { FormatOf, Output } from "../outputs.ts";
import { styleFor, styleOfOutput } from "../terminal.ts";
import { usableRulebook } from "../usable-rulebook.ts";

export interface TestCommand extends Output<FormatOf<"test">> {
  /** Stands for the rulebook that each file names. */
  readonly rulebook?: string | undefined;
}

/** `demerit test`: whether rules do what a reader expects of them. Nothing is run if any file is faulty. Returns the exit code. */
export async function testCommand(names: readonly string[], options: TestCommand): Promise<number> {
  refuseBadDestination(options);
  // Titles may be written in any script, and so may a reader's own rules.
  await loadWideText();
  if (options.rulebook !== undefined) await usableRulebook(options.rulebook, options.color);
  const reader = new RuleTestReader(options.rulebook);
  const files = names.flatMap((name) => reader.read(name) ?? []);
  if (reader.problems.length > 0) return refuse(reader, options);
  refuseManyPersonas(files);
  const runs: FileRun[] = [];
  for (const file of files) runs.push(await run(file));
  writeDocument(
    options.format === "json" ? jsonRuleTests(runs, []) : textRuleTests(runs, styleOfOutput(options)),
    options,
  );
  return tallyOf(runs).fail === 0 ? EXIT.done : EXIT.faulty;
}

function refuse({ problems, texts }: RuleTestReader, options: TestCommand): number {
  if (options.format === "json") {
    writeDocument(jsonRuleTests([], problems), options);
    return EXIT.couldNotRun;
  }
  const style = styleFor(process.stderr, process.env, options.color);
  const shown = reportProblems(problems, Object.fromEntries(texts), style);
  throw new CouldNotRun(`nothing was tested:\n\n${shown.trimEnd()}`);
}

/** Tests are no way round the limit of one run. */
function refuseManyPersonas(files: readonly ReadRuleTests[]): void {
  const named = new Set(files.flatMap(({ loaded }) => loaded.tests.flatMap(({ life }) => personaIn(life) ?? [])));
  if (named.size > MOST_PERSONAS)
    throw new CouldNotRun(
      `these tests name ${named.size} personas; at most ${MOST_PERSONAS} are replayed in one run. ${NO_IMPORT}`,
    );
}

async function run({ file, text, loaded, expression, rulebook, memory }: ReadRuleTests): Promise<FileRun> {
  const prepared = await prepare(rulebook, memory);
  const tests: TestRun[] = [];
  for (const [index, test] of loaded.tests.entries()) {
    const { persona, given } = await lifeOf(test);
    const compared = compare(replay(prepared, persona, { until: test.at }), test.expect);
    tests.push({
      test,
      compared,
      given,
      at: loaded.locate(["tests", index, "title"]),
      places: compared.differences.map(({ key, first }) =>
        loaded.locate(["tests", index, "expect", key, ...(first === null ? [] : [first])]),
      ),
    });
  }
  return { file, text, rulebook, expression: expression === DEFAULT_RULEBOOK ? null : expression, tests };
}

async function lifeOf({ life }: RuleTest): Promise<{ readonly persona: Persona; readonly given: TestRun["given"] }> {
  if (!("persona" in life)) return unnamedLife(life.events);
  const [persona] = await personasNamed([life.persona]);
  return { persona: persona!, given: {} };
}

function personaIn(life: RuleTest["life"]): string | null {
  return "persona" in life ? life.persona : null;
}
