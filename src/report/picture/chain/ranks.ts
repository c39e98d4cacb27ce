import type { GraphEdge } from "./graph.ts";

/**
 * How far down each box stands, from 0. What leads to the end of the line stands right above what it
 * leads to; what comes of the line, right below what it goes back to; and what has nothing to do with
 * it begins at the top.
 */
export function ranksOf(
  { nodes, edges }: { readonly nodes: readonly { readonly key: string }[]; readonly edges: readonly GraphEdge[] },
  end: string,
): ReadonlyMap<string, number> {
  const neighbours = (side: "from" | "to", other: "from" | "to"): ((key: string) => readonly string[]) => {
    const found = new Map<string, string[]>();
    for (const edge of edges) found.set(edge[other], [...(found.get(edge[other]) ?? []), edge[side]]);
    return (key) => found.get(key) ?? [];
  };
  const [above, below] = [neighbours("from", "to"), neighbours("to", "from")];
  /** Steps to the end of the line, at most; `null` where none lead there. */
  const distance = once((key: string): number | null => {
    if (key === end) return 0;
    const next = below(key).flatMap((each) => distance(each) ?? []);
    return next.length === 0 ? null : Math.max(...next) + 1;
  });
  const comesOfLine = once((key: string): boolean => distance(key) !== null || above(key).some(comesOfLine));
  const leadsOn = once((key: string): boolean => comesOfLine(key) || below(key).some(leadsOn));
  const first = Math.min(0, ...nodes.map(({ key }) => -(distance(key) ?? 0)));
  const rank = once((key: string): number => {
    const steps = distance(key);
    if (steps !== null) return -steps;
    if (comesOfLine(key)) return Math.max(...above(key).filter(comesOfLine).map(rank)) + 1;
    if (leadsOn(key)) return Math.min(...below(key).filter(leadsOn).map(rank)) - 1;
    return Math.max(first - 1, ...above(key).map(rank)) + 1;
  });
  const top = Math.min(0, ...nodes.map(({ key }) => rank(key)));
  return new Map(nodes.map(({ key }) => [key, rank(key) - top]));
}

/** The same answer to the same question, without working it out again. */
function once<T>(answer: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    if (!known.has(key)) known.set(key, answer(key));
    return known.get(key)!;
  };
}
