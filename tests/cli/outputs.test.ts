import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { EXITS } from "../../src/cli/exit.ts";
import { ENDINGS, type OutputFormat, outputOf, OUTPUTS, type Writer } from "../../src/cli/outputs.ts";
import { programOf } from "../../src/cli/program.ts";
import { ROOT, said, scratch } from "./run.ts";

const WRITERS = Object.keys(OUTPUTS) as Writer[];
const FORMATS = Object.keys(ENDINGS) as OutputFormat[];
const formatsOf = (command: Writer): readonly OutputFormat[] => OUTPUTS[command];
const asked = (command: Writer, options: { output?: string; format?: string }) =>
  outputOf(command, { color: true, ...options }).format;

/** The rows of a table in the README: what stands between the strokes. */
function tableUnder(heading: string): string[][] {
  const readme = readFileSync(join(ROOT, "README.md"), "utf8");
  const table = new RegExp(`\\n${heading.replaceAll(/[|.]/g, String.raw`\$&`)}\\n\\| *-[^\\n]*\\n((?:\\|.*\\n)+)`).exec(
    readme,
  );
  return table![1]!
    .trim()
    .split("\n")
    .map((row) =>
      row
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

describe("the ending of a file decides what is in it", () => {
  test.each(WRITERS)("%s: each of its endings, in small letters and in capitals; no other", (command) => {
    for (const format of FORMATS) {
      for (const output of [`page${ENDINGS[format]}`, `PAGE${ENDINGS[format].toUpperCase()}`]) {
        if (formatsOf(command).includes(format)) expect(asked(command, { output })).toBe(format);
        else expect(() => asked(command, { output })).toThrow(`“${command}” writes no ${ENDINGS[format]}`);
      }
    }
    expect(() => asked(command, { output: "page" })).toThrow("page has no ending");
    expect(() => asked(command, { output: "page.doc" })).toThrow(ENDINGS[formatsOf(command)[0]!]);
  });

  test.each(WRITERS)(
    "%s: --format alone decides on standard output, and must not say another than the ending",
    (command) => {
      expect(asked(command, {})).toBe(formatsOf(command)[0]);
      for (const format of formatsOf(command)) {
        expect(asked(command, { format })).toBe(format);
        expect(asked(command, { format, output: `page${ENDINGS[format]}` })).toBe(format);
        for (const other of formatsOf(command).filter((each) => each !== format))
          expect(() => asked(command, { format, output: `page${ENDINGS[other]}` })).toThrow(/say different things/);
      }
      expect(() => asked(command, { format: "docx" })).toThrow(`it has ${formatsOf(command).join(", ")}`);
    },
  );

  test("what is written is what the ending says", async () => {
    const cwd = scratch();
    const looks: Readonly<Record<string, RegExp>> = {
      "a.txt": /^── In short/m,
      "a.md": /^# /m,
      "a.json": /^\{\n {2}"traceVersion": 4/,
      "a.csv": /^\ufeffnotice,/,
    };
    for (const [output, look] of Object.entries(looks)) {
      expect((await said(["replay", "one-entry", "-o", output], { cwd })).code).toBe(0);
      expect(readFileSync(join(cwd, output), "utf8")).toMatch(look);
    }
    expect((await said(["print", "one-entry", "--until", "Y1-06", "-o", "a.svg"], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, "a.svg"), "utf8")).toMatch(/^<svg /);
  });

  test.each(
    WRITERS.filter((command) => ["why", "check", "test", "list", "demo"].includes(command)).map((command) => [command]),
  )("%s writes to a file too, whole and without colour, and says so", async (command) => {
    const cwd = scratch();
    const args = {
      why: ["why", "one-entry", "5"],
      check: ["check", "suining-2010"],
      test: ["test", join(ROOT, "rules/tests/suining-2010.test.jsonc")],
      list: ["list", "personas"],
      demo: ["demo"],
    }[command as string]!;
    const env = { FORCE_COLOR: "1" };
    const ran = await said([...args, "-o", "said.txt"], { cwd, env });
    expect(ran).toEqual({ code: 0, stdout: "", stderr: "wrote said.txt\n" });
    expect(readFileSync(join(cwd, "said.txt"), "utf8")).toBe((await said(args, { cwd })).stdout);
    writeFileSync(join(cwd, "said.txt"), "mine");
    expect((await said([...args, "-o", "said.txt"], { cwd })).code).toBe(2);
    expect(readFileSync(join(cwd, "said.txt"), "utf8")).toBe("mine");
  });

  test("new writes the file that it is given, and no other", async () => {
    const cwd = scratch();
    const { code, stderr } = await said(["new", "mine.jsonc", "-o", "other.txt"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("leave -o and --format out");
    expect(readdirSync(cwd)).toEqual([]);
  });

  test("completion prints for a shell, and writes no file", async () => {
    const cwd = scratch();
    const { code, stdout, stderr } = await said(["completion", "bash", "-o", "other.txt"], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("leave -o out");
    expect(readdirSync(cwd)).toEqual([]);
  });

  test("a folder takes one document for each person, of the form that --format says", async () => {
    const cwd = scratch();
    mkdirSync(join(cwd, "pages"));
    expect(
      (await said(["print", "one-entry", "--until", "Y1-06", "--format", "svg", "-o", "pages"], { cwd })).code,
    ).toBe(0);
    expect(readdirSync(join(cwd, "pages")).sort()).toEqual([
      "one-entry--chain-of-harm.svg",
      "one-entry--life-line.svg",
    ]);
    const refused = await said(["replay", "-o", "pages"], { cwd });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain("pages is a folder");
  });

  test.each([["pdf"], ["png"]])(
    "a %s says at once, before any work, that it needs a browser, and what to do without",
    async (kind) => {
      const cwd = scratch();
      const { code, stderr } = await said(["print", "one-entry", "--rulebook", "no-such-book", "-o", `a.${kind}`], {
        cwd,
        env: { DEMERIT_BROWSER: "none" },
      });
      expect(code).toBe(2);
      expect(stderr).toContain(`so no ${kind.toUpperCase()} was made`);
      expect(stderr).toContain(kind === "pdf" ? "ends in .html" : "ends in .svg");
      expect(stderr).not.toContain("no-such-book");
    },
  );
});

test("the table of endings in the README is what the commands write", () => {
  const rows = tableUnder("| command | endings |").flatMap(([commands, endings]) =>
    commands!.split(", ").map((command) => [command.replaceAll("`", ""), endings!.replaceAll("`", "")]),
  );
  const told = Object.fromEntries(rows) as Record<string, string>;
  const written = Object.fromEntries(
    WRITERS.map((command) => [
      command,
      formatsOf(command)
        .map((format) => ENDINGS[format])
        .join(" "),
    ]),
  );
  expect(told).toEqual(written);
});

test("the exit codes stand in one place: the README, the help and the program say the same", async () => {
  const told = tableUnder("| exit code | means |").map(([code, says]) => [Number(code), says]);
  expect(told).toEqual(Object.values(EXITS).map(({ code, says }) => [code, says]));
  const { stdout } = await said(["--help"]);
  for (const { code, short } of Object.values(EXITS)) expect(stdout).toContain(`${code} ${short}`);
});

test("every command but the two that write none of their own stands in the table of outputs", () => {
  const names = programOf(() => {}, false).commands.map((command) => command.name());
  expect([...names].sort()).toEqual([...WRITERS, "new", "completion"].sort());
});
