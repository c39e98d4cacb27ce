import { describe, expect, test } from "vitest";
import { NOTICE } from "../../src/model/notice.ts";
import { FORMATS } from "../../src/report/formats.ts";
import { styleOf } from "../../src/report/text/style.ts";
import { LONG, some } from "../support/runs.ts";
import { drawn, exhibit, FULL, PAGES, TRACES, traceOf } from "./exhibits.ts";
import { wordsOf } from "./reading.ts";

describe.each(PAGES.map((page, turn) => ({ ...page, turn })))("$format, $view", ({ format, view, turn }) => {
  test.each(FULL)(
    "every persona's page says that nobody is real and that the rulebook is a composite (%s)",
    { timeout: LONG },
    (full) => {
      for (const trace of some(TRACES, 3, turn)) {
        const words = wordsOf(drawn(trace, format, view, full), format);
        expect(words).toContain(NOTICE);
        expect(words).toContain(trace.rulebook.warning!.replaceAll(/\s+/g, " "));
      }
    },
  );

  test("only a terminal is ever painted", () => {
    const page = FORMATS[format]([exhibit(TRACES[0]!)], { view, full: true, style: styleOf(100, true) });
    expect(page.includes("\u001b")).toBe(format === "text");
  });

  test("ends with a newline, has no control character and no line that ends in a space", { timeout: LONG }, () => {
    for (const trace of some(TRACES, 3, turn + 1)) {
      const page = drawn(trace, format, view, true);
      expect(page.endsWith("\n")).toBe(true);
      expect(page.replaceAll(/\r\n|\n/g, "")).not.toMatch(/\p{Cc}/u);
      if (format !== "csv") expect(page).not.toMatch(/[ \t]$/m);
    }
  });

  test("several personas stand in the order given, each with the notice", () => {
    const two = [traceOf("petitioner"), traceOf("one-entry")];
    const both = wordsOf(FORMATS[format](two.map(exhibit), { view, full: false, style: styleOf(100, false) }), format);
    expect(both.split(NOTICE).length).toBeGreaterThan(2);
    const name = (trace: (typeof two)[number]): string =>
      format === "json" ? `"${trace.persona.id}"` : trace.persona.id === "petitioner" ? "He Shulan" : "Ning An";
    expect(both.indexOf(name(two[0]!))).toBeGreaterThan(-1);
    expect(both.indexOf(name(two[0]!))).toBeLessThan(both.indexOf(name(two[1]!)));
  });
});
