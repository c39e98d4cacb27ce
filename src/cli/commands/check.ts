import { lint } from "../../lint/lint.ts";
import { locatorOf } from "../../load/assemble.ts";
import { kindOf } from "../../load/kind.ts";
import { parsePersona } from "../../load/persona.ts";
import { parsePack } from "../../load/pack.ts";
import type { Problem } from "../../model/problem.ts";
import { reportProblems } from "../../report/problems.ts";
import { count } from "../../report/wording.ts";
import { CouldNotRun, EXIT } from "../exit.ts";
import { existsSync } from "node:fs";
import { isShippedPersona, readText, shippedRules, Unreadable } from "../library.ts";
import { NO_IMPORT } from "../personas.ts";
import { resolveRulebook } from "../rulebook-expression.ts";
import { usesColour } from "../terminal.ts";

interface Checked {
  readonly problems: readonly Problem[];
  readonly texts: ReadonlyMap<string, string>;
  /** What is said where nothing is wrong. */
  readonly fine: string;
}

/** `demerit check`: all problems of everything named, at once. Returns the exit code. */
export function checkCommand(names: readonly string[], options: { readonly color: boolean }): number {
  const checked = names.map((name) => ({ name, ...check(name) }));
  const colour = usesColour(process.stdout, process.env, options.color);
  for (const { name, problems, texts, fine } of checked) {
    const faulty = problems.some(({ severity }) => severity === "problem");
    if (problems.length > 0)
      process.stdout.write(`${reportProblems(problems, Object.fromEntries(texts), { color: colour }).trimEnd()}\n`);
    process.stdout.write(faulty ? `${name}: not usable\n` : `${name}: ${fine}\n`);
  }
  return checked.some(({ problems }) => problems.some(({ severity }) => severity === "problem"))
    ? EXIT.faulty
    : EXIT.done;
}

function check(name: string): Checked {
  try {
    return checkReadable(name);
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

function checkReadable(name: string): Checked {
  if (!shippedRules().includes(name) && (existsSync(name) || /[/\\.]/.test(name))) {
    const { name: file, text } = readText(name);
    if (kindOf(text) === "persona") return checkPersona(name, file, text);
    if (kindOf(text) === undefined) {
      const parsed = parsePack(text, file);
      return { problems: parsed.ok ? parsed.notes : parsed.problems, texts: new Map([[file, text]]), fine: "readable" };
    }
  }
  const resolved = resolveRulebook(name);
  const { rulebook } = resolved;
  const problems = [...resolved.problems, ...(rulebook === null ? [] : lint(rulebook, locatorOf(resolved.packs)))];
  return {
    problems,
    texts: resolved.texts,
    fine: `${count(rulebook?.rules.length ?? 0, "rule")} in ${count(resolved.packs.length, "pack")}, usable`,
  };
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
