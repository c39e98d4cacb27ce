import { touchesHarm } from "../../analysis/experiment.ts";
import type { Multiverse } from "../../analysis/questions/readings.ts";
import type { Section } from "../section.ts";
import { count, listed, whole } from "../wording.ts";
import { harmTotal, movesSay, nameOf } from "./harm-wording.ts";

type Alone = Multiverse["alone"][number];

/** Each question answered otherwise alone, by how many people it changes a harm for. */
export function mattersMost(experiment: Multiverse): Section {
  const { lives, told } = experiment;
  const alone = experiment.alone.filter(({ question }) => told.every((each) => each.question !== question));
  const touched = (each: Alone): number => each.changes?.filter(touchesHarm).length ?? 0;
  const touching = alone.filter((each) => touched(each) > 0);
  const others = alone.filter((each) => !touching.includes(each)).map(sayAnswer);
  return {
    heading: "Which disagreement matters most",
    sentences: [
      touching.length === 0
        ? `None by itself: with all else as it stands here, none of ${count(alone.length, "other answer")} changes a harm.`
        : mostSays(experiment),
      ...(touching.length === 0
        ? []
        : [
            `${touching.length} of ${count(alone.length, "other answer")} ${touching.length === 1 ? "changes" : "change"} some harm by ${touching.length === 1 ? "itself" : "themselves"}. In the table, what goes stands with a minus, what is new with a plus${lives.length === 1 ? "" : ", over all people"}; kinds of harm are never added together.`,
          ]),
      ...(touching.length === 0 || others.length === 0 ? [] : [`No harm changes by ${listed(others)} alone.`]),
      ...idleSays(experiment),
      ...told
        .filter(({ here, otherwise }) => here !== otherwise)
        .map(
          ({ decisions, here, otherwise, ...answer }) =>
            `${sayAnswer(answer)} alone changes what is told and nothing else: of ${count(decisions, "decision")} on ${lives.length === 1 ? nameOf(experiment, lives[0]!.persona) : "these people"}, something is told of ${whole(otherwise)} instead of ${whole(here)}.`,
        ),
    ],
    table:
      touching.length === 0
        ? null
        : {
            head: ["answer", "refusals", "months", "losses", ...(lives.length === 1 ? [] : ["people"])],
            rows: touching
              .toSorted((one, other) => touched(other) - touched(one))
              .map((each) => [
                sayAnswer(each),
                ...movesSay(
                  harmTotal(each.changes!.map(({ vanished }) => vanished)),
                  harmTotal(each.changes!.map(({ appeared }) => appeared)),
                ),
                ...(lives.length === 1 ? [] : [String(touched(each))]),
              ]),
          },
  };
}

/** The questions that change a harm for the most people, whichever way they are answered otherwise. */
function mostSays(experiment: Multiverse): string {
  const { questions, alone, lives } = experiment;
  const people = questions.open.map(
    ({ id }) =>
      new Set(
        alone.flatMap(({ question, changes }) =>
          question === id ? (changes ?? []).filter(touchesHarm).map(({ persona }) => persona) : [],
        ),
      ).size,
  );
  const most = Math.max(...people);
  const asked = questions.open.filter((_, at) => people[at] === most).map(({ id, asks }) => `${id} (“${asks}”)`);
  const whom = lives.length === 1 ? nameOf(experiment, lives[0]!.persona) : `${most} of ${lives.length} people`;
  return `${listed(asked)}: answered otherwise alone, all else as it stands here, ${asked.length === 1 ? "this changes" : "each of these changes"} a harm for ${whom}.`;
}

function idleSays({ questions: { open, idle }, lives, told }: Multiverse): string[] {
  const bearing = new Set([...lives.flatMap(({ hangsOn }) => hangsOn), ...told.map(({ question }) => question)]);
  const nothing = [...open.filter(({ id }) => !bearing.has(id)), ...idle].map(({ id }) => id);
  return nothing.length === 0 ? [] : [`Under no reading does more than points hang on ${listed(nothing)}.`];
}

function sayAnswer({ question, answer }: Pick<Alone, "question" | "answer">): string {
  return `${question}=${answer}`;
}
