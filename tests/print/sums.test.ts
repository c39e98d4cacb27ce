import { expect, test } from "vitest";
import { ledgerOf } from "../../src/analysis/ledger.ts";
import { LONG } from "../support/runs.ts";
import { all, type Element, pageFor, parsed, TRACES } from "./printed.ts";

// As a class would do it: with a pencil, from the printed page alone.

function number(text: string): number {
  return Number(text.replaceAll("−", "-").replaceAll(",", "").replace("+", "").trim() || "0");
}

/** The cells of the table under that heading. */
function tableUnder(page: Element, heading: string): string[][] {
  const part = all(page, "section").find((section) => section.querySelector("h2, h3, h4")?.textContent === heading)!;
  return all(part, "tbody tr").map((row) => row.children.map(({ textContent }) => textContent));
}

function sentencesUnder(page: Element, heading: string): string {
  const part = all(page, "section").find((section) => section.querySelector("h2, h3, h4")?.textContent === heading)!;
  return all(part, "p")
    .map(({ textContent }) => textContent)
    .join(" ");
}

test(
  "down the numbered trace each score is the one above, the points, and what returned quietly",
  { timeout: LONG },
  async () => {
    for (const trace of TRACES) {
      const rows = all(parsed(await pageFor(trace)), "table.trace tbody tr").map((row) => ({
        points: number(row.children[3]!.textContent),
        score: row.children[4]!.textContent,
        quiet: number(/Since the last sum ([+−]\d+) returned quietly/.exec(row.textContent)?.[1] ?? "0"),
      }));
      const sums = rows.filter(({ score }) => score !== "");
      expect(number(sums[0]!.score)).toBe(trace.opening.score);
      sums.slice(1).forEach(({ points, quiet, score }, at) => {
        expect(number(sums[at]!.score) + points + quiet, `${trace.persona.id} row ${at + 1}`).toBe(number(score));
      });
    }
  },
);

test("side by side the same sums run down the left", { timeout: LONG }, async () => {
  for (const trace of TRACES) {
    const [alone, beside] = await Promise.all(
      (["auditor", "side-by-side"] as const).map(async (view) =>
        all(parsed(await pageFor(trace, view)), "table.trace tbody tr").map((row) =>
          row.children.slice(3, 6).map(({ textContent }) => textContent),
        ),
      ),
    );
    expect(beside).toEqual(alone);
  }
});

test("refusals and losses can be counted by their marks", { timeout: LONG }, async () => {
  for (const trace of TRACES) {
    const rows = parsed(await pageFor(trace)).querySelector("table.trace tbody")!.textContent;
    const { attempts, losses } = ledgerOf(trace);
    expect(rows.match(/× ?refused/gi)?.length ?? 0, trace.persona.id).toBe(attempts.denied);
    expect(rows.match(/▼/g)?.length ?? 0, trace.persona.id).toBe(losses.reduce((sum, { count }) => sum + count, 0));
  }
});

test("the ledger adds up, and to what the trace gives", { timeout: LONG }, async () => {
  for (const trace of TRACES) {
    const page = parsed(await pageFor(trace));
    const ledger = ledgerOf(trace);
    const doors = tableUnder(page, "Doors").map(([, refused]) => /(\d+) of (\d+)/.exec(refused!)!.slice(1).map(Number));
    const [denied, tried] = [0, 1].map((at) => doors.reduce((sum, each) => sum + each[at]!, 0));
    expect([denied, tried]).toEqual([ledger.attempts.denied, ledger.attempts.tried]);
    expect(sentencesUnder(page, "Doors")).toContain(refusedOf(denied!, tried!));

    const lost = tableUnder(page, "Losses that followed").reduce((sum, [, times]) => sum + number(times!), 0);
    expect(lost).toBe(ledger.losses.reduce((sum, { count }) => sum + count, 0));

    const [opening, less, gained, returned, closing] =
      /^([\d,]+) at the start − ([\d,]+) lost \+ ([\d,]+) gained ([+−] [\d,]+) returned = ([\d,]+) at the end/
        .exec(sentencesUnder(page, "Points"))!
        .slice(1)
        .map((each) => number(each.replace(" ", "")));
    expect(opening! - less! + gained! + returned!).toBe(closing);
    expect(closing).toBe(ledger.points!.closing);
    const deducted = tableUnder(page, "Points").reduce((sum, [, , points]) => sum + number(points!), 0);
    expect(0 - deducted).toBe(less);

    const times = tableUnder(page, "What the person was told, beside what was on file");
    expect(times.reduce((sum, row) => sum + number(row[3]!), 0)).toBe(ledger.knowledge.decisions);
    const told = (says: RegExp): number =>
      times.filter((row) => says.test(row[1]!)).reduce((sum, row) => sum + number(row[3]!), 0);
    expect(told(/^nothing/)).toBe(ledger.knowledge.nothing);
    expect(told(/published/)).toBe(ledger.knowledge.couldBeKnown);
    expect(told(/^told, with the reason/)).toBe(ledger.knowledge.reason);
  }
});

test("each kind of decision names as many entries as it says times", async () => {
  for (const trace of TRACES) {
    for (const [, , at, times] of tableUnder(
      parsed(await pageFor(trace)),
      "What the person was told, beside what was on file",
    )) {
      const more = Number(/and (\d+) more/.exec(at!)?.[1] ?? "0");
      expect(at!.match(/#\d+/g)!.length + more).toBe(number(times!));
    }
  }
});

/** How many attempts were refused, as a page begins to say it. */
function refusedOf(denied: number, tried: number): string {
  if (tried === 0) return "No door was tried.";
  if (tried === 1) return denied === 1 ? "The one attempt was refused." : "The one attempt was not refused.";
  if (denied === tried) return `${tried === 2 ? "Both" : `All ${tried}`} attempts were refused.`;
  return `${denied === 0 ? "None" : denied} of ${tried} attempts ${denied < 2 ? "was" : "were"} refused.`;
}
