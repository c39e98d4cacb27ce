import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { shippedOverlays, shippedRules } from "../../src/cli/library.ts";
import { expectGolden } from "../support/golden.ts";
import { said, scratch, STACK } from "./run.ts";

const cwd = scratch();
const file = (name: string, text: string): string => {
  writeFileSync(join(cwd, name), text);
  return name;
};
/** Lines as they are, without the layout's line ends. */
const flat = (text: string): string => text.replaceAll(/\s+/g, " ");

const overlay = (id: string, rest: string, base = "suining-composite"): string =>
  file(
    `${id}.jsonc`,
    `{
  "kind": "overlay", "id": "${id}", "version": "1", "title": "Edit ${id}", "about": "Made up.", "asOf": "never",
  "extends": "${base}",
  ${rest}
}
`,
  );

const MILDER = overlay("milder", '"amend": { "suining/loan-default": { "then": { "points": -20 } } },');

describe("shipped overlays", () => {
  test("are named like their files, and like nothing else", () => {
    for (const id of shippedOverlays())
      expect(readFileSync(`rules/overlays/${id}.jsonc`, "utf8")).toContain(`"id": "${id}"`);
    expect(shippedOverlays().filter((id) => shippedRules().includes(id))).toEqual([]);
    expect(shippedOverlays().length).toBeGreaterThan(0);
  });

  test.each(shippedOverlays())("%s is usable, alone and by the id that its pages print", async (id) => {
    expect(await said(["check", id])).toMatchObject({ code: 0, stderr: "" });
    const page = await said(["replay", "petitioner", "--rulebook", id]);
    expect(page).toMatchObject({ code: 0, stderr: "" });
    const [, again] = /demerit replay petitioner --rulebook (\S+)/.exec(flat(page.stdout))!;
    expect(again!.endsWith(`,${id}`)).toBe(true);
    expect((await said(["replay", "petitioner", "--rulebook", again!])).stdout).toBe(page.stdout);
    expect((await said(["replay", "petitioner", "--rulebook", `+${id}`])).stdout).toBe(page.stdout);
    expect(flat(page.stdout)).toContain("(overlay;");
  });

  test("are listed apart from packs and rulebooks", async () => {
    const ids = async (what: string): Promise<string[]> =>
      (JSON.parse((await said(["list", what, "--format", "json"])).stdout) as { id: string }[]).map(({ id }) => id);
    expect(await ids("overlays")).toEqual(shippedOverlays());
    expect([...(await ids("packs")), ...(await ids("rulebooks"))].sort()).toEqual(shippedRules());
  });
});

describe("an overlay of one's own", () => {
  test("says what was, on every page and beside every effect", async () => {
    for (const format of ["text", "markdown", "json"]) {
      const { stdout } = await said(["replay", "--rulebook", MILDER, "--format", format, "--full"], { cwd });
      expect(flat(stdout)).toContain("Edited by “Edit milder” (overlay; invented): 1 rule changed.");
    }
    const { stdout } = await said(["replay", "--rulebook", MILDER, "--full"], { cwd });
    expect(flat(stdout)).toContain("rule reported [ESSAY, CD10], points invented (was −30: reported [ESSAY, CD10])");
    expect(flat(stdout)).toContain("amended by “milder”. It was: Missed loan repayment: −30 points.");
    expect(flat(stdout)).toContain("--rulebook suining-composite,<own file: milder>");
  });

  test("its trace is saved and read again", async () => {
    await said(["replay", "--rulebook", MILDER, "--format", "json", "-o", "saved.json"], { cwd });
    const again = await said(["replay", "--from", "saved.json"], { cwd });
    expect(again).toMatchObject({ code: 0, stderr: "" });
    expect(again.stdout).toBe((await said(["replay", "--rulebook", MILDER], { cwd })).stdout);
    const saved = readFileSync(join(cwd, "saved.json"), "utf8");
    writeFileSync(join(cwd, "damaged.json"), saved.replace('"was": {', '"was": { "remark": "my neighbour",'));
    expect(await said(["replay", "--from", "damaged.json"], { cwd })).toMatchObject({ code: 2, stdout: "" });
  });

  test("one that changes nothing is not there", async () => {
    const idle = overlay("idle", '"amend": { "suining/loan-default": { "then": { "points": -30 } } }');
    for (const expression of [idle, `suining-composite,${idle}`, `+${idle}`])
      expect((await said(["replay", "--rulebook", expression], { cwd })).stdout).toBe((await said(["replay"])).stdout);
    const { code, stdout } = await said(["check", idle], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain("note  overlay/amends-nothing");
    expect(stdout).toContain("note  overlay/changes-nothing");
  });

  test("check remarks only on what is new", async () => {
    const { code, stdout } = await said(["check", MILDER], { cwd });
    expect(code).toBe(0);
    expect(stdout).toBe("milder.jsonc: 128 rules in 3 packs and 1 overlay, usable\n");
    const barren = overlay("barren", '"amend": { "suining/publication": null }');
    expect((await said(["check", barren], { cwd })).stdout).toMatch(/1 note/);
  });

  test("two of them, from left to right, and over each other", async () => {
    const harsher = overlay(
      "harsher",
      '"amend": { "suining/loan-default": { "then": { "points": -60 } } }',
      "./milder.jsonc",
    );
    for (const expression of [harsher, `milder.jsonc,${harsher}`, `+milder.jsonc,${harsher}`]) {
      const { stdout } = await said(["replay", "--rulebook", expression, "--full"], { cwd });
      expect(flat(stdout)).toContain("(was −30: reported [ESSAY, CD10])");
      expect(flat(stdout)).toContain("amended by “milder” and “harsher”");
    }
    const back = await said(["replay", "--rulebook", `${harsher},court-guidance-2019`], { cwd });
    expect(flat(back.stdout)).toContain("<own file: milder>,<own file: harsher>,court-guidance-2019");
  });
});

describe("what is refused, in words", () => {
  overlay("round-a", "", "round-b.jsonc");
  overlay("round-b", "", "./round-a.jsonc");
  overlay("round-self", "", "./round-self.jsonc");
  overlay("gone", "", "nowhere.jsonc");
  overlay("folder-below", "", "./folder");
  overlay("unknown", "", "suining-composit");
  overlay("person", "", "./person.json");
  overlay("elsewhere", '"amend": { "court/ground-refusal": null }');
  overlay("faulty", '"amend": { "suining/loan-default": { "then": { "points": "20" } } }');
  mkdirSync(join(cwd, "folder"), { recursive: true });
  file(
    "stack.jsonc",
    '{ "kind": "rulebook", "id": "s", "title": "S", "warning": "nobody lived under exactly these rules together", "packs": ["suining-2010", "court-guidance-2019"] }',
  );

  test.each([
    ["a circle of two", "round-a.jsonc", "(“round-a” extends “round-b” extends “round-a”)", "round-b.jsonc:3:14"],
    ["itself", "round-self.jsonc", "(“round-self” extends “round-self”)", "round-self.jsonc:3:14"],
    ["a file that is not there", "gone.jsonc", "there is no such file", "gone.jsonc:3:14"],
    ["a folder", "folder-below.jsonc", "is a folder", "folder-below.jsonc:3:14"],
    ["an id that is not there", "unknown.jsonc", "Did you mean “suining-composite”?", "unknown.jsonc:3:14"],
    [
      "over another pack",
      "suining-2010,elsewhere.jsonc",
      "This overlay extends “suining-composite”; here it is applied to “suining-2010”.",
      "elsewhere.jsonc:4:14",
    ],
    ["points in quotes", "faulty.jsonc", "Amended so, “suining/loan-default” would be faulty.", "faulty.jsonc:4:60"],
    ["named twice", "milder.jsonc,milder.jsonc", "is also the id of another part", "milder.jsonc:2:28"],
    ["in the packs of a rulebook file", "stack.jsonc", "is an overlay and no pack", "stack.jsonc:1:"],
  ])("%s", async (_, expression, says, place) => {
    const checked = await said(["check", expression], { cwd });
    expect(checked).toMatchObject({ code: 1, stderr: "" });
    const replayed = await said(["replay", "--rulebook", expression], { cwd });
    expect(replayed).toMatchObject({ code: 2, stdout: "" });
    for (const text of [checked.stdout, replayed.stderr]) {
      expect(flat(text)).toContain(says);
      expect(text).toContain(place);
      expect(text).not.toMatch(STACK);
    }
  });

  test("a person", async () => {
    file("person.json", '{ "kind": "persona", "id": "me" }');
    const { code, stderr } = await said(["replay", "--rulebook", "person.jsonc"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("ETHICS.md");
  });
});

describe("demerit new", () => {
  test("writes an overlay that is in order and changes nothing", async () => {
    const { code, stdout, stderr } = await said(["new", "fresh.jsonc", "--rule", "suining/drunk-driving"], { cwd });
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: "", stderr: "wrote fresh.jsonc\n" });
    await expectGolden("new--an-overlay-to-begin-with.jsonc", readFileSync(join(cwd, "fresh.jsonc"), "utf8"));
    const checked = await said(["check", "fresh.jsonc"], { cwd });
    expect(checked.code).toBe(0);
    expect(checked.stdout).toContain("overlay/amends-nothing");
    expect((await said(["replay", "--rulebook", "fresh.jsonc"], { cwd })).stdout).toBe((await said(["replay"])).stdout);
  });

  test.each(["suining-composite", "suining-2010", "court-defaulters-2017", "court-guidance-2019", "+milder.jsonc"])(
    "from %s: every example in it may be used as it is",
    async (from) => {
      expect((await said(["new", "examples.jsonc", "--rulebook", from, "--force"], { cwd })).code).toBe(0);
      const text = readFileSync(join(cwd, "examples.jsonc"), "utf8");
      expect((await said(["check", "examples.jsonc"], { cwd })).code).toBe(0);
      file("used.jsonc", text.replaceAll(/^( *)\/\/ (?=["[\]{} ])/gm, "$1"));
      const used = await said(["check", "used.jsonc"], { cwd });
      expect({ code: used.code, out: used.code === 0 ? "" : used.stdout }).toEqual({ code: 0, out: "" });
      expect((await said(["replay", "--rulebook", "used.jsonc"], { cwd })).stdout.replaceAll(/\s+/g, " ")).toMatch(
        /Edited by “My edit.*1 rule changed, 1 dropped, 1 added/,
      );
    },
  );

  test("keeps a file that is there, unless --force", async () => {
    file("kept.jsonc", "mine");
    const refused = await said(["new", "kept.jsonc"], { cwd });
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(refused.stderr).toContain("--force");
    expect(readFileSync(join(cwd, "kept.jsonc"), "utf8")).toBe("mine");
    expect((await said(["new", "kept.jsonc", "--force"], { cwd })).code).toBe(0);
  });

  test.each([
    ["an unknown rule", ["new", "x.jsonc", "--rule", "suining/drunk-drivin"], "Did you mean “suining/drunk-driving”?"],
    ["an unknown rulebook", ["new", "x.jsonc", "--rulebook", "suining-201"], "Did you mean “suining-2010”?"],
    ["no folder", ["new", "nowhere/x.jsonc"], "there is no folder"],
    ["no file", ["new", ""], "no file is named"],
  ])("%s", async (_, args, says) => {
    const { code, stdout, stderr } = await said(args, { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(STACK);
    expect(readdirSync(cwd)).not.toContain("x.jsonc");
  });

  test("a shipped id is not taken, and a rule of several words stays one comment", async () => {
    expect((await said(["new", "court-guidance-2019.jsonc"], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, "court-guidance-2019.jsonc"), "utf8")).toContain(
      '"id": "court-guidance-2019-edited"',
    );
  });
});
