import fc from "fast-check";
import { expect, test } from "vitest";
import { monthEnds, standingsOf } from "../../src/analysis/months.ts";
import { outcomeOf } from "../../src/analysis/outcome.ts";
import type { Measure } from "../../src/model/rule.ts";
import type { Persona } from "../../src/model/persona.ts";
import type { Rulebook } from "../../src/model/rulebook.ts";
import type { Trace } from "../../src/model/trace.ts";
import { personas, rulebooks, UNTIL } from "../support/arbitraries.ts";
import { live } from "../support/builders.ts";
import { LONG, runs } from "../support/runs.ts";

/** The last entry of the month or of any before it. */
const standingAt = ({ opening, entries }: Trace, at: number) =>
  entries.findLast(({ month }) => month <= at)?.after ?? opening;

test(
  "each month is as the last entry before its end left it: standing, doors, and what they rest on",
  () =>
    fc.assert(
      fc.asyncProperty(rulebooks(), personas, async (rulebook, persona) => {
        const trace = await live(rulebook, persona, { until: UNTIL });
        const months = Array.from({ length: trace.until + 1 }, (_, month) => month);
        expect(standingsOf(trace)).toEqual(months.map((month) => standingAt(trace, month)));
        const doorsAt = (month: number, what: "closes" | "scrutinises" | "prefers"): Set<string> => {
          const { measures } = standingAt(trace, month);
          const under = rulebook.rules.filter(({ id }) => measures.includes(id)).map(({ then }) => then as Measure);
          return new Set(under.flatMap((measure) => measure[what] ?? []));
        };
        const ends = monthEnds(trace);
        expect(ends.map(({ month }) => month)).toEqual(months);
        for (const { month, shut, scrutinised, preferred } of ends) {
          expect(new Set(shut.keys())).toEqual(doorsAt(month, "closes"));
          expect(scrutinised).toEqual(doorsAt(month, "scrutinises"));
          expect(preferred).toEqual(doorsAt(month, "prefers"));
          for (const id of [...shut.values()].flat()) {
            const [seq, place] = id.split(".").map(Number) as [number, number];
            const { month: since, effects } = trace.entries[seq]!;
            expect(since).toBeLessThanOrEqual(month);
            expect(["imposed", "rests"]).toContain(effects[place - 1]!.kind);
          }
        }
        const { shut, doors, checked, preferred } = outcomeOf(trace);
        expect(shut.flatMap(([from, to]) => months.slice(from, to + 1))).toEqual(
          months.filter((month) => doorsAt(month, "closes").size > 0),
        );
        for (const [, to] of shut) expect(shut.some(([from]) => from === to + 1)).toBe(false);
        for (const { door, months: many } of doors)
          expect(many).toBe(months.filter((month) => doorsAt(month, "closes").has(door)).length);
        expect(checked).toBe(months.filter((month) => doorsAt(month, "scrutinises").size > 0).length);
        expect(preferred).toBe(months.filter((month) => doorsAt(month, "prefers").size > 0).length);
      }),
      runs<[Rulebook, Persona]>(150),
    ),
  LONG,
);
