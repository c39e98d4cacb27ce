/**
 * The greatest of any number of numbers, and at least `floor`. `Math.max(...many)` would not do: of more
 * than about a hundred thousand it overflows the stack.
 */
export function greatestOf(numbers: Iterable<number>, floor = Number.NEGATIVE_INFINITY): number {
  let most = floor;
  for (const number of numbers) if (number > most) most = number;
  return most;
}

/** The least of any number of numbers. */
export function leastOf(numbers: Iterable<number>): number {
  let found = Number.POSITIVE_INFINITY;
  for (const number of numbers) if (number < found) found = number;
  return found;
}
