import { nameOf } from "../experiment/harm-wording.ts";
import { type Block, blockAt, MOST_COLUMNS, NEW_FILL, pages, signAt } from "./grid/draw.ts";
import { asItIs, type Hurting, rowsOf } from "./grid/rows.ts";
import { gridSections } from "./grid/says.ts";
import { GONE, GRID_IN_WORDS, gridSays, gridTitle, KIND_SAYS, KINDS, NEW, partSays, SAME } from "./grid/wording.ts";
import { SOFT, WIDTH, wrapped } from "./ink.ts";
import { keyTo, remark, type Sample } from "./key.ts";
import { framed, type Picture } from "./picture.ts";
import { box, linesAt } from "./shapes.ts";

/**
 * People by variants: which harms of whom go, and which come. People stand in the order asked for,
 * never by their harm. As many pictures as it takes, each no longer than a page.
 */
export function whoWasHurt(experiment: Hurting, { id }: { readonly id: string }): Picture[] {
  const rows = rowsOf(experiment);
  const parts = partsOf(experiment.personas.length);
  const most = Math.max(...parts.map(([from, to]) => to - from));
  const blocks = pages(rows, experiment.kind, most).flatMap((page) =>
    parts.map((people) => blockOf(experiment, people, page)),
  );
  const sentences = gridSays(experiment, rows.length);
  return blocks.map((block, at) => {
    const part = partSays(at + 1, blocks.length);
    return picture(experiment, block, { id: `${id}-${at + 1}`, part, sentences: at === 0 ? sentences : [] });
  });
}

/** The places of the people that stand beside each other. */
function partsOf(people: number): (readonly [from: number, to: number])[] {
  const parts = Math.max(1, Math.ceil(people / MOST_COLUMNS));
  const each = Math.ceil(people / parts);
  return Array.from({ length: parts }, (_, at) => [at * each, (at + 1) * each]);
}

function blockOf(experiment: Hurting, [from, to]: readonly [number, number], rows: Block["rows"]): Block {
  const personas = experiment.personas.slice(from, to);
  return {
    ids: personas.map(({ id }) => id),
    names: personas.map(({ id }) => nameOf(experiment, id)),
    counts: asItIs(experiment).slice(from, to),
    rows: rows.map((row) => ({ ...row, cells: row.cells.slice(from, to) })),
  };
}

function picture(
  experiment: Hurting,
  block: Block,
  { id, part, sentences }: { readonly id: string; readonly part: string; readonly sentences: readonly string[] },
): Picture {
  const { content: grid, height } = blockAt(4, block, experiment.kind);
  let y = height + 12;
  const key = keyTo(SAMPLES, 8, y, WIDTH - 16);
  y += key.height + 4;
  const content = [grid, key.content];
  for (const sentence of sentences) {
    const lines = wrapped(sentence, WIDTH - 16, 9.5, 3);
    content.push(linesAt(8, y + 10, lines, 13, { size: 9.5, fill: SOFT }));
    y += lines.length * 13;
  }
  const title = `${gridTitle(experiment)}${part}`;
  return framed({
    id,
    title,
    about: sentences.length === 0 ? title : sentences.join(" "),
    height: y + 8,
    content,
    says: gridSections(experiment.kind, block, `${GRID_IN_WORDS}${part}`, sentences),
  });
}

const SAMPLES: readonly Sample[] = [
  ...KINDS.map((harm) => ({
    width: 8,
    says: KIND_SAYS[harm],
    draw: (x: number, middle: number) => signAt(harm, x + 4, middle),
  })),
  ...[GONE, SAME].map(remark),
  { width: 14, says: NEW, draw: (x, middle) => box(x, middle - 5, 14, 10, NEW_FILL) },
];
