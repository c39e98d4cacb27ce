import { EVIDENCE, EVIDENCE_MEANS } from "../../model/evidence.ts";
import { legend } from "../legend.ts";
import { HEADS, LEFT_OUT, SUMS_BY_HAND } from "../print-wording.ts";
import { html, type Html, joined, NOTHING } from "./html.ts";
import type { PrintView } from "./printed.ts";
import { headingOf, paragraph } from "./table.ts";

/** What the marks mean, how to add up, and how good a ground each level of evidence is. */
export function guide(view: PrintView, keepsScore: boolean, level: 2 | 3): Html {
  return html`<section class="guide small">
${headingOf(HEADS.read, level)}${paragraph(`${legend(view, "matched")}${view === "person" ? "" : ` ${LEFT_OUT}`}`)}${
    keepsScore && view !== "person" ? paragraph(SUMS_BY_HAND) : NOTHING
  }${
    view === "person"
      ? NOTHING
      : html`<p>Evidence: ${joined(
          EVIDENCE.map((each) => html`<strong>${each}</strong>, ${EVIDENCE_MEANS[each]}`),
          "; ",
        )}. In brackets stand the sources; they are at the end.</p>
`
  }</section>
`;
}
