import { expect, test } from "vitest";
import { ledgerOf } from "../../src/analysis/ledger.ts";
import { closing, type Trace } from "../../src/model/trace.ts";
import { drawn, TRACES } from "./exhibits.ts";
import { LONG } from "../support/runs.ts";
import { csvRows, wordsOf } from "./reading.ts";

/** What a reader takes away: refused n of m, losses, months, the score at the end. */
interface Numbers {
  readonly refused: number;
  readonly tried: number;
  readonly losses: number;
  readonly months: number;
  readonly closing: number;
}

function counted(trace: Trace): Numbers {
  const { attempts, losses, months } = ledgerOf(trace);
  return {
    refused: attempts.denied,
    tried: attempts.tried,
    losses: losses.reduce((sum, { count }) => sum + count, 0),
    months: months.anyDoor,
    closing: closing(trace).score!,
  };
}

/** `17 of 21`, `none of 8`, `all 3`, `both`, `the one`, `the one … not`: refused, of so many tried. */
function attemptsRead(words: string): Pick<Numbers, "refused" | "tried"> {
  const [, some, of, all, both, one] =
    /(?:(none|\d+) of (\d+)|all (\d+)|(both)|the (one)) attempts? (?:is|are) (?:not )?refused/i.exec(words) ?? [];
  if (of !== undefined) return { refused: some!.toLowerCase() === "none" ? 0 : Number(some), tried: Number(of) };
  const tried = both === undefined ? Number(one === undefined ? (all ?? 0) : 1) : 2;
  return { refused: /the one attempt is not refused/i.test(words) ? 0 : tried, tried };
}

/** Read out of the sentences that every format prints. */
function readBack(words: string, until: string): Numbers {
  const number = (pattern: RegExp): number => Number((pattern.exec(words)?.[1] ?? "0").replaceAll(",", ""));
  return {
    ...attemptsRead(words),
    losses: number(/(\d+) loss(?:es)? follows?/),
    months: number(/some door is shut for (?:up to )?(\d+) of/),
    closing:
      number(new RegExp(`stands at ([\\d,]+) in class \\w+ at the end \\(${until}\\)`)) ||
      number(/starts with ([\d,]+) points in class \w+, and no points are ever moved/),
  };
}

test.each(["text", "markdown", "csv"] as const)(
  "%s says the same numbers as the ledger",
  { timeout: LONG },
  (format) => {
    for (const trace of TRACES) {
      for (const view of ["auditor", "side-by-side"] as const)
        expect(readBack(wordsOf(drawn(trace, format, view), format), "Y10-12"), trace.persona.id).toEqual(
          counted(trace),
        );
    }
  },
);

test("JSON is the trace itself", () => {
  for (const trace of TRACES) expect(JSON.parse(drawn(trace, "json", "auditor"))).toEqual(trace);
});

test("CSV adds up: points from the opening to the end, and refusals row by row", () => {
  for (const trace of TRACES) {
    for (const view of ["auditor", "clerk", "side-by-side"] as const) {
      const rows = csvRows(drawn(trace, "csv", view));
      const head = rows.findIndex(([first]) => first === "month");
      const column = (name: string): number => rows[head]!.indexOf(name);
      const records = rows.slice(head + 1);
      const points = records.reduce((sum, row) => sum + Number(row[column("points")]), trace.opening.score!);
      expect(points).toBe(closing(trace).score);
      expect(records.at(-1)![column("score after")]).toBe(String(closing(trace).score));
      const attempts = new Set(
        records
          .filter((row) => row[column("what happened")]!.startsWith("Tries for") && row[column("kind")] !== "lapsed")
          .map((row) => row[column("entry")]),
      );
      expect(records.filter((row) => row[column("kind")] === "denied")).toHaveLength(counted(trace).refused);
      expect(attempts.size).toBe(counted(trace).tried);
    }
  }
});

test("every refusal that the auditor reads stands on the clerk's and the person's page too", { timeout: LONG }, () => {
  for (const trace of TRACES) {
    const refusals = (view: "auditor" | "clerk" | "person"): number =>
      drawn(trace, "text", view, true).match(/× REFUSED/g)?.length ?? 0;
    expect([refusals("clerk"), refusals("person")]).toEqual([counted(trace).refused, counted(trace).refused]);
    expect(refusals("auditor")).toBe(counted(trace).refused);
  }
});
