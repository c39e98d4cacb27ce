import { polarLeaves, type FactName } from "../model/condition.ts";
import type { Problem } from "../model/problem.ts";
import type { PreparedRule } from "../model/verdict.ts";
import { type Check, note } from "./locator.ts";
import { phaseOf } from "./moments.ts";
import { eventsOf, type Study } from "./study.ts";
import { listed } from "./wording.ts";
import type { World } from "./world.ts";

/** Rules that match in no case: a problem where they could in no rulebook, else a note for each thing that is missing here. */
export const neverMatches: Check = ({ scoring }, locate, study) => {
  const idle = study.prepared.rules.filter((rule) => !study.able.includes(rule));
  const hopeless = idle.filter((rule) => hopesOf(rule, study).length === 0);
  const reasons = new Map(
    idle
      .filter((rule) => !hopeless.includes(rule))
      .map((rule) => [rule, WANTS.find((want) => isFor(want, rule, study)) ?? UNCLEAR]),
  );
  return [
    ...hopeless.map((rule) => contradiction(rule, locate(rule.rule.id, ["when"]))),
    ...[...WANTS, UNCLEAR].flatMap((want) => {
      const rules = [...reasons].filter(([, reason]) => reason === want).map(([rule]) => rule);
      if (rules.length === 0) return [];
      const names = rules.map(({ rule }) => rule.id);
      return [
        note(
          "never-matches",
          locate(names[0]!, ["when"]),
          `${want.says(rules, study.world, scoring !== null)}, so ${names.length === 1 ? "this rule can" : "these rules can"} never match: ${listed(names)}.`,
          "If that is meant, nothing needs to be done; else take them out, or stack the packs that bring it about: names with commas between.",
        ),
      ];
    }),
  ];
};

/** The worlds in which a rule could match if all other rules were as it needs them: with a score, and without one. */
function hopesOf(rule: PreparedRule, study: Study): World[] {
  const { anyWorld } = study;
  return [anyWorld, { ...anyWorld, scores: null, classes: null, entered: [] }].filter(
    (world) => eventsOf(rule, world, study).size > 0,
  );
}

/** Something that a rule may wait for in vain. */
interface Want {
  /** The world in which everything else could come about, but this only as here. */
  readonly without: (any: World, here: World) => World;
  readonly says: (rules: readonly PreparedRule[], here: World, scored: boolean) => string;
}

const WANTS: readonly Want[] = [
  {
    without: (any, { scores, classes, entered }) => ({ ...any, scores, classes, entered }),
    says: (_, __, scored) =>
      scored ? "The scores and entries that would be needed never come about here" : "This rulebook keeps no score",
  },
  {
    without: (any, { lists }) => ({ ...any, lists }),
    says: (rules, here) => {
      const named = namedBy(rules, ["list", "lists"], here.lists);
      const timed = rules
        .flatMap(({ leaves }) => leaves.map(({ fact }) => fact))
        .filter((fact) => fact.startsWith("monthsOnList:"))
        .map((fact) => fact.slice("monthsOnList:".length))
        .filter((list) => !(here.lists as ReadonlySet<string>).has(list));
      return `Nothing here puts anybody on ${listed([...new Set([...named, ...timed])], "or") || "a list"}`;
    },
  },
  {
    without: (any, { closed }) => ({ ...any, closed }),
    says: (rules, here) =>
      `No measure here closes ${listed(namedBy(rules, ["door"], here.closed), "or") || "any door"}`,
  },
  {
    without: (any, { measures }) => ({ ...any, measures }),
    says: (rules, here) => {
      const named = namedBy(rules, ["measure", "measures"], here.measures);
      return `${named.length === 0 ? "No measure" : `Here ${listed(named, "or")} never`} comes into force`;
    },
  },
];

const UNCLEAR: Pick<Want, "says"> = { says: () => "Nothing here brings about what would be needed" };

/** Whether this alone is enough to keep the rule from matching, however it is hoped for. */
function isFor({ without }: Want, rule: PreparedRule, study: Study): boolean {
  return hopesOf(rule, study).every((world) => eventsOf(rule, without(world, study.world), study).size === 0);
}

/** What the rules name of these facts that does not come about. */
function namedBy(rules: readonly PreparedRule[], facts: readonly FactName[], here: ReadonlySet<string>): string[] {
  const named = rules
    .flatMap(({ rule }) => polarLeaves(rule.when))
    .filter(({ leaf }) => facts.includes(leaf.fact))
    .flatMap(({ leaf }) => leaf.value)
    .filter((value) => typeof value === "string");
  return [...new Set(named)].filter((value) => !here.has(value));
}

function contradiction({ rule, verdicts, leaves }: PreparedRule, at: Problem["at"]): Problem {
  const alone = verdicts.every(({ matched }) => !matched);
  const readsDenial = leaves.some(({ fact }) => fact === "denied") && phaseOf(rule.then) !== "leads";
  return {
    code: "lint/contradiction",
    at,
    message: alone
      ? `“${rule.title}” can never match: no value of its facts satisfies all its conditions at once.`
      : `“${rule.title}” can never match: its conditions ask for what cannot be so at the moment at which it is asked.`,
    advice: alone
      ? "Put what are alternatives into an “any”, or take one of the conditions out."
      : readsDenial
        ? "Only a rule that leads, or remarks, sees whether an attempt was denied: the others are answered before the attempt is."
        : "Each event brings its own facts, and needs its own circumstances: “demerit list facts” says when a fact has a value.",
    severity: "problem",
  };
}
