import { graphOf } from "../graph/graph.ts";
import { type DrawWhole, oneOf, shuffled } from "./chance.ts";
import type { Material } from "./material.ts";
import type { Question } from "./question.ts";

/** Fewer links are no chain, and more do not fit in a head. */
const FEWEST = 4;
const MOST = 8;

/** What led to what. */
export function orderQuestions(material: Material, draw: DrawWhole): Question[] {
  return [...chainQuestion(material, draw), ...rootQuestion(material, draw)];
}

/** The end of a long line is asked for; its beginning may lie far back. */
function chainQuestion({ chain }: Material, draw: DrawWhole): Question[] {
  const stretch = chain.slice(-MOST);
  if (stretch.length < FEWEST) return [];
  const mixed = shuffled(stretch, draw);
  // A chain that comes out of the shuffling in its own order would be no question.
  const links = mixed.every((link, at) => link === stretch[at]) ? [...mixed].reverse() : mixed;
  return [{ kind: "chain", topic: "order", links, places: links.map((link) => stretch.indexOf(link) + 1) }];
}

/** A harm some steps away from its root, each of whose steps stands on the sheet. */
function rootQuestion({ trace, ledger, shown }: Material, draw: DrawWhole): Question[] {
  const graph = graphOf(trace);
  const followed = ledger.harms.filter(({ id, roots }) => {
    const line = graph.line(id);
    return roots.length === 1 && line.length >= 3 && line.every(({ entry }) => shown.has(entry.seq));
  });
  const far = followed.filter(({ order }) => order > 1);
  const harm = oneOf(far.length > 0 ? far : followed, draw);
  return harm === undefined ? [] : [{ kind: "root", topic: "order", harm: harm.id, roots: harm.roots }];
}
