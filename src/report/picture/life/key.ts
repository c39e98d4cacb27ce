import type { Trace } from "../../../model/trace.ts";
import { INK, PAPER } from "../ink.ts";
import { remark, type Sample } from "../key.ts";
import { box, cross, disc, lineFrom, loss } from "../shapes.ts";
import type { Act } from "./acts.ts";
import { fillOf } from "./bars.ts";
import type { Row } from "./rows.ts";
import { type Beside, GIVEN, LED, lowerSays, LOST, REFUSED, RETURNS, ROW_SAYS, upperSays } from "./wording.ts";

/** The marks that the picture uses, and no others. */
export function samplesOf(drawn: {
  readonly trace: Trace;
  readonly variant: Beside | null;
  readonly acts: readonly Act[];
  readonly rows: readonly Row[];
  readonly losses: readonly Act[];
  readonly id: string;
}): Sample[] {
  const { trace, variant, acts, rows, losses, id } = drawn;
  const times = acts.flatMap((act) => act.times);
  const kinds = (["list", "closes", "scrutinises", "prefers"] as const).filter((kind) =>
    rows.some((row) => row.kind === kind),
  );
  const scored = trace.opening.score !== null;
  const returns = trace.entries.some(({ effects }) =>
    effects.some((effect) => effect.kind === "posting" && effect.reason !== "rule"),
  );
  return [
    ...(variant === null || !scored
      ? []
      : [
          { width: 18, says: trace.rulebook.title, draw: (x: number, y: number) => lineFrom(x, y, x + 18, y, INK, 2) },
          {
            width: 18,
            says: variant.says,
            draw: (x: number, y: number) => box(x, y - 2.4, 18, 4.8, PAPER, INK),
          },
        ]),
    ...(times.some(({ given }) => given)
      ? [{ width: 7, says: GIVEN, draw: (x: number, y: number) => disc(x + 3.5, y, true) }]
      : []),
    ...(times.some(({ given }) => !given)
      ? [{ width: 7, says: LED, draw: (x: number, y: number) => disc(x + 3.5, y, false) }]
      : []),
    ...kinds.map((kind) => ({
      width: 18,
      says: ROW_SAYS[kind],
      draw: (x: number, y: number) => box(x, y - 4, 18, 8, fillOf(kind, id), INK),
    })),
    ...(rows.some((row) => row.refusals.length + row.variantRefusals.length > 0)
      ? [{ width: 8, says: REFUSED, draw: (x: number, y: number) => cross(x + 4, y) }]
      : []),
    ...(losses.length > 0 ? [{ width: 8, says: LOST, draw: (x: number, y: number) => loss(x + 4, y) }] : []),
    ...(variant !== null && rows.length > 0 ? [remark(upperSays(trace)), remark(lowerSays(variant))] : []),
    ...(scored && returns ? [remark(RETURNS)] : []),
  ];
}
