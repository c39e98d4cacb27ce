import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, describe, expect, test, vi } from "vitest";
import { checkCommand } from "../../src/cli/commands/check.ts";
import { demoCommand } from "../../src/cli/commands/demo.ts";
import { handoutCommand } from "../../src/cli/commands/handout.ts";
import { listCommand } from "../../src/cli/commands/list.ts";
import { printCommand } from "../../src/cli/commands/print.ts";
import { testCommand } from "../../src/cli/commands/test.ts";
import { verifyCommand } from "../../src/cli/commands/verify.ts";
import { whyCommand } from "../../src/cli/commands/why.ts";
import { worksheetCommand } from "../../src/cli/commands/worksheet.ts";
import { LISTABLE } from "../../src/cli/listable.ts";
import { EXPERIMENT_FORMATS, type AnyExperiment } from "../../src/report/experiment/formats.ts";
import { loadWideText } from "../../src/report/text/columns.ts";
import { definitions } from "../../src/report/text/definitions.ts";
import { type Style, styleOf } from "../../src/report/text/style.ts";
import { text } from "../../src/report/text/text.ts";
import { demerit, ROOT, scratch } from "../cli/run.ts";
import { few, LONG, LONGER } from "../support/runs.ts";
import { tooWide, WIDTHS } from "../support/wide.ts";
import { edited, exhibit, FULL, TRACES, VIEWS } from "./exhibits.ts";

/** Nothing is wider than the page, ends in spaces, or says more or less for being painted. */
function expectLaidOut(plain: string, painted: string, width: number): void {
  expect(plain).not.toContain("\u001b");
  expect(stripVTControlCharacters(painted)).toBe(plain);
  const lines = [...new Set(plain.split("\n"))];
  expect(tooWide(lines, width)).toEqual([]);
  expect(lines.filter((line) => line !== line.trimEnd())).toEqual([]);
  // Text is wrapped and never cut short, but for the lines of a file.
  expect(lines.filter((line) => /\p{L}…/u.test(line) && !/^[> ]+\d+ \|/.test(line))).toEqual([]);
}

/** A layout that is a function of its style, in every width. */
function expectAtEveryWidth(layout: (style: Style) => string, widths: readonly number[] = WIDTHS): void {
  for (const width of widths) {
    const painted = layout(styleOf(width, true));
    expect(painted).toContain("\u001b[");
    expectLaidOut(layout(styleOf(width, false)), painted, width);
  }
}

describe("a trace", () => {
  test.each(VIEWS.flatMap((view) => FULL.map((full) => ({ view, full }))))(
    "to the $view, in full: $full",
    { timeout: LONG },
    ({ view, full }) => {
      expectAtEveryWidth(
        (style) => text(TRACES.map(exhibit), { view, full, style }),
        LONGER ? [40, ...WIDTHS, 200] : WIDTHS,
      );
    },
  );

  test("under rules titled in any script", { timeout: LONG }, async () => {
    await loadWideText();
    const titled = ["罗敏 失信 被执行人", "👩‍👩‍👧 가나다 é ﾊﾝ", "x".repeat(120), "\u001b[31mred\u001b[0m"].map(
      (title, at) => edited(TRACES[at]!, (rule) => ({ ...rule, title, caution: title })),
    );
    for (const view of VIEWS) expectAtEveryWidth((style) => text(titled.map(exhibit), { view, full: true, style }));
  });

  test("the width changes the layout, never a word", () => {
    const characters = (width: number): string =>
      text(TRACES.slice(0, 3).map(exhibit), { view: "auditor", full: false, style: styleOf(width, false) })
        .replaceAll(/[\s─═·]+/g, "")
        .split("")
        .sort()
        .join("");
    expect(characters(80)).toBe(characters(140));
  });
});

/** One of every kind, of the life that has most to tell within a short time. */
const ASKED: Record<AnyExperiment["kind"], readonly string[]> = {
  ablation: ["ablate", "petitioner", "guarantor", "--pairs"],
  comparison: ["compare", "suining-composite", "+court-guidance-2019", "petitioner", "guarantor"],
  readings: ["readings", "petitioner", "missed-instalment", ...few(["--until", "Y2-12"], [])],
  repair: ["repair", "one-entry", "--avoid", "B", "--until", "Y1-12"],
  sweep: ["sweep", "suining/loan-default.points", "--from", "-60", "--to", "-1", "one-entry"],
  "wrong-record": ["wrong-record", "petitioner", "--until", "Y3-12"],
};

test("of a name that is listed nothing need be said", () => {
  expectAtEveryWidth((style) =>
    definitions(
      [
        ["short", "", ""],
        ["a-longer-name", "says something", "and more"],
      ],
      style,
    ).join("\n"),
  );
});

describe("an experiment", () => {
  test.each(Object.entries(ASKED))("%s", { timeout: LONG }, (_, args) => {
    const { code, stdout } = demerit([...args, "--format", "json"]);
    expect(code).toBe(0);
    const experiment = JSON.parse(stdout) as AnyExperiment;
    const again = `demerit ${args.join(" ")}`;
    expectAtEveryWidth((style) => EXPERIMENT_FORMATS.text(experiment, { style, again }));
  });
});

const FOLDER = scratch();
const FAULTY = join(FOLDER, "a-folder-with-a-long-name", "of-a-reader's-own-rules.jsonc");
mkdirSync(join(FAULTY, ".."));
writeFileSync(
  FAULTY,
  `{ "kind": "pack", "id": "B", ${'"title": "long ", '.repeat(9)} "rules": [1.5, { "id": "x" }, {}] }\n`,
);
const PAGE = join(FOLDER, "page.html");
const PLAIN = { format: "text", force: false } as const;
const RULEBOOK = { ...PLAIN, rulebook: "suining-composite" };
const LEAF = { ...RULEBOOK, paper: "a4", seed: "2" } as const;

/** What is laid out where it is printed. */
const COMMANDS: Readonly<Record<string, (colour: boolean) => Promise<number>>> = {
  ...Object.fromEntries(
    LISTABLE.map((what) => [`list ${what}`, (color: boolean) => listCommand(what, { ...RULEBOOK, color })]),
  ),
  "list rules of another rulebook": (color) =>
    listCommand("rules", { ...PLAIN, rulebook: "court-defaulters-2017", color }),
  why: (color) => whyCommand("missed-instalment", "11", { ...RULEBOOK, color }),
  "why, every cause": (color) => whyCommand("petitioner", "36", { ...RULEBOOK, all: true, color }),
  "why, of a rule": (color) => whyCommand("one-entry", "everyday/friends-withdraw", { ...RULEBOOK, color }),
  check: (color) => checkCommand(["suining-composite"], { ...PLAIN, color }),
  "check, with its coverage": (color) => checkCommand(["court-defaulters-2017"], { ...PLAIN, coverage: true, color }),
  "check, with problems": (color) => checkCommand([FAULTY, "a-file-that-is-not-there.jsonc"], { ...PLAIN, color }),
  test: (color) => testCommand([join(ROOT, "rules/tests/suining-2010.test.jsonc")], { ...PLAIN, color }),
  "test, failing": (color) => testCommand([join(ROOT, "tests/cli/failing.test.jsonc")], { ...PLAIN, color }),
  worksheet: (color) => worksheetCommand("petitioner", { ...LEAF, color }),
  key: (color) => worksheetCommand("petitioner", { ...LEAF, key: true, color }),
  handout: (color) => handoutCommand({ ...LEAF, color }),
  demo: (color) => demoCommand({ ...PLAIN, color }),
  verify: async (color) => {
    await printCommand(["one-entry"], {
      ...RULEBOOK,
      format: "html",
      paper: "a4",
      view: "person",
      output: PAGE,
      force: true,
      color,
    } as never);
    return verifyCommand(PAGE, { ...PLAIN, color });
  },
  "verify, with a difference": (color) => {
    writeFileSync(PAGE, "<!doctype html>");
    return verifyCommand(PAGE, { ...PLAIN, color });
  },
};

/** What a command prints in a terminal of that width. */
async function printedBy(
  command: (colour: boolean) => Promise<number>,
  width: number,
  colour: boolean,
): Promise<string> {
  const printed: string[] = [];
  const write = vi.spyOn(process.stdout, "write").mockImplementation((chunk) => printed.push(String(chunk)) > 0);
  vi.stubEnv("FORCE_COLOR", colour ? "1" : "0");
  vi.stubEnv("COLUMNS", String(width));
  try {
    await command(true);
  } finally {
    write.mockRestore();
    vi.unstubAllEnvs();
  }
  return printed.join("");
}

describe("a command", () => {
  const { columns } = process.stdout;
  Object.assign(process.stdout, { columns: undefined });
  afterAll(() => void Object.assign(process.stdout, { columns }));

  test.each(Object.entries(COMMANDS).map(([name, command], at) => ({ name, command, at })))(
    "$name",
    { timeout: LONG },
    async ({ command, at }) => {
      for (const width of LONGER ? WIDTHS : [WIDTHS[at % WIDTHS.length]!])
        expectLaidOut(await printedBy(command, width, false), await printedBy(command, width, true), width);
    },
  );
});
