import type { Problem } from "../model/problem.ts";
import type { Locate, Path } from "./place.ts";

/** A problem that knows which part is wrong, and not yet where that part stands. */
export interface Fault {
  readonly code: string;
  readonly path: Path;
  readonly message: string;
  readonly advice: string;
  /** The key itself is wrong, not what it holds. */
  readonly on?: "key";
  readonly severity?: "note";
}

/** More would help nobody; a file of nonsense must not become a page of it. */
const MOST = 100;
/** Placing a fault costs time, so of very many only these are placed. */
const PLACED = 2000;

export function placed(faults: readonly Fault[], locate: Locate): Problem[] {
  return firstOf(
    faults.slice(0, PLACED).map(({ code, path, message, advice, on, severity }) => ({
      code,
      at: locate(path, on),
      message,
      advice,
      severity: severity ?? "problem",
    })),
  );
}

/** The first hundred, in the order of the file, and how many were left out. */
export function firstOf(problems: readonly Problem[]): Problem[] {
  const sorted = [...problems].sort((one, other) => one.at.line - other.at.line || one.at.column - other.at.column);
  const last = sorted[MOST];
  if (last === undefined) return sorted;
  return [
    ...sorted.slice(0, MOST),
    {
      code: "file/many-problems",
      at: last.at,
      message: `There are at least ${sorted.length - MOST} more problems from here on.`,
      advice: "Mend the first ones; many of the rest may follow from them.",
      severity: "problem",
    },
  ];
}
