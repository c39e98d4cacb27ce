import { describe, expect, test } from "vitest";
import { sumsOf } from "../../src/analysis/ledger.ts";
import { type Powers, powersOf } from "../../src/analysis/powers.ts";
import { type Memory, prepare as ask } from "../../src/engine/prepare.ts";
import { readingsOf } from "../../src/load/readings.ts";
import type { Persona } from "../../src/model/persona.ts";
import type { Rulebook } from "../../src/model/rulebook.ts";
import type { Trace } from "../../src/model/trace.ts";
import { markdown } from "../../src/report/markdown/markdown.ts";
import { powersSection } from "../../src/report/powers-wording.ts";
import { replay } from "../../src/replay/replay.ts";
import { answered, composite, shippedPersona, shippedPersonas } from "../support/shipped.ts";

const MEMORY: Memory = new Map();
const prepare = (rulebook: Rulebook) => ask(rulebook, MEMORY);
const BOOK = composite();
const LUO = shippedPersona("missed-instalment");

async function lived(rulebook: Rulebook, persona: Persona): Promise<Trace> {
  return replay(await prepare(rulebook), persona);
}

function powers(trace: Trace): Promise<Powers> {
  const readings = readingsOf(trace.rulebook);
  return powersOf(trace, (answers) => readings.read(answers), prepare);
}

describe("who could have stopped it", () => {
  test("two years that became four, under each power alone", async () => {
    const { now, used } = await powers(await lived(BOOK, LUO));
    expect(now).toEqual({ denied: 17, tried: 21, months: 52, losses: 31 });
    expect(used.map((each) => [each.power, each.answer, each.denied, each.tried, each.months, each.losses])).toEqual([
      ["court", "granted", 1, 21, 24, 2],
      ["court", "refused", 17, 21, 52, 31],
      ["court", "on-payment", 16, 21, 48, 31],
      ["court", "on-correcting", 3, 21, 4, 6],
      ["bank", "consents", 5, 21, 24, 10],
      ["court", "counted", 14, 21, 24, 27],
    ]);
  });

  test("each is what the rulebook comes to under that answer; what is left out would change nothing", async () => {
    for (const persona of shippedPersonas()) {
      const now = await lived(BOOK, persona);
      const { used } = await powers(now);
      for (const [question, { answers, default: here, power }] of Object.entries(BOOK.questions)) {
        for (const answer of Object.keys(answers)) {
          if (power === undefined || answer === here) continue;
          const other = await lived(answered(BOOK, { [question]: answer }), persona);
          const found = used.find((each) => each.question === question && each.answer === answer);
          const same = JSON.stringify(other.entries.map(({ after }) => after));
          if (found === undefined) expect(same).toBe(JSON.stringify(now.entries.map(({ after }) => after)));
          else expect(found).toEqual({ question, answer, power, ...sumsOf(other) });
        }
      }
    }
  });

  test("a power that is used already is not asked about again", async () => {
    const { now, used } = await powers(await lived(answered(BOOK, { permission: "granted" }), LUO));
    expect(now.denied).toBe(1);
    expect(used.map(({ question }) => question)).not.toContain("permission");
  });

  test("in words: a row for each power that changes a figure, and a count of the others", async () => {
    const trace = await lived(BOOK, LUO);
    const found = await powers(trace);
    const { heading, sentences, table } = powersSection(found, BOOK)!;
    expect(heading).toBe("Who could have stopped it");
    expect(sentences.at(-1)).toBe("1 further answer changes what happens, and none of these figures.");
    expect(table!.rows).toHaveLength(5);
    expect(table!.rows[3]).toEqual([
      "the bank: agrees, and the court lifts the limit, as it may ([TEXT-2015] Art. 9: may, with security or the creditor's consent)",
      "17 → 5 of 21",
      "52 → 24",
      "31 → 10",
    ]);
    expect(powersSection({ ...found, used: found.used.slice(1, 2) }, BOOK)).toMatchObject({
      table: null,
      sentences: [expect.any(String), "1 such answer changes what happens, and none of these figures."],
    });
    expect(powersSection({ ...found, used: [] }, BOOK)).toBeNull();
  });

  test("it stands after the short answer, and its sources among those of the page", async () => {
    // Whoever is on no list of a court meets none of its sources but those of the powers.
    const trace = await lived(BOOK, shippedPersona("one-entry"));
    const exhibit = { trace, exposes: null, byEvidence: null, powers: await powers(await lived(BOOK, LUO)) };
    const page = markdown([exhibit], { view: "auditor", full: false, style: null as never });
    const heads = [...page.matchAll(/^## (.*)$/gm)].map(([, head]) => head);
    expect(heads.slice(0, 3)).toEqual(["In short", "Who could have stopped it", "What happened"]);
    expect(page).toMatch(/^- \*\*TEXT\\-2015\*\*|^- \*\*TEXT-2015\*\*/m);
  });
});
