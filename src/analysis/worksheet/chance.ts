/** A whole number from `low` to `high`, both included, by chance. */
export type DrawWhole = (low: number, high: number) => number;

/** One of them, each as likely as any other; `undefined` for none. */
export function oneOf<T>(items: readonly T[], draw: DrawWhole): T | undefined {
  return items.length === 0 ? undefined : items[draw(0, items.length - 1)];
}

/** All of them in an order drawn by chance. */
export function shuffled<T>(items: readonly T[], draw: DrawWhole): T[] {
  const left = [...items];
  return items.map(() => left.splice(draw(0, left.length - 1), 1)[0]!);
}

/** At most so many of them, drawn by chance, in the order in which they stood. */
export function someOf<T>(items: readonly T[], most: number, draw: DrawWhole): T[] {
  const chosen = new Set(
    shuffled(
      items.map((_, at) => at),
      draw,
    ).slice(0, most),
  );
  return items.filter((_, at) => chosen.has(at));
}
