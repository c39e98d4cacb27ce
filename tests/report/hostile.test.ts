import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import type { Trace } from "../../src/model/trace.ts";
import { escaped, md } from "../../src/report/markdown/md.ts";
import { loadWideText } from "../../src/report/text/columns.ts";
import { few, LONG, runs } from "../support/runs.ts";
import { drawn, edited, PAGES, traceOf } from "./exhibits.ts";
import { csvRows, markdownNodes, markdownText } from "./reading.ts";

await loadWideText();

// The loader refuses control characters and turned directions; a reporter is handed them all the same.
const HOSTILE = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "[click](javascript:alert(1))",
  "![x](https://example.org/x.png)",
  "https://example.org www.example.org a@example.org",
  '=HYPERLINK("https://example.org")',
  "+1",
  "-1+1",
  "@SUM(1)",
  "\t=1",
  "\r=1",
  "＝1",
  "a | b || c",
  "`code` ``x``",
  "**bold** __x__ ~~x~~ *",
  "# heading",
  "- item",
  "1. one",
  "> quote",
  "---",
  "===",
  "&lt;b&gt; &#60;",
  "\u001b[31mred\u001b[0m\u0007",
  "\u202eturned\u2069",
  "$$x$$ $x$",
  "罗敏 失信 👍",
  "x".repeat(120),
  "line\nbreak",
  "C:\\path\\",
  ", ; \" '",
];

// Of all lives the one of which most rules come to speak; each title by itself needs no long one.
const trace = traceOf(few("missed-instalment", "petitioner"));
const innocentPage = drawn(trace, "markdown", "auditor", true);
const innocent = markdownNodes(innocentPage);

/** The life under rules of which each that comes to speak in it bears the next of the titles. */
function titledBy(titles: readonly string[]): Trace {
  let at = 0;
  return edited(trace, (rule) => {
    const title = titles[(innocentPage.includes(rule.title) ? at++ : at) % titles.length]!;
    return { ...rule, title, ...(rule.caution === undefined ? {} : { caution: title }) };
  });
}

const titled = few(
  [{ name: "all of them at once", titles: HOSTILE }],
  HOSTILE.map((title) => ({ name: title, titles: [title] })),
).map((each) => ({ ...each, hostile: titledBy(each.titles) }));
const spelt = (title: string): string => title.replaceAll(/\s+/g, " ").trim();

describe("a rule titled like an attack", () => {
  test.each(PAGES)("commands no terminal: $format, $view", { timeout: LONG }, ({ format, view }) => {
    for (const { hostile } of titled)
      expect(drawn(hostile, format, view, true).replaceAll(/\r\n|\n/g, "")).not.toMatch(
        /\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u,
      );
  });

  test.each(titled)("Markdown shows it as text, and nothing else: $name", ({ titles, hostile }) => {
    for (const view of ["auditor", "side-by-side"] as const) {
      const page = drawn(hostile, "markdown", view, true);
      const nodes = markdownNodes(page);
      expect(
        nodes.filter(({ type }) =>
          [
            "link",
            "image",
            "code",
            "inlineCode",
            "delete",
            "definition",
            "linkReference",
            "footnoteReference",
          ].includes(type),
        ),
      ).toEqual([]);
      expect(nodes.filter(({ type, value }) => type === "html" && value !== "<br>")).toEqual([]);
      const tables = (of: readonly { type: string }[]): number =>
        of.filter(({ type }) => type === "tableCell" || type === "heading").length;
      if (view === "auditor") expect(tables(nodes)).toBe(tables(innocent));
      const says = markdownText(page, nodes).replaceAll(/\s+/g, " ");
      for (const title of titles) if (!/[\u0000-\u001f\u202e]/.test(title)) expect(says).toContain(spelt(title));
    }
  });

  test.each(titled)("no cell of CSV is a formula, and none is lost: $name", ({ titles, hostile }) => {
    const rows = csvRows(drawn(hostile, "csv", "auditor"));
    const [head] = rows.filter(([first]) => first === "month");
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([head!.length]));
    const numeric = ["points", "score after", "entry"].map((name) => head!.indexOf(name));
    for (const row of rows) {
      row.forEach((cell, at) => {
        if (numeric.includes(at) && /^-?\d+$/.test(cell)) return;
        expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
      });
    }
    const cells = rows.map((row) => row[head!.indexOf("title")]!.replace(/^'/, ""));
    for (const title of titles)
      if (!/[\u0000-\u0008\u000e-\u001f\u202e]/.test(title))
        expect(
          cells.some((cell) => cell.includes(title.replaceAll(/[\t\r\n]/g, "").slice(0, 4))),
          title,
        ).toBe(true);
  });

  test.each(titled)("JSON holds it as it is: $name", ({ titles, hostile }) => {
    const { rules } = (JSON.parse(drawn(hostile, "json", "auditor")) as typeof hostile).rulebook;
    expect(rules.map(({ title }) => title)).toEqual(hostile.rulebook.rules.map(({ title }) => title));
    for (const title of titles) expect(rules.map((rule) => rule.title)).toContain(title);
  });
});

const MARKUP = "\\ ` * _ [ ] < > & | ~ $ ^ { } ( ) # + - = ! : . @ / 1 w \n".split(" ").concat(" ");

describe("any text at all", () => {
  const anyText = fc
    .oneof(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom(...MARKUP), maxLength: 20 }),
    )
    .filter((text) => !/[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u.test(text.replaceAll(/\s/g, "")));
  const seen = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

  test.prop([anyText], runs<[string]>(400))(
    "reads the same in Markdown, at the start of a line and in a cell",
    (text) => {
      for (const page of [
        `${escaped(text)}\n`,
        md`- **x** ${text}`.text,
        md`- ${text}`.text,
        md`| a |\n| --- |\n| ${text} |`.text,
      ]) {
        const nodes = markdownNodes(page).filter(
          ({ type }) =>
            !["root", "paragraph", "text", "list", "listItem", "strong", "table", "tableRow", "tableCell"].includes(
              type,
            ),
        );
        expect(nodes).toEqual([]);
      }
      expect(seen(markdownText(`x ${escaped(text)}\n`))).toBe(seen(`x ${text}`));
      expect(seen(markdownText(`${escaped(text)}\n`))).toBe(seen(text));
    },
    LONG,
  );
});
