import type { ClassSpread, Conclusions, Spread } from "../../analysis/multiverse/conclusions.ts";
import type { Multiverse } from "../../analysis/questions/readings.ts";
import { eventKind } from "../../model/vocabulary/events.ts";
import type { Section } from "../section.ts";
import { allOf, count, doorName, listed, monthSays, someOf, whole } from "../wording.ts";
import { nameOf } from "./harm-wording.ts";

/** `D` where it is the same in all readings; else `D (A–D)`. */
export function classCell({ here, classes }: ClassSpread): string {
  const names = classes.map((each) => each.class ?? "none");
  const range = names.length === 1 ? names[0]! : `${names[0]}–${names.at(-1)}`;
  return range === (here ?? "none") ? range : `${here ?? "none"} (${range})`;
}

/** `15` where it is the same in all readings; else `15 (12–17)`. */
export function countCell({ here, least, most }: Spread): string {
  return least === most && least === here ? whole(here) : `${whole(here)} (${rangeSays({ least, most })})`;
}

function rangeSays({ least, most }: Pick<Spread, "least" | "most">): string {
  return least === most ? whole(least) : `${whole(least)}–${whole(most)}`;
}

/** Of more people than these, each life is told in a line. */
const TOLD_IN_FULL = 4;

/** For each person for whom something hangs on the readings: what does not, then what does. */
export function byPersona(experiment: Multiverse): Section[] {
  if (experiment.lives.length > TOLD_IN_FULL) return inLines(experiment);
  return experiment.lives.flatMap(({ persona, fates, hangsOn, conclusions }): Section[] => {
    if (fates.length === 1) return [];
    const rows = dependent(conclusions, experiment);
    return [
      {
        heading: `${nameOf(experiment, persona)} (${persona})`,
        sentences: [
          robust(conclusions, experiment),
          `The rest hangs on ${listed(hangsOn)}.`,
          ...(rows.length === 0 ? [elseSays(fates)] : []),
        ],
        table:
          rows.length === 0
            ? null
            : {
                head: ["", "here", "as here in", "over all readings"],
                rows,
              },
      },
    ];
  });
}

function inLines(experiment: Multiverse): Section[] {
  return [
    {
      heading: "What each life hangs on",
      sentences: [
        "Of each person the questions on which, all other answers being the same, more than points hangs under some reading. With one persona named, “demerit readings” tells of each refusal and each loss in how many readings it occurs.",
        ...experiment.lives.flatMap(({ persona, hangsOn }) =>
          hangsOn.length === 0 ? [] : [`${nameOf(experiment, persona)}: ${listed(hangsOn)}.`],
        ),
      ],
      table: null,
    },
  ];
}

/** What differs where no class and no number of harms does. */
function elseSays(fates: Multiverse["lives"][number]["fates"]): string {
  const harms = new Set(fates.map(({ fate }) => JSON.stringify([fate.denials, fate.shut, fate.losses])));
  return harms.size > 1
    ? "No class and no number of harms differs, but in which months they fall."
    : "No harm and no class differs, but how long single doors were shut, stricter checks, priority, or attempts made.";
}

function robust(conclusions: Conclusions, experiment: Multiverse): string {
  const { readings } = experiment;
  const { worst, last, denied, months, losses, denials, losing } = conclusions;
  const always = denials.filter(({ occursIn }) => occursIn === readings).length;
  const mine = denials.filter(({ here }) => here).length;
  const lost = losing.filter(({ occursIn }) => occursIn === readings).map(({ event }) => eventKind(event).noun);
  const parts = [
    ...(worst.classes.length === 1 && worst.here !== null ? [`worst class ${worst.classes[0]!.class}`] : []),
    ...(last.classes.length === 1 && last.here !== null ? [`ends in class ${last.classes[0]!.class}`] : []),
    ...(denied.most === 0
      ? ["no refusal"]
      : mine === always && denials.length === always
        ? [count(always, "refusal")]
        : always > 0
          ? [`${someOf(always, mine, "refusal")} here`]
          : []),
    ...(months.least === months.most
      ? [months.most === 0 ? "no month with a door shut" : `${count(months.most, "month")} with a door shut`]
      : []),
    ...(losses.least === losses.most ? [losses.most === 0 ? "no loss" : count(losses.most, "loss", "losses")] : []),
    ...(lost.length > 0 ? [listed(lost)] : []),
  ];
  const all = allOf(readings, "reading");
  return parts.length === 0 ? `Nothing is the same in ${all}.` : `The same in ${all}: ${parts.join("; ")}.`;
}

type Row = [what: string, here: string, holdsIn: string, range: string];

function dependent(conclusions: Conclusions, experiment: Multiverse): Row[] {
  const { worst, last, denied, months, losses, denials, losing, runsAway } = conclusions;
  const { readings } = experiment;
  const holds = (times: number): string => `${whole(times)} of ${whole(readings)}`;
  const classRow = (what: string, spread: ClassSpread): Row[] =>
    spread.classes.length === 1 && spread.holdsIn === readings
      ? []
      : [
          [
            what,
            spread.here ?? "none",
            holds(spread.holdsIn),
            spread.classes.map((each) => `${each.class ?? "none"} in ${whole(each.readings)}`).join(", "),
          ],
        ];
  const countRow = (what: string, spread: Spread): Row[] =>
    spread.holdsIn === readings ? [] : [[what, whole(spread.here), holds(spread.holdsIn), rangeSays(spread)]];
  const occurrence = (what: string, here: boolean, occursIn: number): Row => [
    what,
    here ? "yes" : "no",
    holds(here ? occursIn : readings - occursIn),
    "",
  ];
  return [
    ...classRow("worst class", worst),
    ...classRow("last class", last),
    ...countRow("refusals", denied),
    ...countRow("months with a door shut", months),
    ...countRow("losses", losses),
    ...deniedAlike(denials.filter(({ occursIn }) => occursIn !== readings)).map(({ says, here, occursIn }) =>
      occurrence(says, here, occursIn),
    ),
    ...losing
      .filter(({ occursIn }) => occursIn !== readings)
      .map(({ event, here, occursIn }) => occurrence(eventKind(event).noun, here, occursIn)),
    ...(runsAway.occursIn === (runsAway.here ? readings : 0)
      ? []
      : [occurrence("never settles", runsAway.here, runsAway.occursIn)]),
  ];
}

/** Refusals at one door that stand and fall together are told in one row. */
function deniedAlike(denials: Conclusions["denials"]): { says: string; here: boolean; occursIn: number }[] {
  const groups = new Map<string, Conclusions["denials"][number][]>();
  for (const each of denials) {
    const key = `${each.denial.door} ${each.here} ${each.occursIn}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].map((group) => {
    const [{ denial, here, occursIn }] = group as [Conclusions["denials"][number]];
    const when = monthSays(denial.month);
    const says =
      group.length === 1
        ? `${doorName(denial.door)} refused (${when})`
        : `${group.length} × ${doorName(denial.door)} refused (first ${when})`;
    return { says, here, occursIn };
  });
}
