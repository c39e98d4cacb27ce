import { type Ledger, ledgerOf } from "../../../analysis/ledger.ts";
import type { Trace } from "../../../model/trace.ts";
import { inShort, longestLine } from "../../in-short.ts";
import { chainOfHarm } from "../../picture/chain-of-harm.ts";
import { lifeLine } from "../../picture/life-line.ts";
import { personName } from "../../wording.ts";
import { type Block, heading, small, text } from "../leaf.ts";
import { type Lesson, type LessonLife, sheetCommand } from "./lesson.ts";

/** Three lives: a picture each, what it came to, and the longest line of harm, which is drawn of the first. */
export function lives({ lives: all, under }: Lesson): Block[] {
  const head = [
    heading("Three lives"),
    text(
      "Everyone here is invented. What came of each life was computed from the rules in the last part, and nothing was added.",
    ),
  ];
  return all.flatMap((life, at) => lifeBlocks(life, at, at === 0 ? head : [], under));
}

function lifeBlocks({ trace, exposes }: LessonLife, at: number, head: readonly Block[], under: string): Block[] {
  const ledger = ledgerOf(trace);
  return [
    {
      kind: "together",
      blocks: [
        ...head,
        heading(`${personName(trace)}${exposes === null ? "" : `: ${exposes.title}`}`, 3),
        ...(exposes === null ? [] : [text(exposes.exposes)]),
        { kind: "picture", picture: lifeLine(trace, { id: `life-${at + 1}` }) },
      ],
    },
    text(inShort(trace, ledger, null).join(" ")),
    small("A sheet of this life: ", { code: sheetCommand(trace.persona.id, "", under, "sheet.html") }),
    ...(at === 0 && ledger.harms.length > 0 ? chainDrawn(trace) : chainTold(trace, ledger)),
  ];
}

function chainDrawn(trace: Trace): Block[] {
  return [chainOfHarm(trace, { id: "chain" })].flat().map((picture) => ({ kind: "picture", picture }));
}

function chainTold(trace: Trace, ledger: Ledger): Block[] {
  const longest = longestLine(trace, ledger, false);
  return longest === null ? [] : [text(longest.says), { kind: "links", links: longest.links }];
}
