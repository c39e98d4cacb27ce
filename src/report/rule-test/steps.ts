import type { Difference } from "../../analysis/rule-test.ts";
import { outcomeOf } from "../../analysis/outcome.ts";
import { hasLapsed, lossAt } from "../../analysis/harms.ts";
import { graphOf } from "../../analysis/graph/graph.ts";
import { monthEnds } from "../../analysis/months.ts";
import type { RuleId } from "../../model/rule.ts";
import { ruleNamed } from "../../model/rulebook.ts";
import type { Effect, Entry, Happening, Trace } from "../../model/trace.ts";
import type { CircumstanceName } from "../../model/vocabulary/circumstances.ts";
import { DOORS, PURPOSES } from "../../model/vocabulary/doors.ts";
import { eventKind, type Needs } from "../../model/vocabulary/events.ts";
import { count, happeningSays, lapseSays, monthSays, signed, whole } from "../wording.ts";

/** Something in a life that made what was met: an entry, and the rule behind it. */
export interface Step {
  /** The number of the entry; `null` for what no entry made. */
  readonly seq: number | null;
  readonly month: string;
  readonly says: string;
  readonly rule: RuleId | null;
}

/** What made that which was met instead of what was expected, in order of time. */
export function stepsOf({ key, expected, met }: Difference, trace: Trace): Step[] {
  switch (key) {
    case "points":
      return pointSteps(trace);
    case "class":
    case "worstClass":
      return [openingStep(`opens in class ${trace.opening.class}`), ...classSteps(trace)];
    case "lists": {
      const named = new Set([...(expected as readonly string[]), ...(met as readonly string[])]);
      return orElse(listSteps(trace, named), `never on ${[...named].join(", ")}`);
    }
    case "denied":
    case "denials":
      return orElse(attemptSteps(trace), "no attempt at a door");
    case "losses":
      return orElse(lossSteps(trace), "no rule leads to a loss");
    case "monthsShut":
      return orElse(shutSteps(trace), "no door is ever shut");
  }
}

/** Lines of the test that came to nothing, since what they need did not hold when they were due. */
export function lapsedSteps(trace: Trace): Step[] {
  return trace.entries
    .filter((entry) => hasLapsed(entry) && "origin" in entry.happening && entry.happening.origin.kind === "exogenous")
    .map((entry) => step(entry, lapsed(entry, trace), null));
}

function openingStep(says: string): Step {
  return { seq: null, month: monthSays(0), says, rule: null };
}

function orElse(steps: readonly Step[], says: string): Step[] {
  return steps.length > 0 ? [...steps] : [{ seq: null, month: "", says, rule: null }];
}

function step({ seq, month }: Entry, says: string, rule: RuleId | null): Step {
  return { seq, month: monthSays(month), says, rule };
}

/** A step for each effect of the kinds that `says` has words for. */
function effectSteps(trace: Trace, says: (effect: Effect) => string | null): Step[] {
  return trace.entries.flatMap((entry) =>
    entry.effects.flatMap((effect) => {
      const text = says(effect);
      const rule = "rule" in effect ? effect.rule : null;
      return text === null ? [] : [step(entry, text, rule)];
    }),
  );
}

const REVERSED = {
  rule: "",
  expiry: " returned",
  strike: " taken back",
  floor: " at the floor",
  ceiling: " at the ceiling",
};

/** Of a life with more movements than these, only those are told that still count. */
const MOST_POSTINGS = 9;

function pointSteps(trace: Trace): Step[] {
  const opens = `opens at ${whole(trace.opening.score ?? 0)} points`;
  const postings = trace.entries.flatMap(({ effects }) => effects.filter((effect) => effect.kind === "posting"));
  const title = (rule: RuleId): string => ruleNamed(trace.rulebook, rule).title;
  if (postings.length <= MOST_POSTINGS) {
    return [
      openingStep(opens),
      ...effectSteps(trace, (effect) =>
        effect.kind === "posting" ? `${title(effect.rule)} ${signed(effect.points)}${REVERSED[effect.reason]}` : null,
      ),
    ];
  }
  const outstanding = new Map<string, number>();
  for (const { id, of, points } of postings) outstanding.set(of ?? id, (outstanding.get(of ?? id) ?? 0) + points);
  return [
    openingStep(`${opens}; what has come back since is left out`),
    ...effectSteps(trace, (effect) => {
      const left = outstanding.get(effect.id) ?? 0;
      return effect.kind === "posting" && left !== 0 ? `${title(effect.rule)} ${signed(left)}` : null;
    }),
  ];
}

function classSteps(trace: Trace): Step[] {
  return trace.entries.flatMap((entry) => {
    const moved = entry.effects.find((effect) => effect.kind === "class-moved");
    if (moved === undefined) return [];
    const posting = entry.effects.find((effect) => effect.kind === "posting");
    const why =
      posting === undefined ? happeningSays(entry.happening, trace) : ruleNamed(trace.rulebook, posting.rule).title;
    return [
      step(
        entry,
        `${why}: class ${moved.from} → ${moved.to}, at ${whole(entry.after.score!)} points`,
        posting?.rule ?? null,
      ),
    ];
  });
}

function listSteps(trace: Trace, named: ReadonlySet<string>): Step[] {
  return effectSteps(trace, (effect) =>
    (effect.kind === "enlisted" || effect.kind === "delisted") && named.has(effect.list)
      ? effect.kind === "enlisted"
        ? `on ${effect.list}${effect.first ? "" : " for one more reason"}`
        : effect.last
          ? `off ${effect.list}`
          : `still on ${effect.list}, for one reason less`
      : null,
  );
}

function attemptSteps(trace: Trace): Step[] {
  return trace.entries.flatMap((entry) => {
    const { happening } = entry;
    if (happening.kind !== "attempt") return [];
    if (hasLapsed(entry)) return [step(entry, lapsed(entry, trace), null)];
    const denied = entry.effects.find((effect) => effect.kind === "denied");
    const door = `${happening.door} (${DOORS[happening.door].short})`;
    const permitted = entry.effects.find((effect) => effect.kind === "permitted");
    return denied === undefined
      ? [step(entry, `${door}: not denied${permitted === undefined ? "" : ", permitted"}`, permitted?.rule ?? null)]
      : denied.measures.map((measure) => step(entry, `${door}: denied`, measure));
  });
}

function lossSteps(trace: Trace): Step[] {
  return trace.entries.flatMap((entry) => {
    const loss = lossAt(entry);
    if (loss !== null) return [step(entry, `${loss} (${eventKind(loss).noun})`, ledBy(entry, trace))];
    const { happening } = entry;
    return happening.kind === "life-event" &&
      happening.origin.kind === "derived" &&
      eventKind(happening.event).group === "loss"
      ? [step(entry, lapsed(entry, trace), ledBy(entry, trace))]
      : [];
  });
}

function ledBy(entry: Entry, trace: Trace): RuleId | null {
  return graphOf(trace).leadsTo(entry)[0]?.effect.rule ?? null;
}

function shutSteps(trace: Trace): Step[] {
  const ends = monthEnds(trace);
  return outcomeOf(trace).shut.map(([from, to]) => {
    const [id] = [...ends[from]!.shut.values()].flat();
    const entry = trace.entries[Number(id!.split(".")[0])]!;
    const imposed = entry.effects.find((effect) => effect.id === id);
    return step(
      entry,
      `some door shut from ${monthSays(from)} to ${monthSays(to)}: ${count(to - from + 1, "month")}`,
      imposed !== undefined && "rule" in imposed ? imposed.rule : null,
    );
  });
}

/** What was due and did not come about, with the circumstances that stood in its way. */
function lapsed(entry: Entry, trace: Trace): string {
  const { happening, after } = entry;
  const failing = (Object.entries(needsOf(happening)) as [CircumstanceName, readonly string[]][])
    .filter(([name, values]) => !values.includes(after.circumstances[name]))
    .map(([name, values]) => `it needs ${name}: ${values.join(" or ")}, and met ${after.circumstances[name]}`);
  const [effect] = entry.effects;
  const why = effect?.kind === "lapsed" ? lapseSays(effect) : "Does not come about";
  return `${happeningSays(happening, trace)}. ${failing.length === 0 ? why : `Does not come about: ${failing.join("; ")}`}`;
}

function needsOf(happening: Happening): Needs {
  if (happening.kind === "life-event") return eventKind(happening.event).needs ?? {};
  return (happening.kind === "attempt" ? PURPOSES[happening.purpose].needs : undefined) ?? {};
}
