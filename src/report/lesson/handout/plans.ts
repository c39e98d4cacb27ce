import { PLANS } from "../facts/plans.ts";
import { READING } from "../facts/reading.ts";
import { LESSON_SOURCES } from "../facts/sources.ts";
import { type Block, heading, items, type Runs, text } from "../leaf.ts";
import { type Lesson, sheetCommand } from "./lesson.ts";

/** Two ways through the lesson. */
export function plans(): Block[] {
  return PLANS.flatMap(({ minutes, for: goal, steps }): Block[] => [
    heading(`A plan for ${minutes} minutes: ${goal}`),
    {
      kind: "table",
      head: ["at", "minutes", "what is done", "with"],
      rows: steps.map(({ minutes: length, does, needs }, at): Runs[] => [
        [String(steps.slice(0, at).reduce((sum, step) => sum + step.minutes, 0))],
        [String(length)],
        [does],
        [needs],
      ]),
      figures: [0, 1],
      shares: [5, 10, 60, 25],
    },
  ]);
}

/** What is done before the lesson. */
export function toPrint({ lives: [first], under }: Lesson): Block[] {
  const id = first?.trace.persona.id ?? "missed-instalment";
  const command = (how: string, file: string): Runs => [{ code: sheetCommand(id, how, under, file) }];
  return [
    heading("Before the lesson"),
    text(
      "Print a worksheet for everyone, and keep the keys. Each number after “--seed” gives another sheet of the same life, with other gaps and questions, so that neighbours get different ones; its key has the same number. The role cards are on the last page, once for each two: cut them apart.",
    ),
    items([
      command("--seed 1", "sheet-1.html"),
      command("--seed 1 --key", "key-1.html"),
      command("--seed 2", "sheet-2.html"),
    ]),
    text(
      "Nobody real is meant: story time has years 1 to 10, and no dates. Still, reading a trace may hurt somebody who has lived under such a scheme, or in debt. Nobody has to say so, and nobody has to play a card.",
    ),
  ];
}

export function readingList(): Block[] {
  return [
    heading("Where to read on"),
    items(
      READING.map(({ source, why }): Runs => [
        `${why} ${LESSON_SOURCES[source]!.title} `,
        { cites: [source], grade: null },
      ]),
    ),
  ];
}
