import type { Trace } from "../../../model/trace.ts";
import { html, type Html } from "../../html/html.ts";
import { INK, PAPER, px } from "../ink.ts";
import type { Sample } from "../key.ts";
import { box, disc, hollowLoss, lineFrom, loss, numberedDisc } from "../shapes.ts";
import { barAt, SHUT } from "./bar.ts";
import type { Beside, Life } from "./life.ts";
import { passageMark, refusalMark } from "./refusals.ts";
import type { Row } from "./rows.ts";
import { GIVEN, LED, LOST, NUMBERED, PASSED, REFUSED, RETURNS } from "./wording.ts";

/** The marks that the picture uses, and no others; the kinds of bars have their names over them. */
export function samplesOf(
  { trace, acts, losses }: Life,
  variant: Beside | null,
  rows: readonly Row[],
  numbered: boolean,
): Sample[] {
  const times = acts.flatMap((act) => act.times);
  const scored = trace.opening.score !== null;
  const returns = trace.entries.some(({ effects }) =>
    effects.some((effect) => effect.kind === "posting" && effect.reason !== "rule" && effect.points > 0),
  );
  const sample = (shown: boolean, width: number, says: string, draw: Sample["draw"]): Sample[] =>
    shown ? [{ width, says, draw }] : [];
  return [
    ...(variant === null ? [] : besideSamples(trace, variant, scored, rows.length > 0)),
    ...sample(
      times.some(({ given }) => given),
      7,
      GIVEN,
      (x, y) => disc(x + 3.5, y, true),
    ),
    ...sample(
      times.some(({ given }) => !given),
      7,
      LED,
      (x, y) => disc(x + 3.5, y, false),
    ),
    ...sample(numbered, 15, NUMBERED, (x, y) => numberedDisc(x + 7.5, y, times[0]!.given, "7", 14)),
    ...sample(scored && returns, 15, RETURNS, risingStep),
    ...sample(
      rows.some((row) => row.refusals.length + row.variantRefusals.length > 0),
      7,
      REFUSED,
      (x, y) => refusalMark(x + 3.5, y),
    ),
    ...sample(
      rows.some((row) => row.passages.length + row.variantPassages.length > 0),
      7,
      PASSED,
      (x, y) => passageMark(x + 3.5, y),
    ),
    ...sample(losses.length + (variant?.life.losses.length ?? 0) > 0, 8, LOST, (x, y) =>
      losses.length > 0 ? loss(x + 4, y) : hollowLoss(x + 4, y),
    ),
  ];
}

/** Whose line and whose bar is which. */
function besideSamples({ rulebook }: Trace, variant: Beside, scored: boolean, barred: boolean): Sample[] {
  const width = (scored ? 22 : 0) + (barred ? 22 : 0);
  const both =
    (line: (x: number, y: number) => Html, bar: (x: number, y: number) => Html): Sample["draw"] =>
    (x, y) =>
      html`${scored ? line(x, y) : ""}${barred ? bar(x + (scored ? 26 : 0), y) : ""}`;
  return [
    {
      width: width + 2,
      says: rulebook.title,
      draw: both(
        (x, y) => lineFrom(x, y, x + 20, y, INK, 2),
        (x, y) => barAt(x, y - 4.5, 20, 9, SHUT, "own"),
      ),
    },
    {
      width: width + 2,
      says: variant.says,
      draw: both(
        (x, y) => box(x, y - 2.4, 20, 4.8, PAPER, INK),
        (x, y) => barAt(x, y - 3, 20, 6, SHUT, "pale"),
      ),
    },
  ];
}

function risingStep(x: number, y: number): Html {
  return html`<path d="M${px(x)},${px(y + 4)}H${px(x + 7)}V${px(y - 4)}H${px(x + 15)}" fill="none" stroke="${INK}" stroke-width="2"/>`;
}
