import { existsSync } from "node:fs";
import { MOST_CELLS } from "../engine/cells.ts";
import { questionsOf } from "../engine/prepare.ts";
import { assemble, type Heading, headingOf, locatorOf } from "../load/assemble.ts";
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
  const unanswerable = tooManyCells(assembled.value, packs);
  if (unanswerable.length > 0) return { rulebook: null, packs, problems: [...problems, ...unanswerable], texts };
  return { rulebook: assembled.value, packs, problems: [...problems, ...assembled.notes], texts };
}

/**
 * One rulebook alone keeps its own heading; a stack put together by the reader is named after its
 * parts, by their own ids: neither a path nor the name of a file gets onto a page. What was read from
 * a reader's own file says so, lest an edited rule be cited as the shipped one.
 */
function headingFor(parts: readonly Part[], packs: readonly LoadedPack[]): Heading {
  const [first] = parts;
  if (parts.length === 1 && first !== undefined && first.heading !== null && !first.own) return first.heading;
  const { warning } = headingOf(packs);
  return {
    id: parts.map(({ id, own }) => (own ? `<own file: ${id}>` : id)).join(","),
    title: parts.map(({ title, own }) => (own ? `own file “${title}”` : title)).join(" + "),
    warning: parts.flatMap(({ heading }) => heading?.warning ?? [])[0] ?? warning,
  };
}

/** A part of an expression: whether it is the reader's own file, and its heading where it is a rulebook. */
interface Part {
  readonly id: string;
  readonly title: string;
  readonly own: boolean;
  readonly heading: Heading | null;
}

/** A rule whose verdicts cannot all be asked for. */
function tooManyCells(rulebook: Rulebook, packs: readonly LoadedPack[]): Problem[] {
  return rulebook.rules.flatMap((rule) => {
    const cells = questionsOf(rule, rulebook);
    if (cells <= MOST_CELLS) return [];
    return [
      {
        code: "rule/too-many-cells",
        at: locatorOf(packs)(rule.id, ["when"]),
        message: `“${rule.id}” compares so many facts with so many values that ${cells} cases would have to be decided; at most ${MOST_CELLS} are.`,
        advice: "Split it into several rules.",
        severity: "problem" as const,
      },
    ];
  });
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
      return this.#pack(name, text, !shippedRules().includes(part));
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
    const { id, title, warning } = rulebook;
    return { id, title, own: !shippedRules().includes(part), heading: { id, title, warning } };
  }

  #pack(name: string, text: string, own: boolean): Part | undefined {
    const parsed = parsePack(text, name);
    this.problems.push(...(parsed.ok ? parsed.notes : parsed.problems));
    if (!parsed.ok) return undefined;
    this.packs.push(parsed.value);
    const { id, title } = parsed.value.pack;
    return { id, title, own, heading: null };
  }
}

function locateText(part: string): NamedText {
  if (shippedRules().includes(part)) return rulesFile(part);
  if (existsSync(part) || /[/\\.]/.test(part)) return readText(part);
  throw new CouldNotRun(`there is no rulebook or pack “${part}”, and no such file. ${adviceFor(part, shippedRules())}`);
}
