import { leavesOf } from "../model/condition.ts";
import type { Door } from "../model/vocabulary/doors.ts";
import type { Parsed, Place, Problem } from "../model/problem.ts";
import type { RuleId } from "../model/rule.ts";
import type { PackHeading, Rulebook } from "../model/rulebook.ts";
import { digestOf } from "./digest.ts";
import { firstOf } from "./fault.ts";
import { mergedRecords } from "./merged-records.ts";
import { readingReferenceFaults } from "./meaning/reading-references.ts";
import { stackFaults } from "./meaning/stack.ts";
import type { LoadedPack } from "./pack.ts";
import type { Path } from "./place.ts";

/** What a rulebook is called. */
export type Heading = Pick<Rulebook, "id" | "title" | "warning">;

/** Where a part of a rule stands; with no rule, a part of whichever pack has it. */
export type Locator = (rule: RuleId | null, path: Path) => Place;

export const COMPOSITE_WARNING =
  "A composite of instruments from different hands and years: nobody lived under exactly these rules together.";

/** What a stack of packs is called that no rulebook file names. */
export function headingOf(packs: readonly LoadedPack[]): Heading {
  return {
    id: packs.map(({ pack }) => pack.id).join("+"),
    title: packs.map(({ pack }) => pack.title).join(" + "),
    warning:
      packs.length > 1 ? [COMPOSITE_WARNING, ...(travelIsShutElsewhere(packs) ? [TRAVEL_NOTE] : [])].join(" ") : null,
  };
}

/** Said of a stack that keeps a score and shuts a way to travel, but not by class or score. */
export const TRAVEL_NOTE =
  "No source seen ties a class to a travel ban: what shuts a way to travel here is not computed from points.";

const TRAVEL: readonly Door[] = [
  "high-speed-rail",
  "first-class-rail",
  "soft-sleeper",
  "ordinary-rail",
  "air-travel",
  "ship-second-class",
];

function travelIsShutElsewhere(packs: readonly LoadedPack[]): boolean {
  const shutting = packs
    .flatMap(({ pack }) => pack.rules)
    .filter(({ then }) => then.kind === "measure" && then.closes?.some((door) => TRAVEL.includes(door)) === true);
  const byStanding = shutting.some(({ when }) =>
    leavesOf(when).some(({ fact }) => fact === "class" || fact === "score"),
  );
  return packs.some(({ pack }) => pack.scoring !== undefined) && shutting.length > 0 && !byStanding;
}

/** Flattens packs into one rulebook, in their order, and checks what they say of each other. */
export function assemble(heading: Heading, packs: readonly LoadedPack[]): Parsed<Rulebook> {
  const rules = packs.flatMap(({ pack }) => pack.rules);
  const scored = packs.filter(({ pack }) => pack.scoring !== undefined);
  const scoring = scored[0]?.pack.scoring ?? null;
  const sources = mergedRecords(packs, "sources", "source");
  const questions = mergedRecords(packs, "questions", "question");
  const locate = locatorOf(packs);

  const problems: Problem[] = [
    ...sources.problems,
    ...questions.problems,
    ...scored.slice(1).map(({ pack, locate: at }): Problem => ({
      code: "rulebook/two-scorings",
      at: at(["scoring"], "key"),
      message: `“${pack.id}” says how points are kept, and so does “${scored[0]!.pack.id}”; a person has one score.`,
      advice: "Leave one of the two packs out.",
      severity: "problem",
    })),
    ...doubledRules(packs),
    ...[...stackFaults(rules, scoring), ...readingReferenceFaults(rules, scoring)].map(
      ({ rule, path, code, message, advice }): Problem => ({
        code,
        at: locate(rule, path),
        message,
        advice,
        severity: "problem",
      }),
    ),
  ];
  if (packs.length === 0) problems.push(noPacks(heading));
  if (problems.length > 0) return { ok: false, problems: firstOf(problems) };

  const { id, title, warning } = heading;
  return {
    ok: true,
    value: sealed({
      id,
      title,
      warning,
      scoring,
      rules,
      packs: packs.map(({ pack }): PackHeading => ({
        id: pack.id,
        version: pack.version,
        title: pack.title,
        about: pack.about,
        asOf: pack.asOf,
        unknowns: pack.unknowns,
      })),
      sources: sources.value,
      questions: questions.value,
    }),
    notes: [],
  };
}

/** Gives a rulebook its digest, over everything else in it. */
export function sealed(rulebook: Omit<Rulebook, "digest"> & { readonly digest?: string }): Rulebook {
  const { digest: _old, ...content } = rulebook;
  return { ...content, digest: digestOf(content) };
}

export function locatorOf(packs: readonly LoadedPack[]): Locator {
  return (rule, path) => {
    for (const { pack, locate } of packs) {
      const index = rule === null ? -1 : pack.rules.findIndex(({ id }) => id === rule);
      if (index >= 0) return locate(["rules", index, ...path]);
      if (rule === null && has(pack, path)) return locate(path, "key");
    }
    return packs[0]?.locate([]) ?? { file: "", line: 1, column: 1, path: "" };
  };
}

function has(value: unknown, [step, ...rest]: Path): boolean {
  if (step === undefined) return true;
  return (
    typeof value === "object" &&
    value !== null &&
    Object.hasOwn(value, step) &&
    has((value as Record<string | number, unknown>)[step], rest)
  );
}

function doubledRules(packs: readonly LoadedPack[]): Problem[] {
  const owner = new Map<RuleId, string>();
  return packs.flatMap(({ pack, locate }) =>
    pack.rules.flatMap((rule, index): Problem[] => {
      const first = owner.get(rule.id);
      if (first === undefined) {
        owner.set(rule.id, pack.id);
        return [];
      }
      return [
        {
          code: "rule/duplicate-id",
          at: locate(["rules", index, "id"]),
          message: `“${rule.id}” is also the id of a rule of “${first}”; findings of the two could not be told apart.`,
          advice: "Rename one, or leave one of the packs out.",
          severity: "problem",
        },
      ];
    }),
  );
}

function noPacks({ id }: Heading): Problem {
  return {
    code: "rulebook/no-packs",
    at: { file: id, line: 1, column: 1, path: "" },
    message: "A rulebook without packs has no rules.",
    advice: "Name at least one pack.",
    severity: "problem",
  };
}
