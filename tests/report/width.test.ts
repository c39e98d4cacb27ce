import { stripVTControlCharacters } from "node:util";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { VIEWS } from "../../src/analysis/readers.ts";
import { prepare } from "../../src/engine/prepare.ts";
import { styleOf } from "../../src/report/text/style.ts";
import { text } from "../../src/report/text/text.ts";
import { replay } from "../../src/replay/replay.ts";
import { shippedPersonas } from "../../src/cli/library.ts";
import { parsedPersona } from "../../src/cli/persona-files.ts";
import { LONG, some } from "../support/runs.ts";
import { resolveRulebook } from "../../src/cli/rulebook-expression.ts";

const prepared = await prepare(resolveRulebook("suining-composite").rulebook!);
const traces = shippedPersonas().map((id) => replay(prepared, parsedPersona(id)));

/** The auditor's page at every full; the others, which are picked from it, at the middle one. */
const PAGES = VIEWS.flatMap((view) => [false, true].map((full) => ({ view, full }))).filter(
  ({ view, full }) => view === "auditor" || full,
);

const WIDTHS = [40, 60, 80, 100, 140, 200];

describe.each(WIDTHS)("at %i columns", (width) => {
  test.each(PAGES)(
    "no line of any persona's page passes the width, and no word is cut short ($view, full: $full)",
    { timeout: LONG },
    ({ view, full }) => {
      const turn = WIDTHS.indexOf(width) + WIDTHS.length * PAGES.findIndex((each) => each.view === view);
      for (const trace of some(traces, 3, turn)) {
        const page = text([{ trace, remaining: [], exposes: null }], { view, full, style: styleOf(width, true) });
        for (const line of stripVTControlCharacters(page).split("\n")) {
          expect(stringWidth(line), line).toBeLessThanOrEqual(width);
          expect(line).toBe(line.trimEnd());
          expect(line).not.toContain("…");
        }
      }
    },
  );
});

test("the width changes the layout, never a word", () => {
  const characters = (width: number): string =>
    text([{ trace: traces[0]!, remaining: [], exposes: null }], {
      view: "auditor",
      full: false,
      style: styleOf(width, false),
    })
      .replaceAll(/[\s─·]+/g, "")
      .split("")
      .sort()
      .join("");
  expect(characters(80)).toBe(characters(140));
});
