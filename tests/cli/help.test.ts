import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { programOf } from "../../src/cli/program.ts";
import { demerit, said } from "./run.ts";

const { commands } = programOf(() => {}, false);
const NAMES = commands.map((command) => command.name());

/** A page that is to be read without scrolling. */
function expectOneScreen(page: string): void {
  const lines = page.trimEnd().split("\n");
  expect(lines.length).toBeLessThanOrEqual(24);
  for (const line of lines) expect(stringWidth(line), line).toBeLessThanOrEqual(80);
}

describe("help fits one screen of 24 lines and 80 columns", () => {
  test("of all commands, each once, in the words that its own help begins with", async () => {
    const { code, stdout, stderr } = await said(["--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expectOneScreen(stdout);
    const named = [...stdout.matchAll(/^.{14}([a-z-]+)(?: [A-Z[|…\]]+)* +\S/gm)].map(([, name]) => name);
    expect(new Set(named)).toEqual(new Set(NAMES));
    expect(named).toHaveLength(NAMES.length);
  });

  test.each(NAMES)("of %s, with its endings where it writes any", async (name) => {
    const { code, stdout } = await said([name, "--help"]);
    expect(code).toBe(0);
    expectOneScreen(stdout);
    if (name !== "new" && name !== "completion") expect(stdout).toMatch(/-o FILE ends in \.\w+/);
  });
});

test("there are eighteen commands, and the options that they mention between them are no more than seventy", () => {
  expect(NAMES).toHaveLength(18);
  expect(commands.reduce((sum, { options }) => sum + options.length, 0)).toBeLessThanOrEqual(70);
});

describe("a missing argument is answered with what there is", () => {
  test.each([
    [["why"], "petitioner"],
    [["why", "petitioner"], "“demerit replay petitioner” prints them"],
    [["list"], "personas, rulebooks"],
    [["check"], "suining-composite"],
    [["test"], "suining-2010.test.jsonc"],
    [["compare"], "court-guidance-2019"],
    [["compare", "suining-composite"], "court-guidance-2019"],
    [["sweep"], "suining/loan-default.points"],
    [["repair"], "petitioner"],
    [["repair", "petitioner"], "high-speed-rail"],
    [["repair", "petitioner", "--avoid"], "high-speed-rail"],
    [["wrong-record"], "petitioner"],
    [["worksheet"], "petitioner"],
    [["verify"], "demerit print -o page.html"],
    [["new"], "mine.jsonc"],
    [["completion"], "bash, zsh, fish"],
    [["replay", "--rulebook"], "suining-2010"],
    [["replay", "--reading"], "restoration=five-years"],
    [["print", "--compare"], "court-guidance-2019"],
  ])("%j", async (args, says) => {
    const { code, stdout, stderr } = await said(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(says);
    expect(stderr).toContain(`(demerit ${args[0]} --help shows its options)`);
  });

  test("and no command wants an argument that this table does not name", () => {
    const wanted = commands.flatMap((command) =>
      command.registeredArguments.filter(({ required }) => required).map(() => command.name()),
    );
    expect(wanted.sort()).toEqual([
      "check",
      "compare",
      "compare",
      "completion",
      "list",
      "new",
      "repair",
      "sweep",
      "test",
      "verify",
      "why",
      "why",
      "worksheet",
      "wrong-record",
    ]);
  });
});

describe("the last guard", () => {
  const THROWING = `data:text/javascript,${encodeURIComponent('JSON.parse = () => { throw new TypeError("boom\\n  at once"); };')}`;

  test("says an unforeseen error in one plain line, how to report it, and exits with 70", () => {
    const ran = demerit(["replay"], { node: ["--import", THROWING], mayFail: true });
    expect(ran.code).toBe(70);
    expect(ran.stdout).toBe("");
    expect(ran.stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(ran.stderr).toMatch(
      /^demerit: this is a fault of demerit [\d.]+ itself.*TypeError: boom at once.*CONTRIBUTING\.md/,
    );
  });

  test("fails the tests, wherever else it is reached", () => {
    expect(() => demerit(["replay"], { node: ["--import", THROWING] })).toThrow("boom");
  });
});
