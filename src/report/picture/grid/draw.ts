import type { HarmCounts } from "../../../analysis/outcome.ts";
import { html, type Html, joined } from "../../html/html.ts";
import { cut, INK, PAPER, px, RULED, SOFT, WIDTH, wrapped } from "../ink.ts";
import { box, cross, linesAt, loss, textAt } from "../shapes.ts";
import type { Cell, Hurting, Row } from "./rows.ts";
import { AS_IT_IS, cellLines, countLines, type Kind, standingSays, titleOf } from "./wording.ts";

/** Beside each other; further people come in a block below. */
export const MOST_COLUMNS = 13;
const WIDEST_COLUMN = 86;

/** Room for the names of the variants: what few people leave, up to a line that is still easy to follow. */
function leftOf(people: number): number {
  return Math.max(196, Math.min(340, WIDTH - 10 - people * WIDEST_COLUMN));
}

const LINE = 11;
const SIZE = 9;
export const NEW_FILL = "#d9d9d9";

export interface Block {
  readonly names: readonly string[];
  readonly ids: readonly string[];
  readonly rows: readonly Row[];
  readonly counts: readonly HarmCounts[];
}

/** The rows that fit below each other on one page, page by page; the first stands under the head of a page. */
export function pages(rows: readonly Row[], kind: Hurting["kind"], people: number): Row[][] {
  const pages: Row[][] = [[]];
  let y = 0;
  for (const row of rows) {
    const { height } = labelOf(row, kind, leftOf(people));
    if (y + height > (pages.length === 1 ? FIRST_HEIGHT : MOST_HEIGHT)) {
      pages.push([]);
      y = 0;
    }
    pages.at(-1)!.push(row);
    y += height;
  }
  return pages;
}

/** On paper of either size, beside the names, the key and what stands around a picture. */
const MOST_HEIGHT = 700;
const FIRST_HEIGHT = 350;

function labelOf(row: Row, kind: Hurting["kind"], left: number) {
  const label = wrapped(titleOf(row, kind), left - 18, 9.5, 2);
  const standing = standingSays(row);
  const height = Math.max(
    heightOf(row.cells.map((cell) => (cell === null ? 1 : cellLines(cell).length))),
    (label.length + (standing === "" ? 0 : 1)) * 11.5 + 8,
  );
  return { label, standing, height };
}

/** People across, variants down; returns also its height. */
export function blockAt(
  top: number,
  block: Block,
  kind: Hurting["kind"],
): { readonly content: Html; readonly height: number } {
  const { names, ids, rows } = block;
  const counts = block.counts.map(countLines);
  const left = leftOf(names.length);
  const width = Math.min(WIDEST_COLUMN, (WIDTH - 10 - left) / names.length);
  const upright = width >= 60;
  const head = upright ? 20 : 84;
  const right = left + names.length * width;
  const parts: Html[] = names.map((name, at) =>
    nameAt(name, left + (at + 0.5) * width, top + head - 6, width, upright),
  );
  let y = top + head;
  const line = (height: number, label: Html, cells: readonly Html[]): void => {
    parts.push(ruled(8, right, y), label, ...cells);
    y += height;
  };
  const first = heightOf(counts.map((lines) => lines.length));
  line(
    first,
    textAt(8, y + 14, AS_IT_IS, { size: 10, bold: true }),
    counts.map((lines, at) => cellAt(left + at * width, y, width, first, lines, "as-it-is", ids[at]!, PAPER)),
  );
  for (const [number, row] of rows.entries()) {
    const { label, standing, height } = labelOf(row, kind, left);
    line(
      height,
      html`${linesAt(8, y + 13, label, 11.5, { size: 9.5 })}${
        standing === ""
          ? ""
          : textAt(8, y + 13 + label.length * 11.5, cut(standing, left - 18, 9), { size: 9, fill: SOFT })
      }`,
      row.cells.map((cell, at) =>
        cellAt(
          left + at * width,
          y,
          width,
          height,
          cell === null ? [] : cellLines(cell),
          `row-${number + 1}`,
          ids[at]!,
          fillOf(cell),
        ),
      ),
    );
  }
  parts.push(ruled(8, right, y));
  return { content: joined(parts, "\n"), height: y - top + 6 };
}

function nameAt(name: string, x: number, y: number, width: number, upright: boolean): Html {
  if (upright) return textAt(x, y, cut(name, width - 4, 10), { size: 10, anchor: "middle" });
  return html`<g transform="translate(${px(x + 3.5)},${px(y)}) rotate(-90)">${textAt(0, 0, cut(name, 76, 10), { size: 10 })}</g>`;
}

function heightOf(lines: readonly number[]): number {
  return Math.max(1, ...lines) * LINE + 8;
}

function ruled(left: number, right: number, y: number): Html {
  return html`<line x1="${px(left)}" y1="${px(y)}" x2="${px(right)}" y2="${px(y)}" stroke="${RULED}" stroke-width="0.8"/>`;
}

/** Where a harm is new the ground is grey; where nothing changes there is a point. */
function fillOf(cell: Cell): string {
  return cell !== null && cell.fresh.denied + cell.fresh.months + cell.fresh.losses > 0 ? NEW_FILL : PAPER;
}

function cellAt(
  x: number,
  y: number,
  width: number,
  height: number,
  lines: readonly { readonly kind: Kind; readonly says: string }[],
  row: string,
  persona: string,
  fill: string,
): Html {
  const middle = x + width / 2;
  return html`<g data-row="${row}" data-persona="${persona}">${
    fill === PAPER ? "" : box(x + 1, y + 1.5, width - 2, height - 3, fill)
  }${
    lines.length === 0
      ? textAt(middle, y + height / 2 + 3, "·", { size: 11, fill: SOFT, anchor: "middle" })
      : joined(
          lines.map(({ kind, says }, at) => {
            const foot = y + 13 + at * LINE;
            return html`${signAt(kind, middle - 11, foot - 3.2)}${textAt(middle - 5, foot, says, { size: SIZE, bold: says.startsWith("+") })}`;
          }),
        )
  }</g>`;
}

/** A cross for refusals, a bar for months, a triangle for losses. */
export function signAt(kind: Kind, x: number, y: number): Html {
  switch (kind) {
    case "denied":
      return cross(x, y, 2.4);
    case "months":
      return box(x - 3, y - 2.2, 6, 4.4, INK);
    case "losses":
      return html`<g transform="translate(${px(x)},${px(y)}) scale(0.75)">${loss(0, 0)}</g>`;
  }
}
