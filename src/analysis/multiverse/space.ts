import type { Rulebook } from "../../model/rulebook.ts";

/** Answers to open questions, by question. */
export type Answers = Readonly<Record<string, string>>;

/** A question on which sources differ. */
export interface OpenQuestion {
  readonly id: string;
  readonly asks: string;
  /** The answer in force first, the others as the rulebook gives them. */
  readonly answers: readonly { readonly label: string; readonly says: string }[];
}

/** The questions of a rulebook, by whether they are answered anew. */
export interface Questions {
  readonly open: readonly OpenQuestion[];
  /** Answered beforehand, once and for all. */
  readonly fixed: readonly OpenQuestion[];
  /** Nothing in the rulebook hangs on them. */
  readonly idle: readonly OpenQuestion[];
}

/** `fixed`: questions that keep the answer in force. */
export function questionsOf(rulebook: Rulebook, fixed: readonly string[]): Questions {
  const all = Object.entries(rulebook.questions).map(([id, { asks, answers, default: here }]): OpenQuestion => {
    const labels = [here, ...Object.keys(answers).filter((label) => label !== here)];
    return { id, asks, answers: labels.map((label) => ({ label, says: answers[label]! })) };
  });
  const readings = [rulebook.scoring, ...rulebook.rules].flatMap((part) => part?.readings ?? []);
  const bearing = new Set(readings.map(({ question }) => question));
  const isFixed = ({ id }: OpenQuestion): boolean => fixed.includes(id);
  return {
    open: all.filter((question) => !isFixed(question) && bearing.has(question.id)),
    fixed: all.filter(isFixed),
    idle: all.filter((question) => !isFixed(question) && !bearing.has(question.id)),
  };
}

/** One answer to each open question, by its place among the answers. */
export type Choice = readonly number[];

/** How many combinations of answers there are; 1 where nothing is open. */
export function combinations(open: readonly OpenQuestion[]): number {
  return open.reduce((product, { answers }) => product * answers.length, 1);
}

/** The combination of that number, from 0, which is as things stand; the answer to the last question changes fastest. */
export function choiceAt(open: readonly OpenQuestion[], number: number): Choice {
  let rest = number;
  return open
    .toReversed()
    .map(({ answers }) => {
      const place = rest % answers.length;
      rest = Math.floor(rest / answers.length);
      return place;
    })
    .toReversed();
}

/** How far apart two combinations stand in that order that differ by one place in the answer to one question. */
export function strideOf(open: readonly OpenQuestion[], question: number): number {
  return combinations(open.slice(question + 1));
}

export function answersOf(open: readonly OpenQuestion[], choice: Choice): Answers {
  return Object.fromEntries(open.map(({ id, answers }, at) => [id, answers[choice[at]!]!.label]));
}
