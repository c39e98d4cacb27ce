import { describe, expect, test } from "vitest";
import { decisionsIn } from "../../src/analysis/knowledge.ts";
import { EVIDENCE } from "../../src/model/evidence.ts";
import type { Told } from "../../src/model/rule.ts";
import type { Effect, Trace } from "../../src/model/trace.ts";
import { LIST_IDS, type ListId, LISTS } from "../../src/model/vocabulary/lists.ts";
import { LONG } from "../support/runs.ts";
import { drawn, FORMAT_NAMES, FULL, TRACES, traceOf } from "./exhibits.ts";
import { wordsOf } from "./reading.ts";

/** What stands over every page, whoever reads it, is not told to anybody in the story. */
function body(trace: Trace, words: string): string {
  const { warning, title } = trace.rulebook;
  return words.replaceAll(warning!, "").replaceAll(title, "");
}

const pagesOf = (view: "clerk" | "person") =>
  TRACES.flatMap((trace) =>
    FORMAT_NAMES.flatMap((format) =>
      FULL.map((full) => ({
        trace,
        format,
        words: body(trace, wordsOf(drawn(trace, format, view, full), format)),
      })),
    ),
  );

/** Titles long enough not to stand in a sentence by chance. */
const titlesIn = ({ rulebook }: Trace): string[] =>
  rulebook.rules.map(({ title }) => title).filter((title) => title.length > 8);

/** Titles of the rules whose effects the trace says were told with their reason. */
function titlesTold(trace: Trace): Set<string> {
  const rules = trace.entries.flatMap(({ effects }) =>
    effects.flatMap((effect) => (effect.told === "reason" && "rule" in effect ? [effect.rule] : [])),
  );
  return new Set(trace.rulebook.rules.filter(({ id }) => rules.includes(id)).map(({ title }) => title));
}

/** The same trace, in which the effects that `which` picks were told so. */
function told(trace: Trace, as: Told, which: (effect: Effect) => boolean): Trace {
  return {
    ...trace,
    entries: trace.entries.map((entry) => ({
      ...entry,
      effects: entry.effects.map((effect) => (which(effect) ? { ...effect, told: as } : effect)),
    })),
  };
}

/** The same trace, in which the person was told of nothing that was decided. */
function silent(trace: Trace): Trace {
  return told(trace, "nothing", (effect) => effect.told === "outcome" || effect.told === "reason");
}

/** The lists that the person was told of. */
function listsTold(trace: Trace): Set<ListId> {
  const effects = trace.entries.flatMap((entry) => entry.effects);
  return new Set(effects.flatMap((effect) => ("list" in effect && effect.told !== "nothing" ? [effect.list] : [])));
}

describe("the person's page", () => {
  test("no score, no class, no list and no title of a rule that they were not told of", { timeout: LONG }, () => {
    for (const { trace, format, words } of pagesOf("person")) {
      const open = titlesTold(trace);
      const lists = listsTold(trace);
      expect(
        titlesIn(trace).filter((title) => words.includes(title) && !open.has(title)),
        `${trace.persona.id} ${format}`,
      ).toEqual([]);
      for (const list of LIST_IDS)
        expect(words.includes(LISTS[list].title), `${trace.persona.id} ${format} ${list}`).toBe(lists.has(list));
      for (const { label } of trace.rulebook.scoring!.classes) expect(words).not.toContain(label);
      expect(words).not.toMatch(/class [A-D]\b|Class [A-D]\b|[−+]\d|1,000|\bscore\b(?! after)/);
    }
  });

  test("of a listing that is not served nothing stands there but what is refused", () => {
    const trace = told(silent(traceOf("missed-instalment")), "outcome", ({ kind }) => kind === "denied");
    for (const format of FORMAT_NAMES) {
      const words = body(trace, wordsOf(drawn(trace, format, "person"), format));
      for (const list of LIST_IDS) expect(words).not.toContain(LISTS[list].title);
      expect(words).not.toMatch(/Is told|Now shut|Ground \d/);
      expect(words).toMatch(/Tries for a seat on a fast G-train, for work.*refused/i);
    }
  });

  test("of one effect told with its reason, the title stands there and no other", () => {
    const trace = silent(traceOf("missed-instalment"));
    const open = told(trace, "reason", (effect) => effect.kind === "enlisted" && effect.list === "court-defaulters");
    const shown = titlesTold(open);
    expect(shown.size).toBeGreaterThan(1);
    for (const format of ["text", "markdown", "json", "csv"] as const) {
      const words = body(trace, wordsOf(drawn(open, format, "person"), format));
      for (const title of titlesIn(trace)) expect(words.includes(title), `${format}: ${title}`).toBe(shown.has(title));
      expect(words).toContain("Put on the court's defaulter list");
    }
  });

  test("of one told as an outcome only, that it was decided and not why", () => {
    const trace = traceOf("missed-instalment");
    const words = wordsOf(
      drawn(
        told(trace, "outcome", (effect) => effect.kind === "enlisted" && effect.list === "court-defaulters"),
        "text",
        "person",
      ),
      "text",
    );
    expect(words).toContain("Put on the court's defaulter list (失信被执行人), until Y3-11");
    expect(words).not.toContain("Ground 4");
  });

  test("a measure told of names its doors, and only that measure's", () => {
    const trace = silent(traceOf("missed-instalment"));
    const open = told(trace, "outcome", (effect) => effect.kind === "imposed" && effect.rule === "court/holidays");
    for (const full of FULL) {
      const words = wordsOf(drawn(open, "text", "person", full), "text");
      expect(words).toContain(full ? "From now on: shuts holiday trip" : "Now shut: holiday trip");
      expect(words).not.toContain("soft sleeper");
    }
  });

  test("how an act was judged, and what offices did meanwhile, is not on it", () => {
    const words = wordsOf(drawn(traceOf("petitioner"), "text", "person"), "text");
    expect(words).toContain("Petitions");
    expect(words).not.toMatch(/judged|recorded/);
    expect(wordsOf(drawn(traceOf("missed-instalment"), "text", "person", true), "text")).not.toContain("A court finds");
  });
});

describe("the clerk's page", () => {
  test("no cause, no root, no evidence, no source", { timeout: LONG }, () => {
    for (const { trace, format, words } of pagesOf("clerk")) {
      const where = `${trace.persona.id} ${format}`;
      expect(words, where).not.toMatch(
        /←|goes back to (?!is not on it)(?!.{0,20}is not on it)|in force since|occasioned by|told nothing|on top of|still on file/,
      );
      expect(words, where).not.toMatch(new RegExp(`\\b(${EVIDENCE.join("|")}) \\[`));
      const single = new Set(words.split(/[^\w/-]/));
      expect(
        Object.keys(trace.rulebook.sources).filter((key) => single.has(key)),
        where,
      ).toEqual([]);
      expect(
        trace.rulebook.rules.filter(({ id }) => single.has(id)),
        where,
      ).toEqual([]);
    }
  });

  test("no life beyond the conduct that points were entered for", () => {
    const words = wordsOf(drawn(traceOf("missed-instalment"), "text", "clerk", true), "text");
    expect(words).not.toMatch(/shift|wage|friends|parent|settlement|for work|for the family|savings/);
    expect(words).toContain("Misses a payment on the loan");
  });

  test("a refusal stands under the title of its measure", () => {
    expect(wordsOf(drawn(traceOf("missed-instalment"), "text", "clerk"), "text")).toContain(
      "REFUSED under “Head 9: no G-train seat, no first class on others”",
    );
  });
});

describe("how much of the reasons survives", () => {
  const counts =
    /Of (\d+) decisions? the (?:clerk's screen shows|person was told) the reason of (\d+), the outcome only of (\d+), nothing of (\d+)/;

  test.each(["clerk", "person", "side-by-side"] as const)("%s: the counts add up, in every format", (view) => {
    for (const trace of TRACES) {
      for (const format of FORMAT_NAMES) {
        const words = wordsOf(drawn(trace, format, view), format);
        const { length } = decisionsIn(trace);
        if (length === 0) expect(words).toContain("No decision is taken on them.");
        else {
          const [, all, reason, outcome, nothing] = counts.exec(words)!.map(Number) as [
            number,
            number,
            number,
            number,
            number,
          ];
          expect([all, reason + outcome + nothing]).toEqual([length, length]);
        }
      }
    }
  });

  test("the person's are those of the ledger", () => {
    const words = wordsOf(drawn(traceOf("missed-instalment"), "text", "side-by-side"), "text");
    const [, , reason, outcome, nothing] = counts.exec(words)!.map(Number);
    expect(words).toContain(`${reason} with a reason, ${outcome} as an outcome only, ${nothing} not at all`);
  });
});

test("a page for a reader in the story is no trace: it names its view and cannot be mistaken for one", () => {
  for (const view of ["clerk", "person", "side-by-side"] as const) {
    const seen = JSON.parse(drawn(TRACES[0]!, "json", view)) as object;
    expect(Object.keys(seen)).toEqual([
      "traceVersion",
      "view",
      "notice",
      "warning",
      "persona",
      "rulebook",
      "rows",
      "survives",
    ]);
    expect(seen).toMatchObject({ view });
  }
});

test("side by side, every row on file stands there, and an empty place on the right is said", () => {
  const page = JSON.parse(drawn(traceOf("missed-instalment"), "json", "side-by-side")) as {
    rows: { onFile: { says: string }; told: object | null; untold: string | null }[];
  };
  const auditor = drawn(traceOf("missed-instalment"), "text", "auditor").replaceAll(/\s+/g, " ");
  for (const { onFile } of page.rows)
    expect(auditor.replaceAll(/ [−+]\d+ [\d,]+ [A-D]\b| [\d,]+ [A-D]\b/g, "")).toContain(onFile.says.split(":")[0]);
  expect(
    page.rows.filter(({ untold }) => untold === "told nothing; published, so it could be known").length,
  ).toBeGreaterThan(3);
});
