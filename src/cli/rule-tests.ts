import { existsSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import { type KnownRulebook, type LoadedRuleTests, parseRuleTests } from "../load/rule-test.ts";
import type { Problem } from "../model/problem.ts";
import { CouldNotRun } from "./exit.ts";
import { DEFAULT_RULEBOOK, readText, shippedParts, shippedPersonas, shippedRules, Unreadable } from "./library.ts";
import { resolveRulebook } from "./rulebook-expression.ts";
import { shippedRulebook } from "./shipped.ts";
import { memoryOf, type UsableRulebook } from "./usable-rulebook.ts";

type Usable = Pick<UsableRulebook, "rulebook" | "memory">;

/** A file of rule tests, with the rulebook that it is about. */
export interface ReadRuleTests extends Usable {
  readonly file: string;
  readonly text: string;
  readonly loaded: LoadedRuleTests;
  /** As it is found from here. */
  readonly expression: string;
}

/** Reads files of rule tests together: each rulebook is read once, and all that is wrong is kept. */
export class RuleTestReader {
  readonly problems: Problem[] = [];
  /** What problems point into. */
  readonly texts = new Map<string, string>();
  readonly #rulebooks = new Map<string, Usable | string>();
  readonly #override: string | undefined;

  /** `override`: an expression that stands for that of every file. */
  constructor(override?: string) {
    this.#override = override;
  }

  /** `null` where something is wrong with the file, or with its rulebook. */
  read(path: string): ReadRuleTests | null {
    const named = this.#textOf(path);
    if (named === null) return null;
    const { name: file, text } = named;
    this.texts.set(file, text);
    let expression = DEFAULT_RULEBOOK;
    const parsed = parseRuleTests(text, file, {
      personas: shippedPersonas(),
      rulebook: (written) => {
        expression = this.#override ?? (written === undefined ? DEFAULT_RULEBOOK : foundFrom(dirname(path), written));
        return known(this.#rulebook(expression));
      },
    });
    if (!parsed.ok) {
      this.problems.push(...parsed.problems);
      return null;
    }
    return { file, text, loaded: parsed.value, expression, ...(this.#rulebook(expression) as Usable) };
  }

  #textOf(path: string): { readonly name: string; readonly text: string } | null {
    try {
      return readText(path);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      this.problems.push({
        code: `file/${error.kind}`,
        at: { file: path, line: 1, column: 1, path: "" },
        message: `${error.message}, so there is nothing to test.`,
        advice: "Name a file of rule tests, for instance rules/tests/suining-2010.test.jsonc.",
        severity: "problem",
      });
      return null;
    }
  }

  /** The rulebook, or why it cannot be used. */
  #rulebook(expression: string): Usable | string {
    const before = this.#rulebooks.get(expression);
    if (before !== undefined) return before;
    const now = this.#resolved(expression);
    this.#rulebooks.set(expression, now);
    return now;
  }

  #resolved(expression: string): Usable | string {
    const built = shippedRules().includes(expression) ? shippedRulebook(expression) : null;
    if (built !== null) return built;
    try {
      const { rulebook, problems, texts, shipped } = resolveRulebook(expression);
      if (rulebook !== null) return { rulebook, memory: memoryOf(shipped) };
      for (const [name, text] of texts) this.texts.set(name, text);
      this.problems.push(...problems.filter(({ severity }) => severity === "problem"));
      return "Its own problems are listed too.";
    } catch (error) {
      if (!(error instanceof CouldNotRun)) throw error;
      return `${capital(error.message)}.`.replace(/([.?])\.$/, "$1");
    }
  }
}

function known(read: Usable | string): KnownRulebook {
  return typeof read === "string" ? { unusable: read } : { scoring: read.rulebook.scoring };
}

/** An expression from a file, with the files that it names looked for from its folder. */
function foundFrom(folder: string, expression: string): string {
  const plus = expression.startsWith("+") ? "+" : "";
  const parts = expression.slice(plus.length).split(",");
  return plus + parts.map((part) => foundPart(folder, part.trim())).join(",");
}

function foundPart(folder: string, part: string): string {
  const isId = part === "" || shippedParts().includes(part);
  if (isId || isAbsolute(part)) return part;
  const path = join(folder, part);
  return /[/\\.]/.test(part) || existsSync(path) ? path : part;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
