import { touchesHarm, type PersonaChange } from "../../../analysis/experiment.ts";
import { type HarmCounts, harmCounts } from "../../../analysis/outcome.ts";
import type { Ablation } from "../../../analysis/questions/ablate.ts";
import type { Comparison } from "../../../analysis/questions/compare.ts";
import { type Evidence, weakest } from "../../../model/evidence.ts";
import { type Rulebook, ruleNamed } from "../../../model/rulebook.ts";
import { harmTotal } from "../../experiment/harm-wording.ts";

/** The experiments that have such a grid. */
export type Hurting = Ablation | Comparison;

/** What a variant takes away and adds for one person, by kind; `null` where it changes no harm. */
export type Cell = { readonly gone: HarmCounts; readonly fresh: HarmCounts } | null;

/** What a variant is called, and on what it rests; `null` where that is said of no part of it. */
export interface Named {
  readonly title: string;
  readonly level: Evidence | null;
}

/** One variant, or several that change the very same. Cells in the order of the personas. */
export interface Row {
  readonly variants: readonly [Named, ...Named[]];
  readonly cells: readonly Cell[];
}

/** What each person suffers under the baseline. */
export function asItIs({ baseline }: Hurting): HarmCounts[] {
  return baseline.map(harmCounts);
}

/** The variants that change some harm of somebody, in their order. */
export function rowsOf(experiment: Hurting): Row[] {
  const { personas, rulebook } = experiment;
  const cellsOf = (changes: readonly PersonaChange[]): Cell[] =>
    personas.map(({ id }) => {
      const change = changes.find(({ persona }) => persona === id);
      return change === undefined || !touchesHarm(change)
        ? null
        : { gone: harmTotal([change.vanished]), fresh: harmTotal([change.appeared]) };
    });
  if (experiment.kind === "comparison")
    return [
      {
        variants: [{ title: experiment.variant.title, level: editedLevel(rulebook, experiment.variant) }],
        cells: cellsOf(experiment.lives.filter((life) => life !== null)),
      },
    ];
  const rows = new Map<string, Row>();
  for (const { rule, changes } of experiment.without) {
    const cells = cellsOf(changes);
    if (cells.every((cell) => cell === null)) continue;
    // Rules that change the same for everybody share a row; which harms it are is in the experiment itself.
    const key = JSON.stringify(
      changes.filter(touchesHarm).map(({ persona, vanished, appeared }) => [persona, vanished, appeared]),
    );
    const same = rows.get(key)?.variants;
    const gone = ruleNamed(rulebook, rule);
    const named = { title: gone.title, level: gone.evidence };
    rows.set(key, { variants: same === undefined ? [named] : [...same, named], cells });
  }
  return [...rows.values()];
}

/** The weakest of what the overlays rest on that the variant has and the baseline has not. */
function editedLevel(baseline: Rulebook, { packs }: Rulebook): Evidence | null {
  const there = new Set(baseline.packs.map(({ id }) => id));
  const levels = packs.flatMap(({ id, rests }) => (rests === undefined || there.has(id) ? [] : [rests.evidence]));
  return levels.length === 0 ? null : weakest(levels);
}
