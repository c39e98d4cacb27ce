import { graphOf, seqOf } from "../analysis/graph/graph.ts";
import type { Ledger, Points, RootShare } from "../analysis/ledger.ts";
import type { ByEvidence, Remaining } from "../analysis/by-evidence.ts";
import { HARM_KINDS } from "../analysis/outcome.ts";
import { EVIDENCE, type Evidence } from "../model/evidence.ts";
import { ruleNamed } from "../model/rulebook.ts";
import type { EffectId, Trace } from "../model/trace.ts";
import type { Door } from "../model/vocabulary/doors.ts";
import { eventKind } from "../model/vocabulary/events.ts";
import type { Section } from "./section.ts";
import { roundSays } from "./round-wording.ts";
import {
  capital,
  classLabel,
  count,
  doorName,
  entryOf,
  happeningNoun,
  listed,
  monthSays,
  monthsCounted,
  partOf,
  whole,
} from "./wording.ts";

/** The harm ledger in words and tables, the same for every format. */
export function ledgerSections(trace: Trace, ledger: Ledger, byEvidence: ByEvidence | null): Section[] {
  return [
    doors(ledger),
    losses(ledger),
    ...points(trace, ledger),
    roots(trace, ledger),
    ...round(trace, ledger),
    ...(byEvidence === null ? [] : [evidence(byEvidence), remains(byEvidence.remaining)]),
    knowledge(ledger),
  ];
}

function doors({ attempts, months, lostPriority, scrutinisedMonths }: Ledger): Section {
  const shutFor = (door: Door): string => {
    const shut = months.byDoor.find((each) => each.door === door);
    return monthsCounted(shut?.months ?? 0, shut?.upTo);
  };
  const untried = months.byDoor.filter(({ door }) => attempts.byDoor.every((each) => each.door !== door));
  const lengthOf = ({ months: shut, upTo }: (typeof untried)[number]): string =>
    `${upTo === true ? "up to " : ""}${count(shut, "month")}`;
  const lengths = [...new Set(untried.map(lengthOf))];
  return {
    heading: "Doors",
    sentences: [
      `${attempts.tried === 0 ? "No door was tried" : `${capital(partOf(attempts.denied, attempts.tried, ["attempt", "attempts"], ["was", "were"]))} refused`}. ${
        months.anyDoor === 0
          ? "No door was ever shut"
          : `Some door was shut for ${monthsCounted(months.anyDoor, months.upTo)} of ${count(months.of, "month")}`
      }.`,
      `Months without a priority held at the start: ${lostPriority}. Months under stricter checks: ${scrutinisedMonths}.`,
      ...lengths.map(
        (length) =>
          `Shut for ${length} and not tried: ${untried
            .filter((each) => lengthOf(each) === length)
            .map(({ door }) => doorName(door))
            .join(", ")}.`,
      ),
    ],
    table:
      attempts.byDoor.length === 0
        ? null
        : {
            head: ["door tried", "refused", "months shut"],
            rows: attempts.byDoor.map(({ door, tried, denied }) => [
              doorName(door),
              `${denied} of ${tried}`,
              shutFor(door),
            ]),
          },
  };
}

function losses({ losses: lost }: Ledger): Section {
  return {
    heading: "Losses that followed",
    sentences: lost.length === 0 ? ["None."] : [],
    table:
      lost.length === 0
        ? null
        : {
            head: ["loss", "times"],
            rows: lost.map(({ event, count: times }) => [eventKind(event).noun, String(times)]),
          },
  };
}

function points(trace: Trace, { points: sums, classes }: Ledger): Section[] {
  if (sums === null || classes === null) return [];
  const months = [...new Set(sums.deductions.map(({ month }) => month))];
  const rows = months.flatMap((month) => {
    const mine = sums.deductions.filter((each) => each.month === month);
    return [...new Set(mine.map((each) => returnSays(each, trace.until)))].map((returns) => {
      const together = mine.filter((each) => returnSays(each, trace.until) === returns);
      return [
        monthSays(month),
        [...new Set(together.map(({ id }) => entryOf(id)))].join(" "),
        `−${together.reduce((sum, each) => sum + each.points, 0)}`,
        returns,
      ];
    });
  });
  return [
    {
      heading: "Points",
      sentences: [
        `${whole(sums.opening)} at the start − ${whole(sums.lost)} lost + ${whole(sums.gained)} gained ${sums.returned < 0 ? "−" : "+"} ${whole(Math.abs(sums.returned))} returned = ${whole(sums.closing)} at the end.`,
        `Class at the start ${classLabel(trace.rulebook, classes.first)}, at worst ${classLabel(trace.rulebook, classes.worst)}, at the end ${classLabel(trace.rulebook, classes.last)}.`,
      ],
      table: rows.length === 0 ? null : { head: ["lost in", "at", "points", "returns in"], rows },
    },
  ];
}

function returnSays({ returns, struck }: Points["deductions"][number], until: number): string {
  if (struck !== null) return `struck in ${monthSays(struck)}`;
  if (returns === null) return "never";
  return returns > until ? `${monthSays(returns)}, after the end` : monthSays(returns);
}

function roots(trace: Trace, { roots: shares }: Ledger): Section {
  const shared = (number: number, of: number): string => (of === 0 ? String(number) : `${number} (${of} shared)`);
  return {
    heading: "What it goes back to",
    sentences:
      shares.length === 0
        ? ["No harm, so no root."]
        : [
            "Harms that go back to several roots stand under each as “shared”; the totals above count them once. This is where harms come from in the trace; it does not say that without the root they would not have been.",
          ],
    table:
      shares.length === 0
        ? null
        : {
            head: ["root", "refusals", "losses", "months shut"],
            rows: shares.map((share: RootShare) => {
              const { entry } = graphOf(trace).node(share.root);
              return [
                `${entryOf(share.root)} ${monthSays(entry.month)} ${happeningNoun(entry.happening)}`,
                shared(share.denied, share.deniedShared),
                shared(share.losses, share.lossesShared),
                `${share.monthsUpTo === true ? "up to " : ""}${shared(share.months, share.monthsShared)}`,
              ];
            }),
          },
  };
}

/** Refusals that fed a new listing or measure under which they stood; however often one is repeated, the others are no loop. */
function round(trace: Trace, { attempts, turns }: Ledger): Section[] {
  if (attempts.denied === 0) return [];
  const { entries } = trace;
  return [
    {
      heading: "What came back round",
      sentences: [roundSays(attempts.denied, turns)],
      table:
        turns.length === 0
          ? null
          : {
              head: ["refused", "came back as"],
              rows: turns.map(({ refusal, id, month }) => {
                const { seq, month: refused } = entries[seqOf(refusal)]!;
                return [`#${seq} ${monthSays(refused)}`, `${cameAs(id, trace)}, ${entryOf(id)} ${monthSays(month)}`];
              }),
            },
    },
  ];
}

function cameAs(id: EffectId, trace: Trace): string {
  const { effect } = graphOf(trace).node(id);
  if (effect === null || !("rule" in effect) || effect.rule === null) return "";
  return ruleNamed(trace.rulebook, effect.rule).title;
}

function evidence({ levels }: ByEvidence): Section {
  const rows = EVIDENCE.map((level) => HARM_KINDS.map((kind) => levels[kind].filter((each) => each === level).length));
  const none = rows.flat().every((number) => number === 0);
  return {
    heading: "How good the ground for each harm is",
    sentences: none
      ? ["No harm to ground."]
      : [
          "Each harm stands at the best level at which it still comes about when the same life is lived with rules of that level and better alone; what ends or opens something always stays. They do not stand side by side: what comes only with weaker rules may need the better ones too, and falls with them.",
        ],
    table: none
      ? null
      : {
          head: ["evidence", "refusals", "months shut", "losses"],
          rows: EVIDENCE.map((level, at) => [level, ...rows[at]!.map(String)]).filter((_, at) =>
            rows[at]!.some((number) => number > 0),
          ),
        },
  };
}

function remains(steps: readonly Remaining[]): Section {
  return {
    heading: "What would be left",
    sentences: [
      "The same life, replayed without rules that rest on weak evidence: which harms would not have been, and which would have come instead. Taken out are only rules that enter points, put on a list, shut a door or lead on, never those that end or open something.",
    ],
    table: {
      head: ["with", "rules", "refusals", "losses", "months shut"],
      rows: steps.map(({ without, rules, denied, tried, losses: lost, months, upTo }) => [
        leftSays(without),
        String(rules),
        `${denied} of ${tried}`,
        String(lost),
        monthsCounted(months, upTo),
      ]),
    },
  };
}

function leftSays(without: readonly Evidence[]): string {
  if (without.length === 0) return "all rules";
  const left = EVIDENCE.filter((level) => !without.includes(level));
  return left.length === 1
    ? `without all but ${left[0]!} rules`
    : `without ${listed(EVIDENCE.filter((level) => without.includes(level)))} rules`;
}

function knowledge({ knowledge: { decisions, reason, outcome, nothing, couldBeKnown } }: Ledger): Section {
  return {
    heading: "What the person was told",
    sentences: [
      decisions === 0
        ? "No decision was taken on them."
        : `Of ${count(decisions, "decision")}: ${reason} with a reason, ${outcome} as an outcome only, ${nothing} not at all.${nothing === 0 ? "" : ` Of those not told, ${couldBeKnown === 0 ? "none" : couldBeKnown} stood with a reason where anyone could read it.`}`,
    ],
    table: null,
  };
}
