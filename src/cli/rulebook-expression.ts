import { MOST_CELLS } from "../engine/cells.ts";
import { questionsOf } from "../engine/prepare.ts";
import { assemble, type Heading, headingOf, locatorOf } from "../load/assemble.ts";
import { isOverlay, type Layer } from "../load/layer.ts";
import type { LoadedPack } from "../load/pack.ts";
import type { Problem } from "../model/problem.ts";
import type { Rulebook } from "../model/rulebook.ts";
import { CouldNotRun } from "./exit.ts";
import { DEFAULT_RULEBOOK } from "./library.ts";
import { type Part, Reading } from "./rulebook-reading.ts";

/** A rulebook as far as it could be read, with the texts that problems point into. */
export interface Resolved {
  readonly rulebook: Rulebook | null;
  readonly packs: readonly LoadedPack[];
  /** Packs and overlays, in their order. */
  readonly layers: readonly Layer[];
  readonly parts: readonly Part[];
  /** Ids of the shipped packs and rulebooks in it; what the build knows of them holds here too. */
  readonly shipped: readonly string[];
  readonly problems: readonly Problem[];
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Reads a rulebook expression: ids of packs, rulebooks and overlays, or files, separated by commas and
 * stacked from left to right. A leading `+` adds them to the default rulebook.
 */
export function resolveRulebook(expression: string): Resolved {
  const reading = new Reading();
  reading.expression(partsOf(expression));
  const { parts, packs, layers, texts } = reading;
  const shipped = parts.filter(({ own, overlay }) => !own && overlay === null).map(({ id }) => id);
  const resolved = { packs, layers, parts, shipped, texts };
  const { problems } = reading;
  if (isFaulty(problems)) return { ...resolved, rulebook: null, problems };
  const assembled = assemble((effective) => headingFor(parts, packs, effective), layers);
  if (!assembled.ok) return { ...resolved, rulebook: null, problems: [...problems, ...assembled.problems] };
  const unanswerable = tooManyCells(assembled.value, layers);
  return {
    ...resolved,
    rulebook: unanswerable.length > 0 ? null : assembled.value,
    problems: [...problems, ...assembled.notes, ...unanswerable],
  };
}

/**
 * What the last overlay of a rulebook is laid over, under its own heading; `null` where there is no
 * overlay, or where what is below it is no rulebook by itself.
 */
export function belowOverlay({ layers, packs, parts }: Pick<Resolved, "layers" | "packs" | "parts">): Rulebook | null {
  const last = layers.findLast(isOverlay);
  if (last === undefined) return null;
  const below = parts.filter(({ overlay }) => overlay !== last);
  const assembled = assemble(
    (effective) => headingFor(below, packs, effective),
    layers.filter((layer) => layer !== last),
  );
  return assembled.ok ? assembled.value : null;
}

/** The parts of an expression, from left to right. */
export function partsOf(expression: string): string[] {
  const whole = expression.startsWith("+") ? `${DEFAULT_RULEBOOK},${expression.slice(1)}` : expression;
  const parts = whole.split(",").map((part) => part.trim());
  if (parts.some((part) => part === ""))
    throw new CouldNotRun(
      `“${expression}” names nothing between two commas; write ids or files, for instance “suining-2010,court-defaulters-2017”`,
    );
  return parts;
}

function isFaulty(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === "problem");
}

/**
 * One rulebook alone keeps its own heading; a stack put together by the reader is named after its
 * parts, by their own ids: neither a path nor the name of a file gets onto a page. What was read from
 * a reader's own file says so, lest an edited rule be cited as the shipped one. An overlay that has
 * changed nothing is no part of it.
 */
function headingFor(all: readonly Part[], packs: readonly LoadedPack[], effective: readonly Layer[]): Heading {
  const parts = all.filter(({ overlay }) => overlay === null || effective.includes(overlay));
  const [first] = parts;
  if (parts.length === 1 && first !== undefined && first.heading !== null && !first.own) return first.heading;
  const { warning } = headingOf(packs);
  return {
    id: parts.map(({ id, own }) => (own ? `<own file: ${id}>` : id)).join(","),
    title: parts.map(({ title, own }) => (own ? `own file “${title}”` : title)).join(" + "),
    warning: parts.flatMap(({ heading }) => heading?.warning ?? [])[0] ?? warning,
  };
}

/** A rule whose verdicts cannot all be asked for. */
function tooManyCells(rulebook: Rulebook, layers: readonly Layer[]): Problem[] {
  return rulebook.rules.flatMap((rule) => {
    const cells = questionsOf(rule, rulebook);
    if (cells <= MOST_CELLS) return [];
    return [
      {
        code: "rule/too-many-cells",
        at: locatorOf(layers)(rule.id, ["when"]),
        message: `“${rule.id}” compares so many facts with so many values that ${cells} cases would have to be decided; at most ${MOST_CELLS} are.`,
        advice: "Split it into several rules.",
        severity: "problem" as const,
      },
    ];
  });
}
