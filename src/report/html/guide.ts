import { EVIDENCE, EVIDENCE_MEANS } from "../../model/evidence.ts";
import { marksIn, viewSays } from "../legend.ts";
import type { Row } from "../outline.ts";
import { LEFT_OUT, SUMS_BY_HAND } from "../print-wording.ts";
import { html, type Html, joined, NOTHING } from "./html.ts";
import type { PrintView } from "./printed.ts";
import { paragraph } from "./table.ts";

/** What the marks in these rows mean, how to add up, and how good a ground each level of evidence is. */
export function guide(view: PrintView, rows: readonly Row[], keepsScore: boolean): Html {
  const says = viewSays(view);
  return html`<div class="small">
<ul class="marks">${marksIn(rows).map(
    ([mark, means]) => html`<li><span class="mark">${mark}</span> ${means}</li> `,
  )}</ul>
${says === null ? NOTHING : paragraph(says)}${
    view === "person"
      ? NOTHING
      : html`${paragraph(keepsScore ? `${SUMS_BY_HAND} ${LEFT_OUT}` : LEFT_OUT)}<p>Evidence: ${joined(
          EVIDENCE.map((each) => html`<strong>${each}</strong>, ${EVIDENCE_MEANS[each]}`),
          "; ",
        )}. In brackets stand the sources; they are at the end.</p>
`
  }</div>
`;
}
