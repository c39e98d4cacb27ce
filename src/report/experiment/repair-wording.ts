import type { Repair, RepairEdit, RuleRepair } from "../../analysis/questions/repair.ts";
import { rulebooksIn } from "../../analysis/repair/search.ts";
import { ruleNamed, type Rulebook } from "../../model/rulebook.ts";
import type { Section } from "../section.ts";
import { count, monthSays, whole } from "../wording.ts";
import { amount, dialTitle, figure } from "./dial-wording.ts";
import { goalMeans, goalSays } from "./goal-wording.ts";
import { movesSay, nameOf } from "./harm-wording.ts";
import type { Answer } from "./page.ts";
import { actsSection } from "./repair-acts-wording.ts";
import { repairRecords } from "./repair-records.ts";
import { finishedSays, spaceSection } from "./repair-space-wording.ts";
import { scoringNumberOf } from "./scoring-standing.ts";

export function repairAnswer(experiment: Repair): Answer {
  const { goal, missed, personas, searched } = experiment;
  const name = nameOf(experiment, personas[0]!.id);
  const goes = goalSays(goal, name);
  const pairs = groupsOf(experiment);
  const named = [
    ...experiment.repairs.filter(({ edits }) => edits.length === 1),
    ...pairs.slice(0, MOST_GROUPS).map(({ least }) => least),
  ].flatMap(({ edits }) => edits);
  return {
    title: `What would have to change so that ${goes}`,
    tried:
      missed === null
        ? "Nothing was searched: the goal is reached already"
        : searched.stopped
          ? `The delays of each act of ${name}, then each rule dropped, each number turned both ways, and each two of these`
          : `Each rule dropped, each number at every other integer it may be, and every two of these edits: ${whole(rulebooksIn(experiment.space!))} rulebooks, decided by ${count(searched.lives.replayed, "life", "lives")}`,
    sections:
      missed === null
        ? [
            {
              heading: "The answer",
              sentences: [`${goes} as the rules stand. There is nothing to repair.`],
              table: null,
            },
          ]
        : [
            inShort(experiment, name),
            ...numbers(experiment),
            ...dropped(experiment),
            ...together(experiment, pairs),
            actsSection(experiment, name),
            spaceSection(experiment, name),
          ],
    rules: named.flatMap(({ rule }) => rule ?? []),
    scoring: [
      ...named.flatMap((edit) => (edit.kind === "drop" ? [] : scoringNumberOf(edit))),
      ...(goal.kind === "class" ? (["classes"] as const) : []),
    ],
    records: repairRecords(experiment),
  };
}

function inShort(experiment: Repair, name: string): Section {
  const { repairs, acts, actSpace, missed, goal, searched } = experiment;
  const alone = repairs.filter(({ edits }) => edits.length === 1);
  const set = alone.filter(({ edits: [edit] }) => edit!.kind === "set").length;
  const two = repairs.length - alone.length;
  const ways = [
    ...(set === 0 ? [] : [`set one number of the rules otherwise (${count(set, "way")})`]),
    ...(alone.length === set ? [] : [`drop one rule (${count(alone.length - set, "way")})`]),
    ...(two === 0 ? [] : [`make two edits neither of which is enough alone (${count(two, "way")})`]),
  ];
  const own = new Set(acts.map(({ line }) => line)).size;
  const can = actSpace?.acts ?? 0;
  const goes = goalSays(goal, name);
  return {
    heading: "The answer",
    sentences: [
      ways.length > 0
        ? `So that ${goes}, it is enough to ${ways.length === 1 ? ways[0] : `${ways.slice(0, -1).join(", to ")}, or to ${ways.at(-1)}`}.${searched.stopped ? " That is what had been found when the search was stopped; there may be other ways." : ""}`
        : searched.stopped
          ? "No repair of the rules was found before the search was stopped."
          : `No rule dropped, no number at any integer it may be, and no two of these together make it so that ${goes}.`,
      ...(searched.stopped ? [finishedSays(experiment, name)] : []),
      `As the rules stand, ${MISSED[goal.kind](name)} in ${monthSays(missed!.month)} (#${missed!.seq}).`,
      own === 0
        ? experiment.actsStopped
          ? `Not every act of ${name} was tried before the search was stopped.`
          : noActSays(can, name)
        : `Under the rules as they stand, ${name} would have done it by leaving out, or putting off, ${can === 1 ? "the one act" : own === 1 ? `a certain one of ${whole(can)} acts` : `any one of ${whole(own)} of ${whole(can)} acts`}.${experiment.actsStopped ? " Not every act was tried before the search was stopped." : ""}`,
      goalMeans(goal),
    ],
    table: null,
  };
}

function noActSays(can: number, name: string): string {
  if (can === 0) return `No act of ${name} is there that could be left out or put off.`;
  const acts = can === 1 ? "The one act" : `None of the ${whole(can)} acts`;
  return `${acts} of ${name}, left out or put off by itself, would ${can === 1 ? "not " : ""}have done it.`;
}

const MISSED: Record<Repair["goal"]["kind"], (name: string) => string> = {
  door: (name) => `${name} is refused for the first time`,
  class: (name) => `${name} is in that class for the first time`,
  denial: (name) => `${name} is refused`,
  loss: (name) => `${name} suffers it`,
};

const AFTER = ["refusals", "months", "losses", "worst"];

function after({ gone, fresh, worst }: RuleRepair): string[] {
  return [...movesSay(gone, fresh), worst ?? "–"];
}

const TITLE = "What the rules would have to change";

function numbers({ repairs, rulebook, space, finished }: Repair): Section[] {
  const rows = repairs.flatMap((found) => {
    const [edit] = found.edits;
    return found.edits.length > 1 || edit!.kind === "drop"
      ? []
      : [
          [
            dialTitle(edit!, rulebook),
            `${figure(edit!, edit!.from)} ${edit!.evidence} → ${amountAfter(edit!)} invented`,
            ...after(found),
          ],
        ];
  });
  return rows.length === 0
    ? []
    : [
        {
          heading: `${TITLE}: one number`,
          sentences: [
            `In each direction the nearest integer that reaches the goal, the fewest steps first.${finished!.numbers < space!.numbers ? " Not every number was tried before the search was stopped." : ""}`,
          ],
          table: { head: ["number", "from → to, and the evidence of each", ...AFTER], rows, words: 2 },
        },
      ];
}

function amountAfter(edit: Extract<RepairEdit, { kind: "set" }>): string {
  return edit.unit === "points" ? figure(edit, edit.to) : amount(edit, edit.to);
}

function editSays(edit: RepairEdit, rulebook: Rulebook): string {
  return edit.kind === "drop"
    ? `without ${ruleNamed(rulebook, edit.rule).title}`
    : `${dialTitle(edit, rulebook)} ${figure(edit, edit.from)} → ${amountAfter(edit)}`;
}

function dropped({ repairs, rulebook, space, finished }: Repair): Section[] {
  const rows = repairs.flatMap((found) => {
    const [edit] = found.edits;
    return found.edits.length > 1 || edit!.kind === "set"
      ? []
      : [[ruleNamed(rulebook, edit!.rule).title, edit!.evidence, ...after(found)]];
  });
  return rows.length === 0
    ? []
    : [
        {
          heading: `${TITLE}: one rule dropped`,
          sentences: [
            finished!.rules < space!.rules
              ? "Rules without which the goal is reached, of those tried before the search was stopped."
              : "The rules without which the goal is reached, in rulebook order.",
          ],
          table: { head: ["without", "evidence", ...AFTER], rows, words: 2 },
        },
      ];
}

/** Repairs that edit the same two things, each in the same direction. */
interface Group {
  readonly least: RuleRepair;
  ways: number;
}

function groupsOf({ repairs }: Repair): Group[] {
  const groups = new Map<string, Group>();
  for (const found of repairs) {
    if (found.edits.length < 2) continue;
    const key = found.edits
      .map((edit) => (edit.kind === "drop" ? edit.rule : `${edit.address} ${Math.sign(edit.to - edit.from)}`))
      .join("\n");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { least: found, ways: 1 });
    else group.ways++;
  }
  return [...groups.values()];
}

/** More would not be read. */
const MOST_GROUPS = 20;

function together({ repairs, rulebook, searched }: Repair, groups: readonly Group[]): Section[] {
  if (groups.length === 0) return [];
  const all = repairs.filter(({ edits }) => edits.length > 1).length;
  return [
    {
      heading: `${TITLE}: two edits together`,
      sentences: [
        `${count(all, "pair")} of edits${searched.stopped ? " found before the search was stopped" : ""}, of ${count(groups.length, "kind")}: neither edit alone reaches the goal, nor both with a number moved less far. Of each kind the pair with the fewest steps (of a point, a month or an entry) is shown${
          groups.length > MOST_GROUPS ? `, for the first ${MOST_GROUPS} kinds` : ""
        }; CSV and JSON have all, with the evidence of each number. Whatever a number is set to is invented.`,
      ],
      table: {
        head: ["edits", "ways", ...AFTER],
        rows: groups
          .slice(0, MOST_GROUPS)
          .map(({ least, ways }) => [
            least.edits.map((edit) => editSays(edit, rulebook)).join("; "),
            whole(ways),
            ...after(least),
          ]),
      },
    },
  ];
}
