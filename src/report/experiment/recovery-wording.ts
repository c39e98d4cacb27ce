import type { Act, Recovery, Repeated } from "../../analysis/questions/recovery.ts";
import { MOST_GOOD } from "../../analysis/questions/recovery.ts";
import { evidenceOf } from "../../model/rule.ts";
import { ruleNamed, SCORING_NUMBERS } from "../../model/rulebook.ts";
import { eventKind } from "../../model/vocabulary/events.ts";
import { openQuestionsOf } from "../evidence-wording.ts";
import { greatestOf, leastOf } from "../extremes.ts";
import type { Section } from "../section.ts";
import { capital, count, listed, signed, whole } from "../wording.ts";
import type { Answer } from "./page.ts";
import { peopleSection } from "./recovery-people.ts";

export function recoveryAnswer(experiment: Recovery): Answer {
  const { acts, good, people } = experiment;
  return {
    title: "Lost at once, won back slowly",
    tried: `Each of ${count(acts.length, "act")} that cost points was lived once and up to five times in a life of which nothing else is known, alone and with each of ${count(good.length, "kind")} of good act; and ${count(people.length, "invented life", "invented lives")} as ${people.length === 1 ? "it is" : "they are"}`,
    sections: [
      {
        heading: "What an act costs, and what wins it back",
        sentences: [costSays(experiment), ...smallestSays(experiment), ...notByOneSays(experiment)],
        table: acts.length === 0 ? null : actTable(experiment),
      },
      ...goodSection(experiment),
      ...repeatedSection(experiment),
      ...(people.length === 0 ? [] : [peopleSection(experiment)]),
      ...openSection(experiment),
    ],
    scoring: SCORING_NUMBERS,
    rules: [...acts, ...good].map(({ rule }) => rule),
    records: {
      columns: [
        "act",
        "rule",
        "times",
        "points once",
        "lowest",
        "worst class",
        "months until the class again",
        "months until the points again",
      ],
      rows: acts.flatMap(({ event, rule, points, times }) =>
        times.map((each) => [event, rule, each.times, points, each.lowest, each.worst, each.backAfter, each.fullAfter]),
      ),
    },
  };
}

/** How points are kept is itself read differently, and everything here hangs on it. */
function openSection({ rulebook }: Recovery): Section[] {
  const questions = openQuestionsOf(rulebook, rulebook.scoring?.readings ?? []);
  return questions.length === 0
    ? []
    : [
        {
          heading: "Open questions on how points are kept",
          sentences: [
            "Sources differ on this, and every figure above hangs on the answers in force here.",
            ...questions.map(({ id, says }) => `${id}: ${says}`),
          ],
          table: null,
        },
      ];
}

function costSays({ acts, opening, until }: Recovery): string {
  const once = acts.map(({ times }) => times[0]!);
  const falls = once.filter(({ worst }) => worst !== opening.class);
  if (falls.length === 0) return `No single act takes away class ${opening.class}.`;
  const never = falls.filter(({ backAfter }) => backAfter === null).length;
  const months = falls.flatMap(({ backAfter }) => backAfter ?? []);
  const back =
    months.length === 0
      ? ""
      : ` Without any good act it is ${rangeSays(months)} until class ${opening.class} is there again.`;
  return `A single act takes away class ${opening.class} at once in ${whole(falls.length)} of ${count(acts.length, "case")}.${back}${
    never === 0 ? "" : ` In ${whole(never)} it never is, within ${count(until + 1, "month")}.`
  }`;
}

function rangeSays(months: readonly number[]): string {
  const [least, most] = [leastOf(months), greatestOf(months)];
  return least === most ? count(most, "month") : `${whole(least)} to ${count(most, "month")}`;
}

/** The kinds of good act that add least: what most people can do. */
function smallest({ good }: Recovery): Recovery["good"] {
  const least = leastOf(good.map(({ points }) => points));
  return good.filter(({ points }) => points === least);
}

function smallestSays(experiment: Recovery): string[] {
  const those = smallest(experiment);
  if (those.length === 0) return ["No act adds points: nothing but time wins anything back."];
  return [
    `The least good act adds ${signed(those[0]!.points)}: ${listed(those.map(({ event }) => eventKind(event).noun))}. How many of them, in the same month, win the loss back, stands beside each act: for the class of the opening, and for its ${whole(experiment.opening.score)} points.`,
  ];
}

function notByOneSays({ notByOne }: Recovery): string[] {
  return notByOne.length === 0
    ? []
    : [`Not here, since one act in an otherwise unknown life does not set them off: ${listed(notByOne)}.`];
}

function actTable(experiment: Recovery): NonNullable<Section["table"]> {
  const { acts, rulebook, opening, wonBack } = experiment;
  const [least] = smallest(experiment);
  return {
    head: [
      "act",
      "evidence",
      "points",
      "class",
      `months to ${opening.class}`,
      ...(least === undefined ? [] : [`acts to ${opening.class}`, `to ${whole(opening.score)}`]),
    ],
    rows: acts.map(({ rule, event, points, times }) => {
      const won = wonBack.find(({ deducted }) => deducted === -points)?.by.find((each) => each.event === least?.event);
      return [
        capital(eventKind(event).noun),
        evidenceOf(ruleNamed(rulebook, rule)),
        points === 0 ? "0" : signed(points),
        times[0]!.worst,
        monthsSay(times[0]!.backAfter),
        ...(least === undefined ? [] : [numberSays(won?.toClass), numberSays(won?.toOpening)]),
      ];
    }),
    words: 2,
  };
}

function monthsSay(months: number | null): string {
  return months === null ? "never" : whole(months);
}

/** `null`: not within as many as were tried; `undefined`: not asked, since nothing was lost. */
function numberSays(acts: number | null | undefined): string {
  return acts === undefined ? "–" : acts === null ? `> ${MOST_GOOD}` : whole(acts);
}

/** Kinds of good act of which as many are needed for everything are told together. */
function goodSection({ good, wonBack, opening, rulebook }: Recovery): Section[] {
  if (good.length === 0 || wonBack.length === 0) return [];
  const groups = new Map<string, { readonly nouns: string[]; readonly row: readonly string[] }>();
  for (const { event, points, rule } of good) {
    const needed = wonBack.map(({ by }) => numberSays(by.find((each) => each.event === event)!.toOpening));
    const row = [evidenceOf(ruleNamed(rulebook, rule)), signed(points), ...needed];
    const known = groups.get(row.join());
    if (known === undefined) groups.set(row.join(), { nouns: [eventKind(event).noun], row });
    else known.nouns.push(eventKind(event).noun);
  }
  return [
    {
      heading: "How many good acts each kind takes",
      sentences: [
        `Above, what was deducted by one act; beside each kind of good act, how many of it bring the points back to ${whole(opening.score)}.`,
      ],
      table: {
        head: ["good act", "evidence", "points", ...wonBack.map(({ deducted }) => signed(-deducted))],
        rows: [...groups.values()].map(({ nouns, row }) => [capital(listed(nouns)), ...row]),
        words: 2,
      },
    },
  ];
}

/** Acts that cost the same and fare the same are told together; nothing is told where no repetition tells more. */
function repeatedSection({ acts, opening }: Recovery): Section[] {
  const groups = new Map<string, Act[]>();
  for (const act of acts) {
    const key = JSON.stringify([act.points, act.times]);
    groups.set(key, [...(groups.get(key) ?? []), act]);
  }
  if (groups.size === 0) return [];
  return [
    {
      heading: "The same act again, a month later each time",
      sentences: [`The lowest class, and the months from the last act until class ${opening.class} is there to stay.`],
      table: {
        head: ["points each", ...[...groups.values()][0]![0]!.times.map(({ times }) => timesSay(times)), "acts"],
        rows: [...groups.values()]
          .sort(([one], [other]) => other!.points - one!.points)
          .map((group) => [
            signed(group[0]!.points),
            ...group[0]!.times.map((each) => repeatedSays(each, opening.class)),
            listed(group.map(({ event }) => eventKind(event).noun)),
          ]),
        words: 6,
      },
    },
  ];
}

function timesSay(times: number): string {
  return times === 1 ? "once" : times === 2 ? "twice" : `${times} times`;
}

function repeatedSays({ worst, backAfter }: Repeated, opening: string): string {
  return worst === opening ? `${worst}` : `${worst}, ${monthsSay(backAfter)}`;
}
