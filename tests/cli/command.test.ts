import { readFileSync } from "node:fs";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { argumentsOf, ROOT, said, scratch, STACK } from "./run.ts";

describe("without arguments", async () => {
  const { stdout } = await said([]);

  test("fits one screen of 24 lines and 80 columns", () => {
    const lines = stdout.trimEnd().split("\n");
    expect(lines.length).toBeLessThanOrEqual(24);
    expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(80);
  });

  test("names three commands to try, and they run", async () => {
    const commands = [...stdout.matchAll(/^ {2}demerit (.+?) {2,}/gm)].map(([, line]) => argumentsOf(line!));
    expect(commands.length).toBeGreaterThanOrEqual(3);
    for (const args of commands) expect((await said(args)).code).toBe(0);
  });

  test("says what it refuses", () => expect(stdout).toContain("ETHICS.md"));
});

describe("help", () => {
  test.each([[["replay"]], [["list"]], [["check"]]])(
    "%j --help goes to standard output, with examples that run",
    async (command) => {
      const help = await said([...command, "--help"]);
      expect(help).toMatchObject({ code: 0, stderr: "" });
      const examples = [...help.stdout.matchAll(/\$ demerit (.+)/g)].map(([, line]) => argumentsOf(line!));
      expect(examples.length).toBeGreaterThan(1);
      for (const args of examples) {
        const mine = args.map((arg) => (arg === "my-rules.jsonc" ? `${ROOT}/rules/suining-2010.jsonc` : arg));
        expect(await said(mine, { cwd: scratch() }), args.join(" ")).toMatchObject({ code: 0 });
      }
    },
  );

  test("--version prints the version alone", async () => {
    const { version } = JSON.parse(readFileSync(`${ROOT}/package.json`, "utf8")) as { version: string };
    expect(await said(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });
});

describe("a slip of the pen is answered with the nearest word, and never carried out", () => {
  test.each([
    [["repaly"], "“replay”"],
    [["replay", "petitoner"], "“petitioner”"],
    [["replay", "--rulebook", "suining-2011"], "“suining-2010”"],
    [["replay", "--ful"], "--full"],
    [["list", "rulez"], "“rules”"],
    [["check", "suining-compsite"], "“suining-composite”"],
  ])("%j → %s", async (args, meant) => {
    const { code, stdout, stderr } = await said(args);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(meant);
    expect(stderr).not.toMatch(STACK);
  });
});

describe("list", () => {
  test.each(["personas", "rulebooks", "packs", "rules", "facts", "events", "doors", "measures", "sources"])(
    "%s, as text and as JSON",
    async (what) => {
      const text = await said(["list", what]);
      const json = await said(["list", what, "--format", "json"]);
      expect(text).toMatchObject({ code: 0, stderr: "" });
      expect(json).toMatchObject({ code: 0, stderr: "" });
      const items = JSON.parse(json.stdout) as unknown[];
      expect(items.length).toBeGreaterThan(0);
      expect(Math.max(...text.stdout.split("\n").map((line) => stringWidth(line)))).toBeLessThanOrEqual(80);
      expect(text.stdout).not.toContain("…");
    },
  );

  test("says of each fact what it is and what it may be: short lists in full, of long ones how many", async () => {
    const { stdout } = await said(["list", "facts"]);
    for (const fact of [
      "event\n    what happens\n    one of 95 (see the other lists)\n",
      "purpose\n    what the attempt is for\n    none, work, family, trade, debt, or null\n",
      "measure\n    the measure in question, at “measure-imposed” and “measure-lifted”\n    the id of a measure, or null\n",
      "circumstance:hours\n    the person's hours\n    full, short, not-known\n",
    ])
      expect(stdout).toContain(fact);
    const heads = stdout.split("\n").filter((line) => /^\S/.test(line));
    const items = JSON.parse((await said(["list", "facts", "--format", "json"])).stdout) as { name: string }[];
    expect(heads).toEqual(items.map(({ name }) => name));
  });

  test("lists the rules of another rulebook", async () => {
    const { stdout } = await said(["list", "rules", "--rulebook", "court-defaulters-2017"]);
    expect(stdout).toContain("court/ground-refusal");
    expect(stdout).not.toContain("suining/");
  });
});

describe("replay", () => {
  test("several personas, each on its own page, in the order named", async () => {
    const { stdout } = await said(["replay", "one-entry", "petitioner"]);
    expect(stdout.indexOf("Ning An")).toBeLessThan(stdout.indexOf("He Shulan"));
    expect(stdout.match(/^── Harm ledger/gm)).toHaveLength(2);
  });

  test("the documented arithmetic: 1,000 → 580, class D", async () => {
    const { stdout } = await said([
      "replay",
      "case-2010",
      "--rulebook",
      "suining-2010",
      "--until",
      "Y1-02",
      "--format",
      "json",
    ]);
    const trace = JSON.parse(stdout) as {
      entries: { after: { score: number; class: string } }[];
      opening: { score: number };
    };
    expect(trace.opening.score).toBe(1000);
    expect(trace.entries.at(-1)!.after).toMatchObject({ score: 580, class: "D" });
  });

  test("JSON carries version, notice, rulebook and persona, and is never coloured", async () => {
    const { stdout } = await said(["replay", "--format", "json"], { env: { FORCE_COLOR: "1" } });
    expect(stdout).not.toContain("\u001b");
    expect(JSON.parse(stdout)).toMatchObject({
      traceVersion: 4,
      rulebook: { id: "suining-composite" },
      persona: { id: "missed-instalment" },
    });
  });

  test("several in JSON are an array", async () => {
    expect(JSON.parse((await said(["replay", "one-entry", "petitioner", "--format", "json"])).stdout)).toHaveLength(2);
  });

  test("a stack put together by the reader warns that it is a composite", async () => {
    const { code, stdout } = await said(["replay", "--rulebook", "suining-2010,court-defaulters-2017"]);
    expect(code).toBe(0);
    expect(stdout.replace(/\s+/g, " ")).toContain("nobody lived under exactly these rules together");
  });

  test("the court pack alone keeps no score and does not speak of points", async () => {
    const { stdout } = await said(["replay", "--rulebook", "court-defaulters-2017"]);
    expect(stdout).not.toMatch(/\bscore +class\b/);
    expect(stdout).not.toMatch(/in class [A-D]/);
  });

  test.each(["Y0-01", "Y11-01", "Y1-13", "2010-03", "y1-01", "soon"])("--until %s is not story time", async (until) => {
    const { code, stderr } = await said(["replay", "--until", until]);
    expect(code).toBe(2);
    expect(stderr).toContain("Y5-01");
  });

  test("stops after --until, and says so", async () => {
    const { stdout } = await said(["replay", "--until", "Y1-06"]);
    expect(stdout.replace(/\s+/g, " ")).toContain("--until Y1-06");
    expect(stdout).not.toMatch(/^Y1-07/m);
  });
});

describe("the same input gives the same bytes", () => {
  test.each([["text"], ["json"]])("%s, in another time zone, language and folder", async (format) => {
    const args = ["replay", "petitioner", "--format", format];
    const here = await said(args);
    const there = await said(args, {
      cwd: scratch(),
      env: { TZ: "Asia/Shanghai", LANG: "zh_CN.UTF-8", LC_ALL: "zh_CN.UTF-8" },
    });
    expect(there.stdout).toBe(here.stdout);
  });
});
