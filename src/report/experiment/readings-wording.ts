import { sourceOf } from "../../model/citation.ts";
import type { Multiverse } from "../../analysis/questions/readings.ts";
import type { Conclusions } from "../../analysis/multiverse/conclusions.ts";
import { harmCounts } from "../../analysis/outcome.ts";
import type { Section } from "../section.ts";
import { allOf, count, listed, whole } from "../wording.ts";
import { nameOf } from "./harm-wording.ts";
import type { Answer, Records } from "./page.ts";
import { answerSays, citationsOfAnswer, restsOn } from "./readings-sources.ts";
import { mattersMost } from "./readings-alone-wording.ts";
import { byPersona, classCell, countCell } from "./readings-person-wording.ts";

export function multiverseAnswer(experiment: Multiverse): Answer {
  const { questions, searched, lives, personas, readings, faulty } = experiment;
  const some = searched.stopped ? `, for ${lives.length} of ${count(personas.length, "person", "people")}` : "";
  return {
    title: `Under every reading of the sources${some}`,
    tried: `Every combination of answers to ${count(questions.open.length, "open question")}${some}: ${count(readings + faulty.readings, "reading")}`,
    sections: [
      ...(lives.length === 0
        ? [nothingKnown()]
        : [holdsInAll(experiment), mattersMost(experiment), ...byPersona(experiment)]),
      openQuestions(experiment),
    ],
    rules: [],
    cites: answersShown(experiment).flatMap(({ question, label }) =>
      citationsOfAnswer(experiment.rulebook, question, label).map(sourceOf),
    ),
    records: recordsOf(experiment),
  };
}

function nothingKnown(): Section {
  return {
    heading: "What holds in every reading",
    sentences: ["Nothing can be said of that: the work was stopped before all readings of anybody were known."],
    table: null,
  };
}

function holdsInAll(experiment: Multiverse): Section {
  const { lives, readings, faulty, personas } = experiment;
  const all = allOf(readings, "reading");
  const untold = personas.slice(lives.length).map(({ id }) => nameOf(experiment, id));
  return {
    heading: "What holds in every reading",
    sentences: [
      ...(untold.length === 0 ? [] : [`Nothing is said here, or below, of ${listed(untold)}: the work was stopped.`]),
      untouchedSays(experiment),
      ...(lives.length === 1 ? [] : [`The same in ${all}: ${sameFor(lives)}.`]),
      ...refusalsInAll(experiment, all),
      "In the table, a figure alone is the same in all of them. Where it is not, the figure here stands before the brackets, and in them the least and the most.",
      ...(faulty.example === null
        ? []
        : [
            `Left out: ${count(faulty.readings, "reading")} under which several answers, each being sound alone, spoil the rulebook together. The first: ${Object.entries(
              faulty.example.answers,
            )
              .map(([question, label]) => `${question}=${label}`)
              .join(", ")}. ${faulty.example.message}`,
          ]),
    ],
    table: {
      head: ["", "worst class", "last class", "refusals", "months", "losses"],
      rows: lives.map(({ persona, conclusions }) => {
        const { worst, last, denied, months, losses } = conclusions;
        return [
          nameOf(experiment, persona),
          classCell(worst),
          classCell(last),
          countCell(denied),
          countCell(months),
          countCell(losses),
        ];
      }),
    },
  };
}

function untouchedSays(experiment: Multiverse): string {
  const { lives } = experiment;
  const names = lives.filter(({ fates }) => fates.length === 1).map(({ persona }) => nameOf(experiment, persona));
  if (lives.length === 1)
    return names.length === 1
      ? `However the sources are read, nothing but points changes for ${names[0]}.`
      : `How the sources are read changes more than points for ${nameOf(experiment, lives[0]!.persona)}.`;
  if (names.length === lives.length)
    return `However the sources are read, nothing but points changes for any of these ${lives.length} people.`;
  return names.length === 0
    ? `How the sources are read changes more than points for each of these ${lives.length} people.`
    : `However the sources are read, nothing but points changes for ${names.length} of ${lives.length} people: ${listed(names)}.`;
}

/** For how many people each conclusion is the same throughout. */
function sameFor(lives: Multiverse["lives"]): string {
  const people = (isSame: (conclusions: Conclusions) => boolean): number =>
    lives.filter(({ conclusions }) => isSame(conclusions)).length;
  return [
    `the last class for ${people(({ last }) => last.classes.length === 1)} of ${lives.length} people`,
    `the worst class for ${people(({ worst }) => worst.classes.length === 1)}`,
    `the number of refusals for ${people(({ denied }) => denied.least === denied.most)}`,
    `of months with a door shut for ${people(({ months }) => months.least === months.most)}`,
    `of losses for ${people(({ losses }) => losses.least === losses.most)}`,
  ].join(", ");
}

function refusalsInAll({ lives, readings }: Multiverse, all: string): string[] {
  const denials = lives.flatMap(({ conclusions }) => conclusions.denials);
  const here = denials.filter((each) => each.here);
  if (here.length === 0) return [];
  const always = here.filter(({ occursIn }) => occursIn === readings).length;
  const further = denials.length - here.length;
  return [
    `Of ${count(here.length, "refusal")} under the answers in force here, ${always === 0 ? "none" : whole(always)} ${always < 2 ? "occurs" : "occur"} in ${all}${further === 0 ? "; in none is there any other" : `; ${count(further, "refusal")} that ${further === 1 ? "does" : "do"} not occur here ${further === 1 ? "occurs" : "occur"} in others`}.`,
  ];
}

/** Every answer to the open questions, and those given beforehand. */
function answersShown({ questions: { open, fixed } }: Multiverse): { question: string; label: string; says: string }[] {
  return [
    ...open.flatMap(({ id, answers }) => answers.map((answer) => ({ question: id, ...answer }))),
    ...fixed.map(({ id, answers }) => ({ question: id, ...answers[0]! })),
  ];
}

function openQuestions({ questions: { open, fixed, idle }, rulebook }: Multiverse): Section {
  return {
    heading: "The open questions",
    sentences: [
      ...open.map(
        (question) =>
          `${question.id}: ${question.asks} ${question.answers.map((_, at) => answerSays(rulebook, question, at)).join(". ")}.`,
      ),
      ...(fixed.length === 0
        ? []
        : [
            `Answered beforehand, and the same throughout: ${fixed.map(({ id, answers }) => `${id}=${answers[0]!.label} (${restsOn(rulebook, id, answers[0]!.label)})`).join(", ")}.`,
          ]),
      ...(idle.length === 0 ? [] : [`Asked, but no rule here hangs on it: ${idle.map(({ id }) => id).join(", ")}.`]),
    ],
    table: null,
  };
}

/** One row for all readings of one person that lead to the same life because of the same answers. */
function recordsOf(experiment: Multiverse): Records {
  const { questions, rulebook, lives } = experiment;
  const { open } = questions;
  return {
    notes: [
      [ANY, "whatever is answered to this question: with the other answers of the row the life is the same"],
      ...answersShown(experiment).map(({ question, label, says }): [string, string] => [
        `${question}=${label}`,
        `${says} (${restsOn(rulebook, question, label)})`,
      ]),
    ],
    columns: [
      "persona",
      ...open.map(({ id }) => id),
      "readings",
      "worst class",
      "last class",
      "refusals",
      "months",
      "losses",
    ],
    rows: lives.flatMap(({ persona, leaves, fates }) =>
      leaves.map(({ answers, readings, fate: place }) => {
        const { fate } = fates[place]!;
        const { denied, months, losses } = harmCounts(fate);
        return [
          persona,
          ...open.map(({ id }) => answers[id] ?? ANY),
          readings,
          fate.worst,
          fate.class,
          denied,
          months,
          losses,
        ];
      }),
    ),
  };
}

/** No label of an answer has a space in it. */
const ANY = "any answer";
