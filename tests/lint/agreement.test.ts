import fc from "fast-check";
import { expect, test } from "vitest";
import { compared, studied, type Study } from "../../src/lint/study.ts";
import { pairsOf } from "../../src/lint/pairs.ts";
import type { Rule, RuleId } from "../../src/model/rule.ts";
import type { Rulebook } from "../../src/model/rulebook.ts";
import type { Trace } from "../../src/model/trace.ts";
import { personas, rulebooks, UNTIL } from "../support/arbitraries.ts";
import { live } from "../support/builders.ts";
import { LONG, runs } from "../support/runs.ts";
import { ableIn, verdictsOf } from "./brute-force.ts";
import { engineFor } from "./remarks.ts";

const study = async (rulebook: Rulebook): Promise<Study> => studied(await engineFor(rulebook));
const ids = (rules: Study["able"]): RuleId[] => rules.map(({ rule }) => rule.id);

/** Which rules matched together: at one moment, or as measures in force at one time. */
function matchedTogether({ entries, quiet, rulebook }: Trace): Set<RuleId>[] {
  const isMeasure = (id: RuleId): boolean => rulebook.rules.find((rule) => rule.id === id)!.then.kind === "measure";
  return [
    ...[...entries, ...quiet].map(
      ({ findings }) =>
        new Set(findings.filter(({ rule, matched }) => matched && !isMeasure(rule)).map(({ rule }) => rule)),
    ),
    ...entries.map(({ after }) => new Set(after.measures)),
  ];
}

test(
  "what a life meets was thought possible",
  async () => {
    await fc.assert(
      fc.asyncProperty(rulebooks(), personas, async (rulebook, persona) => {
        const known = await study(rulebook);
        const able = new Set(ids(known.able));
        for (const together of matchedTogether(await live(rulebook, persona, { until: UNTIL }))) {
          for (const id of together) expect(able).toContain(id);
          for (const { first, second, comparison } of pairsOf(known)) {
            if (comparison === null) continue;
            const [one, other] = [first, second].map(({ rule }) => together.has(rule.id));
            if (one && other) expect(comparison.both, `${first.rule.id} and ${second.rule.id}`).toBeDefined();
            if (one && !other) expect(comparison.firstAlone, `${first.rule.id} without ${second.rule.id}`).toBe(true);
            if (!one && other) expect(comparison.secondAlone, `${second.rule.id} without ${first.rule.id}`).toBe(true);
          }
        }
      }),
      runs(60, 300),
    );
  },
  LONG,
);

test(
  "the rules that can match are those that match when everything is tried",
  async () => {
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(rulebooks(), async (rulebook) => {
        const expected = ableIn(rulebook);
        if (expected === undefined) return;
        tried++;
        expect(new Set(ids((await study(rulebook)).able))).toEqual(expected);
      }),
      runs(70, 280),
    );
    expect(tried).toBeGreaterThan(20);
  },
  LONG,
);

test(
  "two rules overlap, and one contains the other, exactly when everything tried says so",
  async () => {
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(rulebooks(), async (rulebook) => {
        const known = await study(rulebook);
        for (const [first, second] of sideBySide(known)) {
          const verdicts = verdictsOf([first.rule, second.rule], rulebook);
          const comparison = compared(first, second, known);
          if (verdicts === undefined || comparison === undefined) continue;
          tried++;
          expect(
            { ...comparison, both: comparison.both !== undefined, atOnce: undefined },
            `${JSON.stringify(first.rule)} ${JSON.stringify(second.rule)}`,
          ).toEqual({
            atOnce: undefined,
            both: verdicts.some(([one, other]) => one && other),
            firstAlone: verdicts.some(([one, other]) => one && !other),
            secondAlone: verdicts.some(([one, other]) => !one && other),
          });
        }
      }),
      runs(45, 180),
    );
    expect(tried).toBeGreaterThan(20);
  },
  LONG,
);

/** All pairs that are asked in one phase, whatever they act on. */
function sideBySide({ able }: Study): [Study["able"][number], Study["able"][number]][] {
  const phase = ({ then }: Rule): string => {
    if (then.kind === "permit") return `permit ${then.door} ${then.purpose ?? "any"}`;
    return then.kind === "measure" || then.kind === "lead" ? then.kind : then.kind === "remark" ? "lead" : "changes";
  };
  return able.flatMap((first, at) =>
    able
      .slice(at + 1)
      .filter(({ rule }) => phase(rule) === phase(first.rule))
      .map((second): [Study["able"][number], Study["able"][number]] => [first, second]),
  );
}
