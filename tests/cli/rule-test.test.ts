import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { RuleTestResult } from "../../src/report/rule-test/json.ts";
import { PACK } from "../load/samples.ts";
import { ROOT, said, scratch, STACK } from "./run.ts";

const SHIPPED = readdirSync(join(ROOT, "rules/tests")).map((file) => `rules/tests/${file}`);
const FAILING = "tests/cli/failing.test.jsonc";
const cwd = scratch();

function file(name: string, text: string): string {
  writeFileSync(join(cwd, name), text);
  return name;
}

function tests(...each: string[]): string {
  return `{ "kind": "rule-test", "rulebook": "suining-2010", "tests": [\n${each.join(",\n")}\n] }\n`;
}

const RED_LIGHT =
  '{ "title": "a red light", "events": [{ "at": "Y1-02", "event": "red-light" }], "expect": { "at": "Y1-02", "points": 990 } }';

test("the shipped tests hold, a dozen or more in each file", async () => {
  expect(SHIPPED.length).toBeGreaterThan(1);
  const { code, stdout, stderr } = await said(["test", ...SHIPPED]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/\d+ tests in \d files: all hold\n$/);
  const { files } = JSON.parse((await said(["test", ...SHIPPED, "--format", "json"])).stdout) as RuleTestResult;
  for (const each of files) expect(each.tests.length, each.file).toBeGreaterThanOrEqual(12);
});

test("the differing value is pointed at, with what made it", async () => {
  const name = file("cost.test.jsonc", tests(RED_LIGHT, RED_LIGHT.replace("990", "980").replace("a red", "dear red")));
  const { code, stdout } = await said(["test", name], { cwd });
  expect(code).toBe(1);
  expect(stdout).toContain("  ✓ a red light\n  ✗ dear red light\n");
  expect(stdout).toContain(`cost.test.jsonc:3:${RED_LIGHT.replace("a red", "dear red").indexOf("990") + 1}`);
  expect(stdout).toContain("points: expected 980 → met 990");
  expect(stdout).toMatch(/#1 +Y1-02 +Running a red light −10 \(suining\/red-light\)/);
  const marked = stdout.split("\n").findIndex((line) => line.includes("^^^"));
  const lines = stdout.split("\n");
  expect(lines[marked]!.indexOf("^^^")).toBe(lines[marked - 1]!.indexOf("980"));
  expect(stdout).toMatch(/2 tests: 1 holds, 1 fails\n$/);
});

test("of a persona, the commands that show more are given, and run", async () => {
  const name = file(
    "persona.test.jsonc",
    tests('{ "title": "x", "persona": "case-2010", "expect": { "at": "Y1-02", "points": 1000 } }'),
  );
  const { stdout } = await said(["test", name], { cwd });
  const commands = [...stdout.matchAll(/\$ demerit (.+)/g)].map(([, line]) => line!);
  expect(commands[0]).toBe("replay case-2010 --rulebook suining-2010 --until Y1-02");
  expect(commands[1]).toMatch(/^why case-2010 \d+ --rulebook suining-2010 --until Y1-02$/);
  for (const command of commands) expect((await said(command.split(" "), { cwd })).code, command).toBe(0);
});

test("what an unnamed life was given is said, and what came to nothing", async () => {
  const { stdout } = await said(["test", FAILING]);
  const flat = stdout.replace(/\s+/g, " ");
  expect(flat).toContain("Its events need trade: open and work: unemployed, so it opens with that");
  const lapsing = file(
    "lapsing.test.jsonc",
    tests(
      '{ "title": "x", "events": [{ "at": "Y1-02", "attempt": "promotion", "purpose": "work" }, { "at": "Y1-03", "event": "work-found" }], "expect": { "points": 0 } }',
    ),
  );
  expect((await said(["test", lapsing], { cwd })).stdout.replace(/\s+/g, " ")).toContain(
    "Finds work. Does not come about: it needs work: unemployed or none, and met employed",
  );
});

test("JSON says the same", async () => {
  const { code, stdout } = await said(["test", FAILING, "--format", "json"]);
  expect(code).toBe(1);
  const result = JSON.parse(stdout) as RuleTestResult;
  expect(result).toMatchObject({ ruleTestResultVersion: 1, tests: 4, hold: 1, fail: 3, problems: [] });
  expect(result.notice).toContain("Invented persons only");
  expect(result.files[0]!.tests[1]!.differences[0]).toEqual({
    key: "points",
    expected: 970,
    met: 950,
    at: expect.objectContaining({ line: 13, column: 44, path: "tests[1].expect.points" }) as unknown,
    madeBy: [
      { seq: null, month: "Y1-01", says: "opens at 1,000 points", rule: null },
      { seq: 1, month: "Y1-02", says: "Drunk driving −50", rule: "suining/drunk-driving" },
    ],
  });
});

test("a composite says so in both formats", async () => {
  const name = file("composite.test.jsonc", tests(RED_LIGHT).replace('"rulebook": "suining-2010", ', ""));
  for (const format of ["text", "json"])
    expect((await said(["test", name, "--format", format], { cwd })).stdout.replace(/\s+/g, " ")).toContain(
      "nobody lived under exactly these rules together",
    );
});

describe("the rulebook", () => {
  const toys = PACK;
  const cost = (rulebook: string, points: number): string =>
    `{ "kind": "rule-test", ${rulebook} "tests": [{ "title": "x", "events": [{ "at": "Y1-02", "event": "red-light" }], "expect": { "at": "Y1-02", "points": ${points} } }] }`;
  mkdirSync(join(cwd, "deep", "er"), { recursive: true });
  file("deep/toy.jsonc", toys);
  file("deep/er/toy.test.jsonc", cost('"rulebook": "../toy.jsonc",', 90));

  test("is looked for from the folder of the test, wherever one stands", async () => {
    for (const [from, name] of [
      [cwd, "deep/er/toy.test.jsonc"],
      [join(cwd, "deep"), "er/toy.test.jsonc"],
      [join(cwd, "deep/er"), "toy.test.jsonc"],
      [ROOT, join(cwd, "deep/er/toy.test.jsonc")],
    ] as const) {
      const { code, stderr } = await said(["test", name], { cwd: from });
      expect({ code, stderr }, name).toEqual({ code: 0, stderr: "" });
    }
  });

  test("of the command line stands for all of them, and is looked for from here", async () => {
    const name = "deep/er/toy.test.jsonc";
    expect((await said(["test", name, "--rulebook", "deep/toy.jsonc"], { cwd })).code).toBe(0);
    const { code, stdout } = await said(["test", name, "--rulebook", "suining-2010"], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain("expected 90 → met 990");
    expect(stdout).toContain("list rules --rulebook suining-2010");
  });

  test("is the default one where none is named", async () => {
    file("default.test.jsonc", cost("", 990));
    expect((await said(["test", "default.test.jsonc"], { cwd })).code).toBe(0);
  });

  test.each([
    ["an unknown one", '"rulebook": "suinning-2010",', ["rule-test/unusable-rulebook", "Did you mean “suining-2010”?"]],
    ["a missing file", '"rulebook": "none.jsonc",', ["rule-test/unusable-rulebook", "there is no such file"]],
    [
      "a faulty pack",
      '"rulebook": "faulty.jsonc",',
      ["rule-test/unusable-rulebook", "rule/unknown-door", "faulty.jsonc:"],
    ],
    ["a persona", '"rulebook": "me.json",', ["rule-test/unusable-rulebook", "ETHICS.md"]],
    ["one that keeps no score", '"rulebook": "court-defaulters-2017",', ["rule-test/no-scoring"]],
  ])("%s: nothing is tested", async (_, rulebook, says) => {
    file("faulty.jsonc", toys.replace('["high-speed-rail"]', '["boat"]'));
    file("me.json", readFileSync(join(ROOT, "fixtures/personas/petitioner.json"), "utf8"));
    const env = { COLUMNS: "200" };
    const { code, stdout, stderr } = await said(["test", file("bad.test.jsonc", cost(rulebook, 90))], { cwd, env });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    for (const each of says) expect(stderr).toContain(each);
    expect(stderr).not.toMatch(STACK);
  });

  test("of the command line that cannot be used", async () => {
    const { code, stderr } = await said(["test", ...SHIPPED, "--rulebook", "nowhere"]);
    expect(code).toBe(2);
    expect(stderr).toContain("nowhere");
  });

  test("that never settles holds no test", async () => {
    const echo = toys
      .replace(
        '{ "fact": "event", "operator": "equal", "value": "red-light" }',
        '{ "fact": "event", "operator": "in", "value": ["red-light", "posted"] }',
      )
      .replace('{ "fact": "priorCount", "operator": "lessThan", "value": 3 },', "");
    file("echo.jsonc", echo);
    const { code, stdout } = await said(["test", file("echo.test.jsonc", cost('"rulebook": "echo.jsonc",', 90))], {
      cwd,
    });
    expect(code).toBe(1);
    expect(stdout.replace(/\s+/g, " ")).toContain("never settles");
  });
});

describe("a faulty file", () => {
  test("all problems of all files at once, and nothing is tested", async () => {
    const one = file(
      "one.test.jsonc",
      tests(RED_LIGHT.replace("red-light", "red-lihgt"), RED_LIGHT.replace("points", "point")),
    );
    const two = file("two.test.jsonc", "{");
    const good = file("good.test.jsonc", tests(RED_LIGHT));
    const { code, stdout, stderr } = await said(["test", good, one, two, "gone.test.jsonc", "."], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    for (const each of [
      "one.test.jsonc:2:64  problem  rule-test/unknown-event",
      "Did you mean “red-light”?",
      "one.test.jsonc:3:107  problem  rule-test/unknown-key",
      "Did you mean “points”?",
      "two.test.jsonc:1:",
      "gone.test.jsonc:1:1  problem  file/unreadable",
      "file/folder",
    ])
      expect(stderr).toContain(each);
    expect(stderr).not.toMatch(STACK);
  });

  test("in JSON", async () => {
    const { code, stdout } = await said(["test", file("bad.test.jsonc", "{}"), "--format", "json"], { cwd });
    expect(code).toBe(2);
    const { files, problems } = JSON.parse(stdout) as RuleTestResult;
    expect(files).toEqual([]);
    expect(problems.map((each) => each.code)).toContain("rule-test/missing-key");
  });

  test("is found by “check” too, which says how to run a good one", async () => {
    expect(
      await said(["check", file("bad.test.jsonc", tests(RED_LIGHT.replace("red-light", "x")))], { cwd }),
    ).toMatchObject({
      code: 1,
      stderr: "",
    });
    const { code, stdout } = await said(["check", SHIPPED[0]!]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/\d+ tests, to be run with “demerit\stest”/);
  });
});

test("no file named", async () => {
  const { code, stderr } = await said(["test"]);
  expect(code).toBe(2);
  expect(stderr).toContain("missing required argument");
});

test("a test of rules is no rulebook", async () => {
  const { code, stderr } = await said(["replay", "--rulebook", SHIPPED[0]!]);
  expect(code).toBe(2);
  expect(stderr).toContain("This file is a rule-test");
});

test("with colour it says the same", async () => {
  const plain = (await said(["test", FAILING])).stdout;
  const coloured = (await said(["test", FAILING], { env: { FORCE_COLOR: "1" } })).stdout;
  expect(coloured).not.toBe(plain);
  expect(coloured.replace(/\u001b\[\d+m/g, "")).toBe(plain);
});
