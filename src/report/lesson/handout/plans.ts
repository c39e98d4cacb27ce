import { PLANS } from "../facts/plans.ts";
import { READING } from "../facts/reading.ts";
import { LESSON_SOURCES } from "../facts/sources.ts";
import { sourceSays } from "../../sources.ts";
import { type Block, heading, items, type Runs, small, text } from "../leaf.ts";
import type { LessonLife } from "./lesson.ts";

/** Two ways through the lesson, and what to print for them. */
export function plans(lives: readonly LessonLife[]): Block[] {
  const [first] = lives;
  const id = first?.trace.persona.id ?? "missed-instalment";
  return [
    ...PLANS.flatMap(({ minutes, for: goal, steps }): Block[] => [
      heading(`A plan for ${minutes} minutes: ${goal}`),
      {
        kind: "table",
        head: ["from", "minutes", "what is done", "with"],
        rows: steps.map(({ minutes: length, does, needs }, at): Runs[] => [
          [String(steps.slice(0, at).reduce((sum, step) => sum + step.minutes, 0))],
          [String(length)],
          [does],
          [needs],
        ]),
        words: 4,
        shares: [10, 10, 55, 25],
      },
    ]),
    heading("To print", 3),
    text(
      "Each number gives another sheet of the same life, with other gaps and questions; neighbours get different ones. The key has the same number. Print on one side only: the role cards are cut out.",
    ),
    items([
      [{ code: `demerit worksheet ${id} --seed 1 --format html -o sheet-1.html` }],
      [{ code: `demerit worksheet ${id} --seed 1 --key --format html -o key-1.html` }],
      [{ code: `demerit worksheet ${id} --seed 2 --format html -o sheet-2.html` }],
    ]),
    small(
      "Reading a trace may be painful to somebody who has lived under such a scheme. Nobody need say so, and nobody need play a card.",
    ),
  ];
}

export function readingList(): Block[] {
  return [
    heading("Where to read on"),
    items(
      READING.map(({ source, why }): Runs => [
        `${why} ${sourceSays(LESSON_SOURCES[source]!)} `,
        { cites: [source], grade: null },
      ]),
    ),
  ];
}
