import { factNamed, isElapsed } from "../model/facts.ts";
import type { FactName } from "../model/condition.ts";
import type { Problem } from "../model/problem.ts";
import type { Rule } from "../model/rule.ts";
import type { PreparedRule } from "../model/verdict.ts";
import type { EventName } from "../model/vocabulary/events.ts";
import { type Case, casesOf, matches } from "./cases.ts";
import { spansOf } from "./choices.ts";
import type { Cut } from "./engine.ts";
import { type Check, type Locator, note } from "./locator.ts";
import { targetsOf } from "./same-effect.ts";
import type { Study } from "./study.ts";
import { caseSays, listed, spanSays } from "./wording.ts";
import type { Span } from "./world.ts";

/** Numbers at which no rule of a kind matches, although some do below and others above. */
export const gaps: Check = (_, locate, study) => {
  const found = groupsOf(study).flatMap((group) =>
    numbersOf(group.rules).flatMap((fact) => gapsIn(group, fact, study)),
  );
  const known = new Set<string>();
  return found.flatMap((gap) => {
    const key = `${gap.fact} ${spanSays(gap.span)} ${gap.below.rule.id} ${gap.above.rule.id}`;
    if (known.has(key)) return [];
    known.add(key);
    return [say(gap, locate)];
  });
};

/** Rules that do the same kind of thing at one event, or measures on one door, of which two or more read one number. */
export interface Group {
  readonly rules: readonly PreparedRule[];
  /** `undefined` where there are too many. */
  readonly cases: readonly Case[] | undefined;
}

const GROUPS = new WeakMap<Study, readonly Group[]>();

export function groupsOf(study: Study): readonly Group[] {
  const known = GROUPS.get(study);
  if (known !== undefined) return known;
  const members = new Map<string, { rules: PreparedRule[]; event: EventName }>();
  for (const rule of study.able)
    for (const event of eventsAt(rule))
      for (const aim of aimsOf(rule.rule)) {
        const key = `${event} ${aim}`;
        const group = members.get(key) ?? { rules: [], event };
        group.rules.push(rule);
        members.set(key, group);
      }
  const groups = [...members.values()]
    .filter(({ rules }) => numbersOf(rules).length > 0)
    .map(({ rules, event }) => ({ rules, cases: casesOf(rules, study.world, study, [event]) }));
  GROUPS.set(study, groups);
  return groups;
}

/** When time passes a rule acts once, in the month it names: what lies between two such months is no gap. */
function eventsAt({ rule, consultedAt }: PreparedRule): EventName[] {
  return rule.then.kind === "measure" ? ["time-passed"] : [...consultedAt].filter((event) => event !== "time-passed");
}

/** What one may take for a scale: deductions apart from additions, burdens on a door apart from preference. */
function aimsOf({ then }: Rule): string[] {
  switch (then.kind) {
    case "post":
      return [then.points < 0 ? "deducts" : "adds"];
    case "measure":
      return [
        ...[...new Set([...(then.closes ?? []), ...(then.scrutinises ?? [])])].map((door) => `burdens ${door}`),
        ...(then.prefers ?? []).map((door) => `prefers ${door}`),
      ];
    case "remark":
    case "permit":
      return [];
    default:
      return [`${then.kind} ${targetsOf(then).join(" ")}`];
  }
}

/** The numbers that at least two of the rules read. */
function numbersOf(rules: readonly PreparedRule[]): FactName[] {
  const read = rules.map(({ leaves }) => new Set(leaves.map(({ fact }) => fact)));
  return [...new Set(read.flatMap((facts) => [...facts]))].filter(
    (fact) => factNamed(fact)!.type.type === "integer" && read.filter((facts) => facts.has(fact)).length > 1,
  );
}

interface Gap {
  readonly fact: FactName;
  readonly span: Span;
  readonly below: PreparedRule;
  readonly above: PreparedRule;
  readonly within: Case;
  readonly among: readonly PreparedRule[];
}

/** Everything else being equal, walks up the number and looks for a stretch without a rule between two different ones. */
function gapsIn({ rules, cases = [] }: Group, fact: FactName, study: Study): Gap[] {
  const cuts = study.cutsOf(rules.flatMap(({ leaves }) => leaves));
  const cut = cuts.find((each) => each.fact === fact)!;
  const others = cuts.filter((each) => each !== cut);
  const scales = new Map<string, Case[]>();
  for (const each of cases) {
    if (typeof each[fact] !== "number") continue;
    const key = others.map((other) => other.cellOf(each[other.fact])).join(" ");
    scales.set(key, [...(scales.get(key) ?? []), each]);
  }
  return [...scales.values()].flatMap((scale) => {
    const steps = scale
      .toSorted((a, b) => Number(a[fact]) - Number(b[fact]))
      .map((at) => ({ at, matching: rules.filter((rule) => matches(rule, at)) }));
    return steps.flatMap(({ matching, at }, index): Gap[] => {
      if (matching.length > 0 || index === 0 || steps[index - 1]!.matching.length === 0) return [];
      const next = steps.findIndex((step, later) => later > index && step.matching.length > 0);
      if (next === -1) return [];
      const different = apart(steps[index - 1]!.matching, steps[next]!.matching);
      if (different === undefined) return [];
      const span = { from: spanAt(cut, at).from, to: spanAt(cut, steps[next - 1]!.at).to };
      return [{ fact, span, ...different, within: at, among: rules }];
    });
  });
}

/** A rule below and another above; a rule that leaves out a number of its own means to. */
function apart(
  below: readonly PreparedRule[],
  above: readonly PreparedRule[],
): Pick<Gap, "below" | "above"> | undefined {
  if (below.some((rule) => above.includes(rule))) return undefined;
  return { below: below[0]!, above: above[0]! };
}

function spanAt(cut: Cut, at: Case): Span {
  const value = at[cut.fact] as number;
  const least = isElapsed(cut.fact) || cut.fact === "priorCount" ? 0 : Number.NEGATIVE_INFINITY;
  return spansOf(cut, { from: least, to: Number.POSITIVE_INFINITY }).find(({ to }) => value <= to)!;
}

const DOES = {
  post: "posts",
  strike: "strikes",
  enlist: "lists",
  delist: "takes off the list",
  lead: "leads to the same",
  measure: "holds",
  remark: "remarks",
  permit: "permits",
} as const;

function say({ fact, span, below, above, within, among }: Gap, locate: Locator): Problem {
  const context = caseSays(within, among, [fact]);
  const { kind } = below.rule.then;
  return note(
    "gap",
    locate(above.rule.id, ["when"]),
    `Between ${listed([below.rule.id, above.rule.id])} no rule ${DOES[kind]} for ${fact} ${spanSays(span)}${context === "" ? "" : `, for instance ${context}`}.`,
    "If that is not meant, let one of the two reach to the other.",
  );
}
