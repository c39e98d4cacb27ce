import { HARM_KINDS, harmCounts, hasHarms } from "../../analysis/outcome.ts";
import type { PlantedMonth } from "../../analysis/false-record/compared.ts";
import type { WrongRecord } from "../../analysis/questions/wrong-record.ts";
import { ruleNamed } from "../../model/rulebook.ts";
import { eventKind } from "../../model/vocabulary/events.ts";
import { greatestOf } from "../extremes.ts";
import type { Section } from "../section.ts";
import { thenSays } from "../then-wording.ts";
import { capital, count, listed, monthSays, someOf, whole } from "../wording.ts";
import { countsSay, HARM_SAYS, nameOf } from "./harm-wording.ts";
import type { Answer } from "./page.ts";
import { movedLosses, stretches } from "./wrong-record-stretches.ts";
import { storySection } from "./wrong-record-story.ts";

export function wrongRecordAnswer(experiment: WrongRecord): Answer {
  const { correctedAfter, months, longest, personas, enteredBy } = experiment;
  const name = nameOf(experiment, personas[0]!.id);
  const after = count(correctedAfter, "month");
  return {
    title: `A false entry, corrected after ${after}: ${name}`,
    tried:
      months.length === 0
        ? `${capital(entrySays(experiment))} was to be put on file falsely, and taken back ${after} later`
        : `${capital(entrySays(experiment))} was put on file falsely in ${months.length === 1 ? "one month" : `each of ${months.length} months in turn`}, before that month's own events, and taken back ${after} later`,
    sections: [
      {
        heading: "How long the damage outlives the correction",
        sentences: [markSays(experiment), ...(months.length === 0 ? [] : [WHAT_A_MARK_IS]), ...leftOutSays(experiment)],
        table: null,
      },
      ...(months.length === 0 ? [] : [spread(experiment), inTurn(experiment)]),
      ...(longest === null ? [] : [storySection(experiment, longest)]),
      ...leftSection(experiment),
      ...(months.length === 0 ? [] : [correction(experiment)]),
    ],
    rules: enteredBy,
    records: {
      columns: [
        "planted",
        "corrected",
        "worst class before",
        "worst class after",
        "refusals before",
        "months before",
        "losses before",
        "refusals after",
        "months after",
        "losses after",
        "refusals spared",
        "months spared",
        "losses spared",
        "events led to",
        "same again from",
        "months marked",
      ],
      rows: months.map((month) => [
        monthSays(month.month),
        monthSays(month.corrected),
        month.worst.before,
        month.worst.after,
        month.before.appeared.denials.length,
        month.before.appeared.months.length,
        month.before.appeared.losses.length,
        month.after.appeared.denials.length,
        month.after.appeared.months.length,
        month.after.appeared.losses.length,
        month.before.vanished.denials.length + month.after.vanished.denials.length,
        month.before.vanished.months.length + month.after.vanished.months.length,
        month.before.vanished.losses.length + month.after.vanished.losses.length,
        month.ledTo.length,
        month.sameFrom === null ? null : monthSays(month.sameFrom),
        month.mark,
      ]),
    },
  };
}

/** `a birth beyond plan (−35 points)`. */
function entrySays({ entry, enteredBy, rulebook }: WrongRecord): string {
  return `${eventKind(entry).noun} (${listed(enteredBy.map((id) => thenSays(ruleNamed(rulebook, id).then)))})`;
}

/** The same, where what it does is more than points without what it does. */
function shortSays(experiment: WrongRecord): string {
  const { entry, enteredBy, rulebook } = experiment;
  const pointsOnly = enteredBy.every((id) => ruleNamed(rulebook, id).then.kind === "post");
  return pointsOnly ? entrySays(experiment) : eventKind(entry).noun;
}

function markSays(experiment: WrongRecord): string {
  const { months, correctedAfter, entry, personas } = experiment;
  if (months.length === 0)
    return `${capital(eventKind(entry).noun)} could be put on the file of ${nameOf(experiment, personas[0]!.id)} falsely, and corrected ${count(correctedAfter, "month")} later, in no month at all.`;
  const marked = months.filter(({ mark }) => mark > 0);
  const forGood = marked.filter(({ sameFrom }) => sameFrom === null);
  const passing = marked.filter(({ sameFrom }) => sameFrom !== null);
  const lead = `A false entry for ${shortSays(experiment)}, corrected after ${count(correctedAfter, "month")}, leaves`;
  if (marked.length === 0)
    return `${lead} no mark after its correction in ${months.length === 1 ? "the one month" : `any of the ${months.length} months`} in which it could be planted.`;
  const lasts = [
    ...(forGood.length === 0
      ? []
      : [
          forGood.length === marked.length
            ? "it lasts to the end of the story"
            : `${whole(forGood.length)} of them ${forGood.length === 1 ? "lasts" : "last"} to the end of the story`,
        ]),
    ...(passing.length === 0
      ? []
      : [
          `the longest${forGood.length === 0 ? "" : " of the others"} lasts ${count(greatestOf(passing.map(({ mark }) => mark)), "month")} after the correction`,
        ]),
  ];
  return `${lead} a mark in ${someOf(marked.length, months.length, "month")} in which it could be planted; ${lasts.join("; ")}.`;
}

const WHAT_A_MARK_IS =
  "A mark: after the correction the life is still not what it would have been, in points, class, lists, measures or circumstances at the end of a month, or in a harm. Until the correction the points differ in any case.";

function leftOutSays({ leftOut, correctedAfter, entry }: WrongRecord): string[] {
  const { needs } = eventKind(entry);
  const parts = [
    ...(leftOut.tooLate.length === 0
      ? []
      : [
          `${whole(leftOut.tooLate.length)} because the story ends before a correction ${count(correctedAfter, "month")} later`,
        ]),
    ...(leftOut.needs.length === 0
      ? []
      : [
          `${whole(leftOut.needs.length)} because it needs ${listed(Object.entries(needs ?? {}).map(([name, values]) => `${name}: ${values.join(" or ")}`))}`,
        ]),
    ...(leftOut.blurred.length === 0
      ? []
      : [
          `${whole(leftOut.blurred.length)} because the same is truly recorded then, and the two could not be told apart`,
        ]),
  ];
  return parts.length === 0 ? [] : [`Months left out: ${parts.join("; ")}.`];
}

function spread({ months, baseline }: WrongRecord): Section {
  const rows = HARM_KINDS.map((kind) => [
    HARM_SAYS[kind],
    ...(["before", "after"] as const).map((when) => {
      const numbers = months.map((month) => {
        const { denials, months: shut, losses } = month[when].appeared;
        return { denied: denials.length, months: shut.length, losses: losses.length }[kind];
      });
      const some = numbers.filter((number) => number > 0);
      return some.length === 0 ? "none" : `in ${whole(some.length)}, at most ${whole(greatestOf(some))}`;
    }),
  ]);
  const elsewhere = months.filter((month) => movedLosses(month).size > 0);
  const fewer = months.filter(({ before, after }) => hasHarms(before.vanished) || hasHarms(after.vanished));
  return {
    heading: "How far it spreads",
    sentences: [
      `In how many of ${count(months.length, "planting")} a harm appears that the true life does not have, and how many at most in one. The true life has by itself: ${countsSay(harmCounts(baseline[0]!))}.`,
      ...(fewer.length === 0
        ? []
        : [
            `In ${whole(fewer.length)} of them a harm of the true life does not come in its month${elsewhere.length === 0 ? "" : `; in ${whole(elsewhere.length)} a loss that appears is one that only comes sooner or later`}.`,
          ]),
    ],
    table: { head: ["harm", "while it stands", "after the correction"], rows, words: 3 },
  };
}

function inTurn({ months }: WrongRecord): Section {
  return {
    heading: "Month by month",
    sentences: [
      "Neighbouring months in which it does the same are told together. The class is the lowest while the entry stands; a loss “sooner” or “later” comes in the true life too, in another month.",
    ],
    table: {
      head: ["planted in", "lowest class", "while it stands", "after the correction", "mark lasts"],
      rows: stretches(months),
      words: 5,
    },
  };
}

/** What is still different at the very end, for the plantings after which something is. */
function leftSection({ months }: WrongRecord): Section[] {
  const texts = new Map<string, number>();
  const add = (says: string): unknown => texts.set(says, (texts.get(says) ?? 0) + 1);
  for (const { left } of months) {
    for (const { name, truly, now } of left.circumstances) add(`${name}: ${now}, not ${truly}`);
    if (left.class !== null) add(`class ${left.class[1]}, not ${left.class[0]}`);
    else if (left.score !== null) add("points");
    if (left.lists) add("the lists");
    if (left.measures) add("the measures in force");
  }
  return texts.size === 0
    ? []
    : [
        {
          heading: "What never comes back",
          sentences: [
            `Still different at the end of the story: ${listed([...texts].map(([says, times]) => `${says} (in ${whole(times)})`))}.`,
          ],
          table: null,
        },
      ];
}

function correction({ months, correctedAfter }: WrongRecord): Section {
  const pending = months.filter((month) => laterEvents(month).length > 0).length;
  return {
    heading: "What the correction does",
    sentences: [
      `At the beginning of the month ${count(correctedAfter, "month")} later, as when points return or a term ends, what is still outstanding of this one entry is reversed, and its own place on a list ends, also where the entry was published. Nothing else is touched: what has been refused stays refused, what is lost stays lost.`,
      pending === 0
        ? "No event that the entry had set off came only after the correction."
        : `In ${count(pending, "planting")} events that the entry had set off, or that followed from its harm, came only after the correction: ${listed([...new Set(months.flatMap(laterEvents))].map((event) => eventKind(event).noun))}.`,
    ],
    table: null,
  };
}

function laterEvents({ ledTo, corrected }: PlantedMonth): PlantedMonth["ledTo"][number]["event"][] {
  return ledTo.filter(({ month }) => month >= corrected).map(({ event }) => event);
}
