import type { Disagreement } from "../../analysis/multiverse/disagreement.ts";
import type { Multiverse } from "../../analysis/questions/readings.ts";
import type { Section } from "../section.ts";
import { listed, signed, whole } from "../wording.ts";

/** The questions, by how many lives differ in a harm where they alone are answered otherwise. */
export function mattersMost(experiment: Multiverse): Section[] {
  const { disagreements, questions, lives } = experiment;
  if (disagreements.length === 0) return [];
  const harmed = ({ harmed: pairs }: Disagreement): number => pairs.reduce((sum, each) => sum + each, 0);
  const compared = ({ pairs }: Disagreement): number => pairs * lives.length;
  const bearing = disagreements
    .filter(({ differing }) => differing > 0)
    .sort((one, other) => harmed(other) / compared(other) - harmed(one) / compared(one));
  const idle = [
    ...disagreements.filter(({ differing }) => differing === 0).map(({ question }) => question),
    ...questions.idle.map(({ id }) => id),
  ];
  const [first] = bearing;
  const heading = "Which disagreement matters most";
  if (first === undefined)
    return [
      {
        heading,
        sentences: ["None: between any two readings nothing but points differs."],
        table: null,
      },
    ];
  const whom = lives.length === 1 ? "" : " for somebody";
  return [
    {
      heading,
      sentences: [
        harmed(first) === 0
          ? `None changes a harm; classes, checks, priority or single doors hang on ${listed(bearing.map(({ question }) => question))}.`
          : mostSays(
              experiment,
              bearing.filter((each) => harmed(each) * compared(first) === harmed(first) * compared(each)),
              [harmed(first), compared(first)],
            ),
        `In the table: of the pairs of readings that differ in one answer alone, how many differ in more than points${whom} (“pairs”); of the lives in them, how many differ in a harm (“lives”); then by how much one person's figures move from the answer in force to another, the least and the most.`,
        ...(idle.length === 0 ? [] : [`Nothing but points hangs on ${listed(idle)}.`]),
      ],
      table: {
        head: ["question", "pairs", "lives", "refusals", "months", "losses", "people"],
        rows: bearing.map((each) => [
          each.question,
          inPercent(each.differing, each.pairs),
          inPercent(harmed(each), compared(each)),
          swingSays(each.swing.denied),
          swingSays(each.swing.months),
          swingSays(each.swing.losses),
          String(each.people.filter((pairs) => pairs > 0).length),
        ]),
      },
    },
  ];
}

/** `most`: the questions that change the most lives, all to the same extent. */
function mostSays({ questions }: Multiverse, most: readonly Disagreement[], [lives, of]: [number, number]): string {
  const asked = most.map(({ question }) => `${question} (“${questions.open.find(({ id }) => id === question)!.asks}”)`);
  return `${most.length === 1 ? "" : "To the same extent, "}${listed(asked)}: of all lives under two readings that differ in ${most.length === 1 ? "this answer" : "one of these answers"} alone, ${inPercent(lives, of)} differ in a harm (${whole(lives)} of ${whole(of)}${most.length === 1 ? "" : " each"}).`;
}

/** In whole percent; never all or none where it is not. */
function inPercent(part: number, of: number): string {
  const share = Math.round((part / of) * 100);
  if (share === 0 && part > 0) return "<1%";
  if (share === 100 && part < of) return ">99%";
  return `${share}%`;
}

function swingSays({ least, most }: { readonly least: number; readonly most: number }): string {
  if (least === 0 && most === 0) return "·";
  const say = (points: number): string => (points === 0 ? "0" : signed(points));
  return least === most ? say(least) : `${say(least)} to ${say(most)}`;
}
