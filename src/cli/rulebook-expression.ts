import { existsSync } from "node:fs";
import { assemble, type Heading, headingOf } from "../load/assemble.ts";
import { kindOf } from "../load/kind.ts";
import { type LoadedPack, parsePack } from "../load/pack.ts";
import { parseRulebookFile } from "../load/rulebook-file.ts";
import { adviceFor } from "../load/suggest.ts";
import type { Problem } from "../model/problem.ts";
import type { Rulebook } from "../model/rulebook.ts";
import { CouldNotRun } from "./exit.ts";
import { DEFAULT_RULEBOOK, type NamedText, readText, rulesFile, shippedRules } from "./library.ts";
import { NO_IMPORT } from "./personas.ts";

/** A rulebook as far as it could be read, with the texts that problems point into. */
export interface Resolved {
  readonly rulebook: Rulebook | null;
  readonly packs: readonly LoadedPack[];
  readonly problems: readonly Problem[];
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Reads a rulebook expression: ids of packs and rulebooks, or files, separated by commas and
 * stacked from left to right. A leading `+` adds them to the default rulebook.
 */
export function resolveRulebook(expression: string): Resolved {
  const reading = new Reading();
  const whole = expression.startsWith("+") ? `${DEFAULT_RULEBOOK},${expression.slice(1)}` : expression;
  const parts = whole.split(",").map((part) => part.trim());
  if (parts.some((part) => part === ""))
    throw new CouldNotRun(
      `“${expression}” names nothing between two commas; write ids or files, for instance “suining-2010,court-defaulters-2017”`,
    );
  const read = parts.flatMap((part) => reading.part(part) ?? []);
  const { packs, problems, texts } = reading;
  if (problems.some(({ severity }) => severity === "problem")) return { rulebook: null, packs, problems, texts };
  const assembled = assemble(headingFor(read, packs), packs);
  if (!assembled.ok) return { rulebook: null, packs, problems: [...problems, ...assembled.problems], texts };
  return { rulebook: assembled.value, packs, problems: [...problems, ...assembled.notes], texts };
}

/**
 * One rulebook alone keeps its own heading; a stack put together by the reader is named after its
 * parts, by their own ids: neither a path nor the name of a file gets onto a page.
 */
function headingFor(parts: readonly Part[], packs: readonly LoadedPack[]): Heading {
  const [first] = parts;
  if (parts.length === 1 && first !== undefined && first.heading !== null) return first.heading;
  const { title, warning } = headingOf(packs);
  return {
    id: parts.map(({ id }) => id).join(","),
    title,
    warning: parts.flatMap(({ heading }) => heading?.warning ?? [])[0] ?? warning,
  };
}

/** A part of an expression, and its heading where it is a rulebook. */
interface Part {
  readonly id: string;
  readonly heading: Heading | null;
}

class Reading {
  readonly packs: LoadedPack[] = [];
  readonly problems: Problem[] = [];
  readonly texts = new Map<string, string>();

  part(part: string): Part | undefined {
    const { name, text } = locateText(part);
    this.texts.set(name, text);
    if (kindOf(text) === "persona") throw new CouldNotRun(`${part} describes a person, not rules. ${NO_IMPORT}`);
    if (kindOf(text) !== "rulebook") {
      return this.#pack(name, text);
    }
    const parsed = parseRulebookFile(text, name);
    if (!parsed.ok) {
      this.problems.push(...parsed.problems);
      return undefined;
    }
    const { rulebook, locate } = parsed.value;
    rulebook.packs.forEach((pack, at) => {
      if (shippedRules().includes(pack)) this.part(pack);
      else
        this.problems.push({
          code: "rulebook/unknown-pack",
          at: locate(["packs", at]),
          severity: "problem",
          message: `There is no pack “${pack}”, so the rulebook cannot be put together.`,
          advice: adviceFor(pack, shippedRules()),
        });
    });
    return { id: rulebook.id, heading: { id: rulebook.id, title: rulebook.title, warning: rulebook.warning } };
  }

  #pack(name: string, text: string): Part | undefined {
    const parsed = parsePack(text, name);
    this.problems.push(...(parsed.ok ? parsed.notes : parsed.problems));
    if (!parsed.ok) return undefined;
    this.packs.push(parsed.value);
    return { id: parsed.value.pack.id, heading: null };
  }
}

function locateText(part: string): NamedText {
  if (shippedRules().includes(part)) return rulesFile(part);
  if (existsSync(part) || /[/\\.]/.test(part)) return readText(part);
  throw new CouldNotRun(`there is no rulebook or pack “${part}”, and no such file. ${adviceFor(part, shippedRules())}`);
}
