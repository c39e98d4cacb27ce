import type { Graph } from "./graph.ts";

/** At which place of the line, from 0, a box belongs. */
export type PlaceOf = (key: string) => number;

/** What joins the line belongs to where it first joins; what leaves it, to where it last leaves. */
export function alongLine({ line, edges }: Pick<Graph, "line" | "edges">): PlaceOf {
  const places = new Map(line.map((key, at) => [key, at]));
  const joins = new Map<string, number | null>();
  const joinsAt = (key: string): number | null => {
    if (!joins.has(key)) {
      const next = edges.flatMap(({ from, to }) => (from === key ? (places.get(to) ?? joinsAt(to) ?? []) : []));
      joins.set(key, next.length === 0 ? null : Math.min(...next));
    }
    return joins.get(key)!;
  };
  const placeOf = (key: string): number => {
    const known = places.get(key);
    if (known !== undefined) return known;
    const leaves = edges.flatMap(({ from, to }) => (to === key ? [placeOf(from)] : []));
    const place = joinsAt(key) ?? Math.max(0, ...leaves);
    places.set(key, place);
    return place;
  };
  return placeOf;
}
