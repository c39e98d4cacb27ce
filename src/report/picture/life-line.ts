import { ranAway, type Trace } from "../../model/trace.ts";
import type { Html } from "../html/html.ts";
import { STOPPED } from "../section-titles.ts";
import { brief, cut, SOFT, WIDTH } from "./ink.ts";
import { keyTo } from "./key.ts";
import { actsIn, lossesIn } from "./life/acts.ts";
import { lastDrawn, LEFT, RIGHT, ticksOf, type TimeAxis, xOf } from "./life/axis.ts";
import { barsOf } from "./life/bars.ts";
import { flagLines, flagsOf, heightOfFlags, leftOut, markEach } from "./life/flag-lines.ts";
import { hang } from "./life/flags.ts";
import { samplesOf } from "./life/key.ts";
import { lossPart } from "./life/loss-part.ts";
import { rowsOf } from "./life/rows.ts";
import { lifeLineSays } from "./life/says.ts";
import { scorePart } from "./life/score-part.ts";
import { bandsDiffer, classesLag, curveOf } from "./life/score.ts";
import { refusalsIn } from "./life/spans.ts";
import {
  bandsOfFirstSay,
  type Beside,
  countsSay,
  lagSays,
  lifeLineTitle,
  quietSays,
  scoreSays,
  unnamedSays,
  UNTOUCHED,
} from "./life/wording.ts";
import { framed, type Picture } from "./picture.ts";
import { disc, dots, stripes, textAt } from "./shapes.ts";

const MOST_FLAG_LINES = 12;

/**
 * Score over story time, the classes behind it, acts named over it; beneath it what was shut, with a
 * cross for every refusal at its door, and the losses that followed. `variant` is drawn with it.
 */
export function lifeLine(
  trace: Trace,
  options: { readonly id: string; readonly variant?: Beside | undefined },
): Picture {
  const { id } = options;
  const variant = options.variant ?? null;
  const other = variant?.trace ?? null;
  const axis: TimeAxis = { left: LEFT, right: RIGHT, until: lastDrawn(other === null ? [trace] : [trace, other]) };
  const acts = actsIn(trace);
  const rows = rowsOf(trace, other);
  const losses = lossesIn(trace);

  const over = hang(flagsOf(acts, axis), WIDTH - 4, MOST_FLAG_LINES);
  const base = 18 + heightOfFlags(over.hung);
  const score = scorePart(axis, base, trace.rulebook, curveOf(trace), other === null ? null : curveOf(other));
  const content: Html[] = [
    ...score.content,
    ...flagLines(over.hung, base, score.heightOf, -1),
    ...markEach(acts, axis, score.heightOf, ({ given }, x, y) => disc(x, y, given)),
  ];
  let y = base + score.height;

  content.push(
    ...ticksOf(axis).map(({ month, says }) => textAt(xOf(axis, month), y + 12, says, { size: 9.5, fill: SOFT })),
  );
  y += 20;

  const rowHeight = other === null ? 15 : 18;
  content.push(...barsOf(rows, axis, y, rowHeight, other !== null, id));
  y += rows.length * rowHeight + (rows.length === 0 ? 0 : 4);

  const lost = lossPart(axis, y, losses, other === null ? [] : lossesIn(other));
  content.push(...lost.content);
  y += lost.height;

  const key = keyTo(samplesOf({ trace, variant, acts, rows, losses, id }), 8, y + 8, WIDTH - 16);
  content.push(key.content);
  y += key.height + 12;

  const untouched = acts.length + rows.length + losses.length === 0;
  const remarks = [
    ...(untouched ? [UNTOUCHED] : []),
    ...remarksOn(trace, other, axis, leftOut(acts, over.hung) + lost.unnamed),
  ];
  for (const remark of remarks) {
    content.push(textAt(8, y + 10, cut(remark, WIDTH - 16, 9.5), { size: 9.5, fill: SOFT }));
    y += 14;
  }

  const sentences = [
    ...inSentences(trace),
    ...(variant === null ? [] : [variant.says, ...inSentences(variant.trace)]),
    ...remarks,
  ];
  return framed({
    id,
    title: lifeLineTitle(trace, variant),
    about: sentences.map(brief).join(" "),
    height: y + 4,
    defs: [stripes(`${id}-checks`), dots(`${id}-list`)],
    content,
    says: lifeLineSays({ trace, variant, acts, rows, losses, sentences }),
  });
}

function inSentences(trace: Trace): string[] {
  return [scoreSays(trace, curveOf(trace)), countsSay(trace, refusalsIn(trace), lossesIn(trace))];
}

/** What a reader could misunderstand otherwise. */
function remarksOn(trace: Trace, other: Trace | null, axis: TimeAxis, unnamed: number): string[] {
  const traces = other === null ? [trace] : [trace, other];
  const until = Math.max(...traces.map((each) => each.until));
  const last = Math.max(...traces.map(({ entries }) => entries.at(-1)!.month));
  return [
    ...(traces.some(ranAway) ? [STOPPED] : []),
    ...(axis.until < until ? [quietSays(last, axis.until, until)] : []),
    ...(classesLag(trace) ? [lagSays()] : []),
    ...(other !== null && bandsDiffer(trace, other) ? [bandsOfFirstSay()] : []),
    ...(unnamed > 0 ? [unnamedSays(unnamed)] : []),
  ];
}
