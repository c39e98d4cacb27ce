import type { Row } from "./outline.ts";
import { signed, whole } from "./wording.ts";

/** `−30 → 940, class B`; `null` where nothing moved. */
export function sumsSay({ points, score, class: id }: Pick<Row, "points" | "score" | "class">): string | null {
  if (score === null) return null;
  const moved = points === null || points === 0 ? "" : `${signed(points)} → `;
  return `${moved}${whole(score)}${id === null ? "" : `, class ${id}`}`;
}
