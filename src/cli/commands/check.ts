import { kindOf } from "../../load/kind.ts";
import { parsePersona } from "../../load/persona.ts";
import { parsePack } from "../../load/pack.ts";
import type { Problem } from "../../model/problem.ts";
import { reportProblems } from "../../report/problems.ts";
import { loadWideText } from "../../report/text/columns.ts";
import { hang } from "../../report/text/style.ts";
import { count } from "../../report/wording.ts";
import { CouldNotRun, EXIT } from "../exit.ts";
import { existsSync } from "node:fs";
import { isShippedPersona, readText, shippedParts, Unreadable } from "../library.ts";
import { NO_IMPORT } from "../personas.ts";
import { RuleTestReader } from "../rule-tests.ts";
import { remarksOn } from "../remarks.ts";
import { resolveRulebook } from "../rulebook-expression.ts";
import { styleFor } from "../terminal.ts";

interface Checked {
  readonly problems: readonly Problem[];
  readonly texts: ReadonlyMap<string, string>;
  /** What is said where nothing is wrong. */
  readonly fine: string;
}

/** `demerit check`: all problems of everything named, at once. Returns the exit code. */
export async function checkCommand(names: readonly string[], options: { readonly color: boolean }): Promise<number> {
  // What is checked may be written in any script.
  await loadWideText();
  const style = styleFor(process.stdout, process.env, options.color);
  const checked = await Promise.all(names.map(async (name) => ({ name, ...(await check(name)) })));
  for (const { name, problems, texts, fine } of checked) {
    const faulty = problems.some(({ severity }) => severity === "problem");
    if (problems.length > 0)
      process.stdout.write(`${reportProblems(problems, Object.fromEntries(texts), style).trimEnd()}\n`);
    process.stdout.write(`${hang(`${name}: ${faulty ? "not usable" : fine}`, style.width, "").join("\n")}\n`);
  }
  return checked.some(({ problems }) => problems.some(({ severity }) => severity === "problem"))
    ? EXIT.faulty
    : EXIT.done;
}

async function check(name: string): Promise<Checked> {
  try {
    return await checkReadable(name);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const problem: Problem = {
      code: `file/${error.kind}`,
      at: { file: name, line: 1, column: 1, path: "" },
      message: `${error.message}, so there is nothing to check.`,
      advice: "Name a rule file, or an id from “demerit list rulebooks”.",
      severity: "problem",
    };
    return { problems: [problem], texts: new Map(), fine: "" };
  }
}

async function checkReadable(name: string): Promise<Checked> {
  if (isOneFile(name)) {
    const { name: file, text } = readText(name);
    if (kindOf(text) === "persona") return checkPersona(name, file, text);
    if (kindOf(text) === "rule-test") return checkRuleTests(name);
    if (kindOf(text) === undefined) {
      const parsed = parsePack(text, file);
      return { problems: parsed.ok ? parsed.notes : parsed.problems, texts: new Map([[file, text]]), fine: "readable" };
    }
  }
  const resolved = resolveRulebook(name);
  const { rulebook, packs, layers, texts } = resolved;
  const overlays = layers.length - packs.length;
  return {
    problems: [...resolved.problems, ...(await remarksOn(resolved))],
    texts,
    fine: `${count(rulebook?.rules.length ?? 0, "rule")} in ${count(packs.length, "pack")}${overlays === 0 ? "" : ` and ${count(overlays, "overlay")}`}, usable`,
  };
}

/** An id, or several parts, are for the resolver to read. */
function isOneFile(name: string): boolean {
  return !shippedParts().includes(name) && (existsSync(name) || (/[/\\.]/.test(name) && !/^\+|,/.test(name)));
}

/** Whether the tests could be run; whether they hold is for `test` to say. */
function checkRuleTests(path: string): Checked {
  const reader = new RuleTestReader();
  const read = reader.read(path);
  const { problems, texts } = reader;
  return { problems, texts, fine: `${count(read?.loaded.tests.length ?? 0, "test")}, to be run with “demerit test”` };
}

function checkPersona(path: string, file: string, text: string): Checked {
  if (!isShippedPersona(path)) throw new CouldNotRun(`${path} describes a person. ${NO_IMPORT}`);
  const parsed = parsePersona(text, file);
  return {
    problems: parsed.ok ? parsed.notes : parsed.problems,
    texts: new Map([[file, text]]),
    fine: "a usable persona",
  };
}
