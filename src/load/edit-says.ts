import { sourceOf } from "../model/citation.ts";
import type { Overlay } from "./overlay.ts";

/** What an overlay did to a rulebook. */
export interface EditCounts {
  readonly changed: number;
  readonly dropped: number;
  readonly added: number;
  /** From how many points to how many; `null` where the opening is as it was. */
  readonly opening: readonly [number, number] | null;
  readonly classes: boolean;
  /** Whether deductions return after another time, or not at all; `null` where that is as it was. */
  readonly returns: "otherwise" | "never" | null;
}

/** `Edited by “2019 court guidance” (overlay; documented [SPC20]): 3 rules changed, 1 dropped.` Part of the rulebook's warning. */
export function editSays(
  { title, rests }: Pick<Overlay, "title" | "rests">,
  { changed, dropped, added, opening, classes, returns }: EditCounts,
): string {
  const counts = (
    [
      [changed, "changed"],
      [dropped, "dropped"],
      [added, "added"],
    ] as const
  ).filter(([many]) => many > 0);
  const rules = counts.map(([many, done], at) => `${many}${at > 0 ? "" : many === 1 ? " rule" : " rules"} ${done}`);
  const parts = [
    ...(rules.length === 0 ? [] : [rules.join(", ")]),
    ...(opening === null ? [] : [`${inDigits(opening[1])} points at the opening instead of ${inDigits(opening[0])}`]),
    ...(classes ? ["other classes"] : []),
    ...(returns === null
      ? []
      : [returns === "never" ? "deductions do not come back" : "deductions return after another time"]),
  ];
  const sources = [...new Set(rests.citations.map(sourceOf))];
  const standing = `${rests.evidence}${sources.length === 0 ? "" : ` [${sources.join(", ")}]`}`;
  return `${editedBy(title)} (overlay; ${standing}): ${parts.join("; ")}.`;
}

/** How that sentence begins. */
export function editedBy(title: string): string {
  return `Edited by “${title}”`;
}

function inDigits(points: number): string {
  return points.toLocaleString("en");
}
