import { ranAway, type Trace } from "../../model/trace.ts";
import type { Html } from "../html/html.ts";
import { roundSays } from "../round-wording.ts";
import { STOPPED } from "../section-titles.ts";
import { brief, cut, SOFT, WIDTH } from "./ink.ts";
import { keyTo } from "./key.ts";
import { lastDrawn, LEFT, RIGHT, ticksOf, type TimeAxis, xOf } from "./life/axis.ts";
import { barsPart } from "./life/bars.ts";
import { flagsOf, heightOfFlags, leftOut } from "./life/flag-lines.ts";
import { hang } from "./life/flags.ts";
import { headline } from "./life/headline.ts";
import { samplesOf } from "./life/key.ts";
import { type Life, lifeIn } from "./life/life.ts";
import { lossPart } from "./life/loss-part.ts";
import { rowsOf } from "./life/rows.ts";
import { lifeLineSays } from "./life/says.ts";
import { barePart, scorePart } from "./life/score-part.ts";
import { bandsDiffer, classesLag } from "./life/score.ts";
import {
  bandsOfFirstSay,
  countsSay,
  lagSays,
  quietSays,
  scoreSays,
  STORY_MONTH,
  STORY_YEAR,
  unnamedSays,
  UNTOUCHED,
} from "./life/wording.ts";
import { framed, type Picture } from "./picture.ts";
import { dots, stripes, textAt } from "./shapes.ts";

const MOST_FLAG_LINES = 12;
const REMARK_LINE = 13;

/**
 * Score over story time, the classes behind it, acts named over it; beneath it what was shut, with a
 * cross for every refusal at its door, and the losses that followed. `variant` is drawn with it.
 */
export function lifeLine(
  trace: Trace,
  options: { readonly id: string; readonly variant?: { readonly trace: Trace; readonly says: string } | undefined },
): Picture {
  const { id } = options;
  const life = lifeIn(trace);
  const variant =
    options.variant === undefined ? null : { life: lifeIn(options.variant.trace), says: options.variant.says };
  const other = variant?.life ?? null;
  const { acts, curve } = life;
  const axis: TimeAxis = {
    left: LEFT,
    right: RIGHT,
    until: lastDrawn(other === null ? [trace] : [trace, other.trace]),
  };
  const rows = rowsOf(life, other);

  const { hung } = hang(flagsOf(acts, axis), WIDTH - 4, MOST_FLAG_LINES);
  const top = 10 + heightOfFlags(hung);
  const acted = { axis, top, acts, flags: hung };
  const { scoring } = trace.rulebook;
  const score =
    curve === null || scoring === null ? barePart(acted) : scorePart(acted, scoring, curve, other?.curve ?? null);
  let y = top + score.height;
  const years = yearNames(axis, y + 12);
  const bars = barsPart(rows, other !== null, { axis, top: y + 16, id, until: trace.until });
  y += 19 + bars.height;
  const lost = lossPart(axis, y, life, variant);
  y += lost.height;
  const key = keyTo(samplesOf(life, variant, rows, score.numbered), 8, y + 5, WIDTH - 16);
  y += key.height + 6;

  const untouched = acts.length + rows.length + life.losses.length === 0;
  const remarks = [
    ...(untouched ? [UNTOUCHED] : []),
    ...remarksOn(trace, other?.trace ?? null, axis, leftOut(acts, hung) + lost.unnamed),
  ];
  const sentences = [
    ...inSentences(life),
    ...(variant === null ? [] : [variant.says, ...inSentences(variant.life)]),
    ...remarks,
  ];
  return framed({
    id,
    title: headline(life, variant),
    about: sentences.map(brief).join(" "),
    height: y + remarks.length * REMARK_LINE + 4,
    defs: [stripes(`${id}-checks`), dots(`${id}-list`)],
    content: [
      ...score.content,
      ...years,
      ...bars.content,
      ...lost.content,
      key.content,
      ...remarks.map((remark, at) =>
        textAt(8, y + 10 + at * REMARK_LINE, cut(remark, WIDTH - 16, 9.5), { size: 9.5, fill: SOFT }),
      ),
    ],
    says: lifeLineSays(life, variant, rows, sentences),
  });
}

function yearNames(axis: TimeAxis, y: number): Html[] {
  return [
    textAt(axis.left - 8, y, axis.until >= 24 ? STORY_YEAR : STORY_MONTH, { size: 9.5, anchor: "end", fill: SOFT }),
    ...ticksOf(axis).map(({ month, says }) => textAt(xOf(axis, month), y, says, { size: 9.5, fill: SOFT })),
  ];
}

function inSentences(life: Life): string[] {
  const { refusals, turns } = life;
  return [scoreSays(life), countsSay(life), ...(refusals.length === 0 ? [] : [roundSays(refusals.length, turns)])];
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
