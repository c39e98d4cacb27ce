import type { Row } from "../../outline.ts";

/** What came back between the sum before a row and the row itself, in entries that are not shown; 0 where nothing did. */
export function quietReturns(rows: readonly Row[]): number[] {
  let sum: number | null = null;
  return rows.map(({ score, points }) => {
    if (score === null) return 0;
    const quiet = sum === null ? 0 : score - (points ?? 0) - sum;
    sum = score;
    return quiet;
  });
}
