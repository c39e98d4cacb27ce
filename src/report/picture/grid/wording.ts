import type { HarmCounts } from "../../../analysis/outcome.ts";
import { count, signed, whole } from "../../wording.ts";
import { brief } from "../ink.ts";
import type { Cell, Hurting, Row } from "./rows.ts";

export function gridTitle(experiment: Hurting): string {
  return experiment.kind === "comparison"
    ? `Who is hurt: ${brief(experiment.rulebook.title)}, beside ${brief(experiment.variant.title)}`
    : `Who is hurt by which rule: what changes for whom without it`;
}

export const KINDS = ["denied", "months", "losses"] as const;
export type Kind = (typeof KINDS)[number];

export const KIND_SAYS: Readonly<Record<Kind, string>> = {
  denied: "refusals",
  months: "months with a door shut",
  losses: "losses",
};

export const AS_IT_IS = "as it is";
export const GONE = "− gone";
export const NEW = "+ new: grey ground";
export const SAME = "· no harm changes";
export const GRID_IN_WORDS = "The grid in words";

export function titleOf({ variants: [{ title }] }: Row, kind: Hurting["kind"]): string {
  return kind === "comparison" ? title : `without ${title}`;
}

/** Beneath the title: how good a ground the variant has, or the rule that it leaves out; and how many do the same. */
export function standingSays({ variants: [{ level }, ...others] }: Row): string {
  return [
    ...(level === null ? [] : [level]),
    ...(others.length === 0 ? [] : [`or ${count(others.length, "other")}, same effect`]),
  ].join(" · ");
}

/** All titles of a row with their evidence, for the text beside the picture; a comparison has one variant, which its title names. */
export function titlesSay({ variants }: Row, kind: Hurting["kind"]): string {
  const says = variants.map(({ title, level }) => {
    const name = kind === "comparison" ? "under the variant" : title;
    return level === null ? name : `${name} (${level})`;
  });
  return kind === "comparison" ? says[0]! : `without ${says.join("; or without ")}`;
}

/** The counts of a cell, one line each: `−4` refusals, `+1` loss. */
export function cellLines(cell: Exclude<Cell, null>): { readonly kind: Kind; readonly says: string }[] {
  return KINDS.flatMap((kind) => [
    ...(cell.gone[kind] === 0 ? [] : [{ kind, says: signed(-cell.gone[kind]) }]),
    ...(cell.fresh[kind] === 0 ? [] : [{ kind, says: signed(cell.fresh[kind]) }]),
  ]);
}

export function countLines(counts: HarmCounts): { readonly kind: Kind; readonly says: string }[] {
  return KINDS.flatMap((kind) => (counts[kind] === 0 ? [] : [{ kind, says: whole(counts[kind]) }]));
}

/** What the grid shows. */
export function gridSays(experiment: Hurting, rows: number): string[] {
  const people = count(experiment.personas.length, "person", "people");
  const what =
    experiment.kind === "comparison"
      ? `${people}, in the order asked for: the harms of each as it is, and what changes under the variant.`
      : rows === 0
        ? `For ${people}, no rule changes any harm by its absence.`
        : `${people}, in the order asked for, and each rule whose absence changes a harm of somebody; rules that change the very same share a row.`;
  return [what, APART];
}

const APART =
  "The kinds of harm stand apart and are never added together; people are set beside rules, not against each other.";

export function partSays(part: number, of: number): string {
  return of === 1 ? "" : `, part ${part} of ${of}`;
}
