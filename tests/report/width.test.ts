import { stripVTControlCharacters } from "node:util";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { prepare } from "../../src/engine/prepare.ts";
import { styleOf } from "../../src/report/text/style.ts";
import { textTrace } from "../../src/report/text/text.ts";
import { DETAILS } from "../../src/report/visible.ts";
import { replay } from "../../src/replay/replay.ts";
import { shippedPersonas } from "../../src/cli/library.ts";
import { shippedPersona } from "../../src/cli/personas.ts";
import { resolveRulebook } from "../../src/cli/rulebook-expression.ts";

const prepared = await prepare(resolveRulebook("suining-composite").rulebook!);
const traces = shippedPersonas().map((id) => replay(prepared, shippedPersona(id)));

describe.each([40, 60, 80, 100, 140, 200])("at %i columns", (width) => {
  test.each(DETAILS)("no line of any persona's page passes the width, and no word is cut short (%s)", (detail) => {
    for (const trace of traces) {
      const page = textTrace(trace, { detail, style: styleOf(width, true), remaining: [], exposes: null });
      for (const line of stripVTControlCharacters(page).split("\n")) {
        expect(stringWidth(line), line).toBeLessThanOrEqual(width);
        expect(line).toBe(line.trimEnd());
        expect(line).not.toContain("…");
      }
    }
  });
});

test("the width changes the layout, never a word", () => {
  const characters = (width: number): string =>
    [...textTrace(traces[0]!, { detail: "summary", style: styleOf(width, false), remaining: [], exposes: null }).replaceAll(/[\s─·]+/g, "")].sort().join("");
  expect(characters(80)).toBe(characters(140));
});
