import type { Multiverse } from "../../analysis/questions/readings.ts";
import type { Conclusions } from "../../analysis/multiverse/conclusions.ts";
import { answersOf, choiceAt } from "../../analysis/multiverse/space.ts";
import { touchesHarm } from "../../analysis/experiment.ts";
import { harmCounts } from "../../analysis/outcome.ts";
import type { Section } from "../section.ts";
import { count, listed, whole } from "../wording.ts";
import { harmTotal, movesSay, nameOf } from "./harm-wording.ts";
import type { Answer, Records } from "./page.ts";
import { answerSays, citationsOfAnswer, restsOn } from "./readings-sources.ts";
import { mattersMost } from "./readings-matters-wording.ts";
import { byPersona, classCell, countCell } from "./readings-person-wording.ts";

export function multiverseAnswer(experiment: Multiverse): Answer {
  const { questions, searched } = experiment;
  const open = count(questions.open.length, "open question");
  return {
    title: searched.stopped ? "Under some of the readings of the sources" : "Under every reading of the sources",
    tried: `${searched.stopped ? "Combinations of answers, in order," : "Every combination of answers"} to ${open}: ${count(searched.of, "reading")}`,
    sections: [
      ...(experiment.readings === 0 ? noneRead(experiment) : [holdsInAll(experiment), ...mattersMost(experiment)]),
      ...(experiment.readings === 0 && !searched.stopped ? [] : [oneAlone(experiment)]),
      ...byPersona(experiment),
      openQuestions(experiment),
    ],
    rules: [],
    cites: answersShown(experiment).flatMap(({ question, label }) =>
      citationsOfAnswer(experiment.rulebook, question, label).map(({ source }) => source),
    ),
    records: recordsOf(experiment),
  };
}

function noneRead({ searched }: Multiverse): Section[] {
  return searched.stopped
    ? [
        {
          heading: "What holds in every reading",
          sentences: ["Nothing can be said of that: the work was stopped before any reading had been lived under."],
          table: null,
        },
      ]
    : [];
}

/** ` read` where the work was stopped; nothing where it is all that there are. */
function whichReadings({ searched }: Pick<Multiverse, "searched">): string {
  return searched.stopped ? " read" : "";
}

/** `the 2 of 4 readings that were read`. */
function thoseRead({ readings, searched }: Multiverse): string {
  return `the ${whole(readings)} of ${count(searched.of, "reading")} that were read`;
}

function holdsInAll(experiment: Multiverse): Section {
  const { lives, readings, faulty, searched } = experiment;
  const all = `all ${count(readings, "reading")}${whichReadings(experiment)}`;
  return {
    heading: searched.stopped ? `What holds in ${thoseRead(experiment)}` : "What holds in every reading",
    sentences: [
      ...(searched.stopped
        ? [
            "They come in order, the last question answered otherwise first, so that they are no fair part of all; what hangs on which question was not compared.",
          ]
        : []),
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
        const { worst, last, denied, months, losses } = conclusions!;
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
  const however = experiment.searched.stopped ? `In ${thoseRead(experiment)}` : "However the sources are read";
  const names = lives.filter(({ fates }) => fates.length === 1).map(({ persona }) => nameOf(experiment, persona));
  if (lives.length === 1)
    return names.length === 1
      ? `${however}, nothing but points changes for ${names[0]}.`
      : `How the sources are read changes more than points for ${nameOf(experiment, lives[0]!.persona)}.`;
  if (names.length === lives.length)
    return `${however}, nothing but points changes for any of these ${lives.length} people.`;
  return names.length === 0
    ? `How the sources are read changes more than points for each of these ${lives.length} people.`
    : `${however}, nothing but points changes for ${names.length} of ${lives.length} people: ${listed(names)}.`;
}

/** For how many people each conclusion is the same throughout. */
function sameFor(lives: Multiverse["lives"]): string {
  const people = (isSame: (conclusions: Conclusions) => boolean): number =>
    lives.filter(({ conclusions }) => isSame(conclusions!)).length;
  return [
    `the last class for ${people(({ last }) => last.classes.length === 1)} of ${lives.length} people`,
    `the worst class for ${people(({ worst }) => worst.classes.length === 1)}`,
    `the number of refusals for ${people(({ denied }) => denied.least === denied.most)}`,
    `of months with a door shut for ${people(({ months }) => months.least === months.most)}`,
    `of losses for ${people(({ losses }) => losses.least === losses.most)}`,
  ].join(", ");
}

function refusalsInAll({ lives, readings }: Multiverse, all: string): string[] {
  const denials = lives.flatMap(({ conclusions }) => conclusions!.denials);
  const here = denials.filter((each) => each.here);
  if (here.length === 0) return [];
  const always = here.filter(({ occursIn }) => occursIn === readings).length;
  const further = denials.length - here.length;
  return [
    `Of ${count(here.length, "refusal")} under the answers in force here, ${whole(always)} ${always === 1 ? "occurs" : "occur"} in ${all}${further === 0 ? "; in none is there any other" : `; ${count(further, "refusal")} that ${further === 1 ? "does" : "do"} not occur here ${further === 1 ? "occurs" : "occur"} in others`}.`,
  ];
}

function oneAlone({ alone }: Multiverse): Section {
  const touching = alone.filter(({ changes }) => changes?.some(touchesHarm) === true);
  const others = alone.filter((each) => !touching.includes(each)).map(sayAnswer);
  return {
    heading: "One question answered otherwise, all else as it stands here",
    sentences: [
      touching.length === 0
        ? `None of ${count(alone.length, "answer")} changes a harm by itself.`
        : `${touching.length} of ${count(alone.length, "answer")} change some harm by themselves. What goes stands with a minus, what is new with a plus, over all people; kinds of harm are never added together.`,
      ...(touching.length === 0 || others.length === 0 ? [] : [`No harm changes by ${listed(others)} alone.`]),
    ],
    table:
      touching.length === 0
        ? null
        : {
            head: ["answer", "refusals", "months", "losses", "people"],
            rows: touching.map(({ question, answer, changes }) => [
              sayAnswer({ question, answer }),
              ...movesSay(
                harmTotal(changes!.map(({ vanished }) => vanished)),
                harmTotal(changes!.map(({ appeared }) => appeared)),
              ),
              String(changes!.filter(touchesHarm).length),
            ]),
          },
  };
}

function sayAnswer({ question, answer }: { readonly question: string; readonly answer: string }): string {
  return `${question}=${answer}`;
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

/** One row for each person under each reading. */
function recordsOf(experiment: Multiverse): Records {
  const { questions, rulebook, searched, lives } = experiment;
  const { open } = questions;
  const places = lives.map(({ byReading }) => (byReading === "" ? [] : byReading.split(" ")));
  return {
    notes: answersShown(experiment).map(({ question, label, says }) => [
      `${question}=${label}`,
      `${says} (${restsOn(rulebook, question, label)})`,
    ]),
    columns: [
      "reading",
      ...open.map(({ id }) => id),
      "persona",
      "worst class",
      "last class",
      "refusals",
      "months",
      "losses",
    ],
    rows: Array.from({ length: searched.variants }, (_, at) => at).flatMap((at) => {
      const answers = Object.values(answersOf(open, choiceAt(open, at)));
      return lives.flatMap(({ persona, fates }, person) => {
        const place = places[person]![at]!;
        if (place === "-") return [];
        const { fate } = fates[Number(place)]!;
        const { denied, months, losses } = harmCounts(fate);
        return [[at + 1, ...answers, persona, fate.worst, fate.class, denied, months, losses]];
      });
    }),
  };
}
