import { describe, expect, test } from "vitest";
import { ledgerOf } from "../../src/analysis/ledger.ts";
import type { Told } from "../../src/model/rule.ts";
import type { Trace } from "../../src/model/trace.ts";
import { ledgerSections } from "../../src/report/ledger-wording.ts";
import { toldSection } from "../../src/report/told-wording.ts";
import { aPersona, aRule, aRulebook, at, fact, live, liveUntil, on, tries } from "../support/builders.ts";
import { drawn, FORMAT_NAMES } from "./exhibits.ts";
import { wordsOf } from "./reading.ts";

describe("of a refusal under two measures, one told with its reason and one as an outcome", () => {
  const closes = (told: Told) =>
    aRule({
      id: `toy/the-${told}-ban`,
      when: fact("lists", "doesNotContain", "court-defaulters"),
      then: { kind: "measure", closes: ["air-travel"] },
      told,
    });
  const lived = (...told: Told[]): Promise<Trace> =>
    live(aRulebook(told.map(closes), null), aPersona([tries("Y1-02", "air-travel")]));

  test.each([
    ["reason", "outcome"],
    ["outcome", "reason"],
  ] as const)("the person's page names the first alone (%s, %s)", async (...told) => {
    const trace = await lived(...told);
    for (const format of FORMAT_NAMES) {
      const words = wordsOf(drawn(trace, format, "person"), format);
      expect(words, format).toContain("toy/the-reason-ban");
      expect(words, format).not.toContain("toy/the-outcome-ban");
    }
    expect(wordsOf(drawn(trace, "text", "auditor"), "text")).toContain("toy/the-outcome-ban");
  });

  test.each([
    ["reason", "outcome"],
    ["outcome", "reason"],
  ] as const)("what they were told beside what was on file, too (%s, %s)", async (...told) => {
    const { rows } = toldSection(await lived(...told)).table!;
    const [onFile, face] = rows.find(([words]) => words!.startsWith("Refused"))!;
    expect(onFile).toBe(`Refused: plane: under “toy/the-${told[0]}-ban” and “toy/the-${told[1]}-ban”`);
    expect(face).toBe("told, with the reason: “Refused: plane: under “toy/the-reason-ban””");
  });
});

test("points that return in the last month replayed are not said to return after the end", async () => {
  const book = aRulebook([
    aRule({ id: "toy/light", when: at("red-light"), then: { kind: "post", points: -15, expiresAfterMonths: 3 } }),
  ]);
  const told = async (until: string): Promise<unknown> => {
    const trace = await liveUntil(until, book, aPersona([on("Y1-02", "red-light")]));
    const section = ledgerSections(trace, ledgerOf(trace), null).find(({ heading }) => heading === "Points")!;
    return [section.sentences, section.table!.rows[0]![3]];
  };
  expect(await told("Y1-05")).toEqual([
    [
      "100 at the start − 15 lost + 0 gained + 15 returned = 100 at the end.",
      "Class at the start A (good), at worst B (middling), at the end A (good).",
    ],
    "Y1-05",
  ]);
  expect(await told("Y1-04")).toEqual([
    [
      "100 at the start − 15 lost + 0 gained + 0 returned = 85 at the end.",
      "Class at the start A (good), at worst B (middling), at the end B (middling).",
    ],
    "Y1-05, after the end",
  ]);
});
