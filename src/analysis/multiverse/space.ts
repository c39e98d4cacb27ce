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

/**
 * Readings that have some answers in common: for each open question the place of its answer, or `null`
 * where the box holds readings with each of them.
 */
export type Box = readonly (number | null)[];

/** All readings there are. */
export function everything(open: readonly OpenQuestion[]): Box {
  return open.map(() => null);
}

/** The readings of a box in which one question is answered so. */
export function answering(box: Box, question: number, place: number): Box {
  return box.map((known, at) => (at === question ? place : known));
}

/** Whether there are readings in the box with these answers to these questions. */
export function allows(box: Box, questions: readonly number[], places: Choice): boolean {
  return questions.every((question, at) => box[question] === null || box[question] === places[at]);
}

/** How many combinations of answers there are to these questions; 1 to none. */
export function combinations(open: readonly Pick<OpenQuestion, "answers">[]): number {
  return open.reduce((product, { answers }) => product * answers.length, 1);
}

/** All of them, from that of the answers in force; the answer to the last question changes fastest. */
export function choices(open: readonly Pick<OpenQuestion, "answers">[]): Choice[] {
  return open.reduce<Choice[]>(
    (all, { answers }) => all.flatMap((before) => answers.map((_, place) => [...before, place])),
    [[]],
  );
}

export function answersOf(open: readonly OpenQuestion[], choice: Choice): Answers {
  return Object.fromEntries(open.map(({ id, answers }, at) => [id, answers[choice[at]!]!.label]));
}

/** The answers that all readings of a box have in common. */
export function answersIn(open: readonly OpenQuestion[], box: Box): Answers {
  return Object.fromEntries(
    open.flatMap(({ id, answers }, at) => (box[at] === null ? [] : [[id, answers[box[at]!]!.label]])),
  );
}
