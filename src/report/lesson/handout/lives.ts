import { ledgerOf } from "../../../analysis/ledger.ts";
import { inShort, longestLine } from "../../in-short.ts";
import { lifeLine } from "../../picture/life-line.ts";
import { personName } from "../../wording.ts";
import { type Block, heading, small, text } from "../leaf.ts";
import type { LessonLife } from "./lesson.ts";

/** Three lives on a page or two: a picture each, what it came to, and the longest line of harm. */
export function lives(all: readonly LessonLife[]): Block[] {
  const head = [
    heading("Three lives"),
    text("Everyone here is invented. What came of each life was computed from the rules above, and nothing was added."),
  ];
  return all.map((life, at) => ({ kind: "together", blocks: [...(at === 0 ? head : []), ...lifeBlocks(life, at)] }));
}

function lifeBlocks({ trace, exposes }: LessonLife, at: number): Block[] {
  const ledger = ledgerOf(trace);
  const longest = longestLine(trace, ledger);
  return [
    heading(`${personName(trace)}${exposes === null ? "" : `: ${exposes.title}`}`, 3),
    ...(exposes === null ? [] : [text(exposes.exposes)]),
    { kind: "picture", picture: lifeLine(trace, { id: `life-${at + 1}` }) },
    text(inShort(trace, ledger).join(" ")),
    ...(longest === null ? [] : [small(`${longest.says} ${longest.links.join(" → ")}`)]),
    small("A sheet of this life: ", { code: `demerit worksheet ${trace.persona.id} --format html -o sheet.html` }),
  ];
}
