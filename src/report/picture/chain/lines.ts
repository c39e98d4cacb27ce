import type { Evidence } from "../../../model/evidence.ts";
import { html, type Html } from "../../html/html.ts";
import { INK, PAPER, px, widthOf } from "../ink.ts";
import { textAt } from "../shapes.ts";
import { ARROW, type Wire } from "./wires.ts";
import { someSays } from "./wording.ts";

/** How good the ground for a step is, by its line. */
const DASH: Readonly<Record<Evidence, string>> = {
  documented: "none",
  reported: "none",
  contested: "7 2 1.5 2",
  inferred: "4.5 3",
  invented: "0.1 3",
};

/** A step with paper around it, so that one sees which of two that cross goes where. */
export function wireAt({ d, tip: { x, y }, evidence, some }: Wire): Html {
  return html`<path d="${d}" fill="none" stroke="${PAPER}" stroke-width="5"/>${strokeOf(d, evidence)}<path d="M${px(x)},${px(y)}l-3.4,${-ARROW - 1}h6.8Z" fill="${INK}"/>${some === null ? "" : labelled(x + 6, y - 3, someSays(some))}`;
}

export function strokeOf(d: string, evidence: Evidence): Html {
  return html`<path d="${d}" fill="none" stroke="${INK}" stroke-width="1.6"${
    DASH[evidence] === "none" ? "" : html` stroke-dasharray="${DASH[evidence]}"`
  }${evidence === "invented" ? html` stroke-linecap="round"` : ""}/>`;
}

/** Small print beside the point of an arrow, on paper of its own; drawn once, since a PDF would say twice what has an outline. */
function labelled(x: number, y: number, says: string): Html {
  return html`<rect x="${px(x - 1)}" y="${px(y - 8)}" width="${px(widthOf(says, 9) + 2)}" height="10" fill="${PAPER}"/>${textAt(x, y, says, { size: 9 })}`;
}
