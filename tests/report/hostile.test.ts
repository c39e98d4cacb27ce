import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { escaped, md } from "../../src/report/markdown/md.ts";
import { label } from "../../src/report/mermaid/label.ts";
import { loadWideText } from "../../src/report/text/columns.ts";
import { LONG, runs } from "../support/runs.ts";
import { drawn, edited, PAGES, traceOf } from "./exhibits.ts";
import { csvRows, markdownNodes, markdownText, mermaidText, wordsOf } from "./reading.ts";

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
  '"]]; A --> B',
  "}} )) ]] > | {",
  "%%{init: {}}%%",
  "style:#35;x; classDef:#1;",
  "```mermaid",
  "end",
  "$$x$$ $x$",
  "罗敏 失信 👍",
  "x".repeat(120),
  "line\nbreak",
  "C:\\path\\",
  ", ; \" '",
];

const trace = traceOf("petitioner");
const titled = HOSTILE.map((title) => ({
  title,
  hostile: edited(trace, (rule) => ({ ...rule, title, ...(rule.caution === undefined ? {} : { caution: title }) })),
}));
const spelt = (title: string): string => title.replaceAll(/\s+/g, " ").trim();
const innocent = markdownNodes(drawn(trace, "markdown", "auditor", "matched"));

describe("a rule titled like an attack", () => {
  test.each(PAGES)("commands no terminal: $format, $view", { timeout: LONG }, ({ format, view }) => {
    for (const { hostile } of titled)
      expect(drawn(hostile, format, view).replaceAll(/\r\n|\n/g, "")).not.toMatch(
        /\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u,
      );
  });

  test.each(titled)("Markdown shows it as text, and nothing else: $title", ({ title, hostile }) => {
    for (const view of ["auditor", "side-by-side"] as const) {
      const page = drawn(hostile, "markdown", view, "matched");
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
      if (!/[\u0000-\u001f\u202e]/.test(title))
        expect(markdownText(page, nodes).replaceAll(/\s+/g, " ")).toContain(spelt(title));
    }
  });

  test.each(titled)("no cell of CSV is a formula, and none is lost: $title", ({ title, hostile }) => {
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
    const titles = rows.map((row) => row[head!.indexOf("title")]!);
    if (!/[\u0000-\u0008\u000e-\u001f\u202e]/.test(title))
      expect(
        titles.some((cell) => cell.replace(/^'/, "").includes(title.replaceAll(/[\t\r\n]/g, "").slice(0, 4))),
      ).toBe(true);
  });

  test.each(titled)("Mermaid keeps its grammar: $title", ({ hostile }) => {
    for (const view of ["auditor", "clerk", "person", "side-by-side"] as const)
      expectFlowchart(drawn(hostile, "mermaid", view));
  });

  test.each(titled)("JSON holds it as it is: $title", ({ title, hostile }) => {
    expect((JSON.parse(drawn(hostile, "json", "auditor")) as typeof hostile).rulebook.rules[0]!.title).toBe(title);
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

  test.prop([anyText], runs<[string]>(1_000))("is one label in Mermaid, and reads the same", (text) => {
    expect(label(text)).toMatch(LABEL);
    expect(mermaidText(label(text)).slice(1, -1)).toBe(seen(text));
  });
});

/** A label: no quote, no bracket, no markup; codes and breaks only. */
const LABEL = /^"(?:[\p{L}\p{M}\p{N} ,.()'“”‘’–—−→·×?+-]|: |#\d+;|<br\/>)*"$/u;

const NAME = String.raw`p\d+(?:n\d+_\d+|notice|warning|about)`;
const TEXT = String.raw`"(?:[^"<]|<br\/>)*"`;
const LINES = [
  /^%% [^{}%]*$/,
  /^flowchart TD$/,
  new RegExp(`^ {2}subgraph p\\d+\\[${TEXT}\\]$`),
  /^ {2}end$/,
  new RegExp(
    `^ {4}${NAME}(?:\\[${TEXT}\\]|\\[\\[${TEXT}\\]\\]|\\(${TEXT}\\)|\\(\\("\\?"\\)\\)|\\{\\{${TEXT}\\}\\})(?::::(?:refused|notice))?$`,
  ),
  new RegExp(`^ {4}${NAME} (?:-->|-\\.->|-\\. invented \\.->|== contested ==>|~~~) ${NAME}$`),
  /^ {2}linkStyle \d+(?:,\d+)* stroke-dasharray:1 5$/,
  /^ {2}classDef \w+ [\w:-]+(?: \d)?(?:,[\w:-]+)*$/,
];

/** The part of Mermaid's grammar that is used here, strictly; whole pages were put to Mermaid's own parser when this was written. */
function expectFlowchart(page: string): void {
  const lines = page.trimEnd().split("\n");
  expect(lines.filter((line) => !LINES.some((each) => each.test(line)))).toEqual([]);
  for (const [text] of page.matchAll(/"[^"]*"/g)) expect(text).toMatch(LABEL);
  const named = new Set([...page.matchAll(new RegExp(`^ {4}(${NAME})[[({]`, "gm"))].map(([, name]) => name));
  const used = [...page.matchAll(new RegExp(`^ {4}(${NAME}) \\S.* (${NAME})$`, "gm"))].flatMap(([, from, to]) => [
    from,
    to,
  ]);
  expect(used.filter((name) => !named.has(name))).toEqual([]);
  const links = page.match(/^ {4}\S+ (?:-->|-\.|==|~~~)/gm)?.length ?? 0;
  for (const index of (/linkStyle ([\d,]+)/.exec(page)?.[1] ?? "0").split(","))
    expect(Number(index)).toBeLessThan(Math.max(1, links));
}

test("every shipped picture keeps to the grammar, and says what it leaves out", () => {
  for (const { hostile } of titled.slice(0, 1))
    expect(wordsOf(drawn(hostile, "mermaid", "auditor"), "mermaid")).toMatch(/The lines of (all|\d+ of) \d+ harms/);
});
