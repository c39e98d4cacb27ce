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
  if (parts.some((part) => part === "")) throw new CouldNotRun(`“${expression}” names nothing between two commas; write ids or files, for instance “suining-2010,court-defaulters-2017”`);
  const headings = parts.flatMap((part) => reading.part(part) ?? []);
  const { packs, problems, texts } = reading;
  if (problems.some(({ severity }) => severity === "problem")) return { rulebook: null, packs, problems, texts };
  const assembled = assemble(headingFor(whole, parts, headings, packs), packs);
  if (!assembled.ok) return { rulebook: null, packs, problems: [...problems, ...assembled.problems], texts };
  return { rulebook: assembled.value, packs, problems: [...problems, ...assembled.notes], texts };
}

/** One rulebook alone keeps its own heading; a stack put together by the reader is named after its parts. */
function headingFor(whole: string, parts: readonly string[], headings: readonly Heading[], packs: readonly LoadedPack[]): Heading {
  if (parts.length === 1 && headings[0] !== undefined) return headings[0];
  const { title, warning } = headingOf(packs);
  return { id: whole, title, warning: headings.find((heading) => heading.warning !== null)?.warning ?? warning };
}

class Reading {
  readonly packs: LoadedPack[] = [];
  readonly problems: Problem[] = [];
  readonly texts = new Map<string, string>();

  part(part: string): Heading | undefined {
    const { name, text } = locateText(part);
    this.texts.set(name, text);
    if (kindOf(text) === "persona") throw new CouldNotRun(`${part} describes a person, not rules. ${NO_IMPORT}`);
    if (kindOf(text) !== "rulebook") {
      this.#pack(name, text);
      return undefined;
    }
    const parsed = parseRulebookFile(text, name);
    if (!parsed.ok) {
      this.problems.push(...parsed.problems);
      return undefined;
    }
    const { rulebook, locate } = parsed.value;
    rulebook.packs.forEach((pack, at) => {
      if (shippedRules().includes(pack)) this.part(pack);
      else this.problems.push({ code: "rulebook/unknown-pack", at: locate(["packs", at]), severity: "problem", message: `There is no pack “${pack}”, so the rulebook cannot be put together.`, advice: adviceFor(pack, shippedRules()) });
    });
    return { id: rulebook.id, title: rulebook.title, warning: rulebook.warning };
  }

  #pack(name: string, text: string): void {
    const parsed = parsePack(text, name);
    if (parsed.ok) this.packs.push(parsed.value);
    this.problems.push(...(parsed.ok ? parsed.notes : parsed.problems));
  }
}

function locateText(part: string): NamedText {
  if (shippedRules().includes(part)) return rulesFile(part);
  if (existsSync(part) || /[/\\.]/.test(part)) return readText(part);
  throw new CouldNotRun(`there is no rulebook or pack “${part}”, and no such file. ${adviceFor(part, shippedRules())}`);
}
