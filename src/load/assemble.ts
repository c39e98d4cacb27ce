import type { Parsed, Problem } from "../model/problem.ts";
import type { RuleId } from "../model/rule.ts";
import type { PackHeading, Rulebook } from "../model/rulebook.ts";
import { type Heading, TRAVEL_EDITED, travelIsShutByStanding } from "./composite.ts";
import { digestOf } from "./digest.ts";
import { type EditCounts, editSays } from "./edit-says.ts";
import { firstOf } from "./fault.ts";
import { laidOver, type Stack } from "./lay-over.ts";
import { broughtBy, idOf, isOverlay, type Layer } from "./layer.ts";
import { mergedQuestions, mergedSources, type Recorded } from "./merged-records.ts";
import { readingReferenceFaults } from "./meaning/reading-references.ts";
import { stackFaults } from "./meaning/stack.ts";
import type { LoadedOverlay } from "./overlay.ts";
import type { LoadedPack } from "./pack.ts";
import { spelledOut } from "./spelled-out.ts";
import { stackProblem } from "./stack-problem.ts";

export { COMPOSITE_WARNING, type Heading, headingOf, TRAVEL_NOTE } from "./composite.ts";
export { type Locator, locatorOf } from "./locator.ts";

/** What a rulebook is called may hang on which overlays have changed anything; the others leave no trace in it. */
export type HeadingFor = (effective: readonly Layer[]) => Heading;

/**
 * Puts packs together into one rulebook, in their order, lays each overlay over what stands before it,
 * and checks what all of them say of each other.
 */
export function assemble(heading: Heading | HeadingFor, given: readonly Layer[]): Parsed<Rulebook> {
  const { rules, scoring, edits, found, placed: layers } = putTogether(given);
  const packs = layers.filter((layer): layer is LoadedPack => !isOverlay(layer));
  const scored = packs.filter(({ pack }) => pack.scoring !== undefined);
  const effective = layers.filter((layer) => !isOverlay(layer) || edits.has(layer));
  const sources = mergedSources(effective.map(recordsOf));
  const questions = mergedQuestions(packs);
  const named =
    typeof heading === "function" ? heading(given.filter((_, at) => effective.includes(layers[at]!))) : heading;

  const problems: Problem[] = [
    ...sources.problems,
    ...questions.problems,
    ...scored.slice(1).map(({ pack, locate: at }): Problem => ({
      code: "rulebook/two-scorings",
      at: at(["scoring"], "key"),
      message: `“${pack.id}” says how points are kept, and so does “${scored[0]!.pack.id}”; a person has one score.`,
      advice: "Leave one of the two packs out.",
      severity: "problem",
    })),
    ...doubledRules(layers),
    ...doubledOverlays(layers),
    ...found.filter(({ severity }) => severity === "problem"),
    ...[...stackFaults(rules, scoring), ...readingReferenceFaults(rules, scoring)].map((fault) =>
      stackProblem(fault, { rules, scoring }, layers),
    ),
  ];
  if (packs.length === 0) problems.push(noPacks(named));
  if (problems.length > 0) return { ok: false, problems: firstOf(problems) };

  return {
    ok: true,
    value: sealed({
      id: named.id,
      title: named.title,
      warning: warningOf(named, edits, { rules, scoring }, packs),
      scoring,
      rules,
      packs: effective.map(packHeading),
      sources: sources.value,
      questions: questions.value,
    }),
    notes: found.filter(({ severity }) => severity === "note"),
  };
}

interface PutTogether extends Stack {
  /** The layers, overlays with their selectors spelled out. */
  readonly placed: readonly Layer[];
  /** What each overlay changed; those that changed nothing are not in it. */
  readonly edits: ReadonlyMap<LoadedOverlay, EditCounts>;
  /** Problems and notes of the overlays. */
  readonly found: readonly Problem[];
}

function putTogether(layers: readonly Layer[]): PutTogether {
  let stack: Stack = { rules: [], scoring: null };
  const edits = new Map<LoadedOverlay, EditCounts>();
  const found: Problem[] = [];
  const placed: Layer[] = [];
  for (const layer of layers) {
    if (!isOverlay(layer)) {
      stack = { rules: [...stack.rules, ...layer.pack.rules], scoring: stack.scoring ?? layer.pack.scoring ?? null };
      placed.push(layer);
      continue;
    }
    const spelled = spelledOut(layer, stack.rules);
    const below = placed.filter((each) => !isOverlay(each) || edits.has(each));
    const laid = laidOver(stack, spelled.layer, {
      sources: mergedSources([...below, layer].map(recordsOf)).value,
    });
    stack = { rules: laid.rules, scoring: laid.scoring };
    found.push(...spelled.problems, ...laid.problems);
    placed.push(spelled.layer);
    if (laid.edit !== null) edits.set(spelled.layer, laid.edit);
  }
  return { ...stack, edits, found, placed };
}

function recordsOf(layer: Layer): Recorded {
  return isOverlay(layer) ? { pack: { ...layer.overlay, questions: {} }, locate: layer.locate } : layer;
}

function packHeading(layer: Layer): PackHeading {
  const { id, version, title, about, asOf, unknowns } = isOverlay(layer) ? layer.overlay : layer.pack;
  const heading = { id, version, title, about, asOf, unknowns };
  if (isOverlay(layer)) return { ...heading, rests: layer.overlay.rests };
  const { short } = layer.pack;
  return short === undefined ? heading : { ...heading, short };
}

/** Every page prints the warning: so every page says that the rulebook was edited, and how much. */
function warningOf(
  { warning }: Heading,
  edits: PutTogether["edits"],
  { rules }: Stack,
  packs: readonly LoadedPack[],
): string | null {
  if (edits.size === 0) return warning;
  const tied = travelIsShutByStanding(rules) && !travelIsShutByStanding(packs.flatMap(({ pack }) => pack.rules));
  return [
    ...(warning === null ? [] : [warning]),
    ...[...edits].map(([{ overlay }, edit]) => editSays(overlay, edit)),
    ...(tied ? [TRAVEL_EDITED] : []),
  ].join(" ");
}

/** Gives a rulebook its digest, over everything else in it. */
export function sealed(rulebook: Omit<Rulebook, "digest"> & { readonly digest?: string }): Rulebook {
  const { digest: _old, ...content } = rulebook;
  return { ...content, digest: digestOf(content) };
}

function doubledRules(layers: readonly Layer[]): Problem[] {
  const owner = new Map<RuleId, string>();
  return layers.flatMap((layer) => {
    const { rules, key } = broughtBy(layer);
    return rules.flatMap((rule, index): Problem[] => {
      const first = owner.get(rule.id);
      if (first === undefined) {
        owner.set(rule.id, idOf(layer));
        return [];
      }
      return [
        {
          code: "rule/duplicate-id",
          at: layer.locate([key, index, "id"]),
          message: `“${rule.id}” is also the id of a rule of “${first}”; findings of the two could not be told apart.`,
          advice: isOverlay(layer)
            ? "Amend that rule, or rename this one."
            : "Rename one, or leave one of the packs out.",
          severity: "problem",
        },
      ];
    });
  });
}

/** Two packs of one id have rules of one id, and so need no problem of their own. */
function doubledOverlays(layers: readonly Layer[]): Problem[] {
  return layers.flatMap((layer, index): Problem[] =>
    isOverlay(layer) && layers.some((other, at) => at !== index && idOf(other) === layer.overlay.id)
      ? [
          {
            code: "overlay/id-taken",
            at: layer.locate(["id"]),
            message: `“${layer.overlay.id}” is also the id of another part of this rulebook; a page could not say which of them made a change.`,
            advice: "Name the overlay once, or give it an id of its own.",
            severity: "problem",
          },
        ]
      : [],
  );
}

function noPacks({ id }: Heading): Problem {
  return {
    code: "rulebook/no-packs",
    at: { file: id, line: 1, column: 1, path: "" },
    message: "A rulebook without packs has no rules.",
    advice: "Name at least one pack.",
    severity: "problem",
  };
}
