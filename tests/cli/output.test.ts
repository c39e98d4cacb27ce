import { lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { demerit, said, scratch } from "./run.ts";

test("-o writes what standard output would have shown, and only that", async () => {
  const cwd = scratch();
  const { code, stdout, stderr } = await said(["replay", "one-entry", "-o", "trace.txt"], {
    cwd,
    env: { FORCE_COLOR: "1", COLUMNS: "132" },
  });
  expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
  expect(stderr).toContain("trace.txt");
  expect(readFileSync(join(cwd, "trace.txt"), "utf8")).toBe((await said(["replay", "one-entry"])).stdout);
  expect(readdirSync(cwd)).toEqual(["trace.txt"]);
});

test("an existing file is kept, unless --force", async () => {
  const cwd = scratch();
  writeFileSync(join(cwd, "kept.txt"), "mine");
  const refused = await said(["replay", "one-entry", "-o", "kept.txt"], { cwd });
  expect(refused).toMatchObject({ code: 2, stdout: "" });
  expect(refused.stderr).toContain("--force");
  expect(readFileSync(join(cwd, "kept.txt"), "utf8")).toBe("mine");
  expect((await said(["replay", "one-entry", "-o", "kept.txt", "--force"], { cwd })).code).toBe(0);
  expect(readFileSync(join(cwd, "kept.txt"), "utf8")).toContain("Ning An");
});

test.each([
  ["a folder", "folder", "is a folder"],
  ["no folder", "nowhere/trace.txt", "no folder"],
  ["nothing", "", "the name after -o is empty"],
])("a place that cannot be written: %s", async (_case, output, says) => {
  const cwd = scratch();
  mkdirSync(join(cwd, "folder"));
  const { code, stderr } = await said(["replay", "one-entry", "-o", output], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain(says);
  expect(readdirSync(cwd)).toEqual(["folder"]);
});

/** Every write fails as on a full disk, after the file beside it has been opened. */
const FULL = `import fs from "node:fs"; import { syncBuiltinESMExports } from "node:module";
  const write = fs.writeFileSync; fs.writeFileSync = (file, text, options) => { write(file, String(text).slice(0, 10), options); throw Object.assign(new Error("no space"), { code: "ENOSPC" }); }; syncBuiltinESMExports();`;
const ON_FULL_DISK = ["--import", `data:text/javascript,${encodeURIComponent(FULL)}`];

test("a full disk leaves no half file", () => {
  const cwd = scratch();
  const { code, stderr } = demerit(["replay", "one-entry", "-o", "trace.txt"], { cwd, node: ON_FULL_DISK });
  expect(code).toBe(2);
  expect(stderr).toContain("the disk is full");
  expect(readdirSync(cwd)).toEqual([]);
});

test("several files come to stand all, or none: what was there before is there again", () => {
  const cwd = scratch();
  mkdirSync(join(cwd, "pages"));
  for (const id of ["one-entry", "petitioner"]) writeFileSync(join(cwd, "pages", `${id}.html`), `my ${id}`);
  // The second file cannot be put in its place: each takes two steps, the old one aside and the new one there.
  const stubborn = `import fs from "node:fs"; import { syncBuiltinESMExports } from "node:module";
    const rename = fs.renameSync; let steps = 0; fs.renameSync = (from, to) => { if (++steps === 4) throw Object.assign(new Error("no"), { code: "EPERM" }); rename(from, to); }; syncBuiltinESMExports();`;
  const { code, stderr } = demerit(["print", "one-entry", "petitioner", "--until", "Y1-06", "-o", "pages", "--force"], {
    cwd,
    node: ["--import", `data:text/javascript,${encodeURIComponent(stubborn)}`],
  });
  expect(code).toBe(2);
  expect(stderr).toContain("not permitted");
  expect(readdirSync(join(cwd, "pages")).sort()).toEqual(["one-entry.html", "petitioner.html"]);
  for (const id of ["one-entry", "petitioner"])
    expect(readFileSync(join(cwd, "pages", `${id}.html`), "utf8")).toBe(`my ${id}`);
});

test("of several new files none stays where one cannot be put in its place", () => {
  const cwd = scratch();
  mkdirSync(join(cwd, "pages"));
  const stubborn = `import fs from "node:fs"; import { syncBuiltinESMExports } from "node:module";
    const rename = fs.renameSync; let steps = 0; fs.renameSync = (from, to) => { if (++steps === 2) throw Object.assign(new Error("no"), { code: "EPERM" }); rename(from, to); }; syncBuiltinESMExports();`;
  const { code } = demerit(["print", "one-entry", "petitioner", "--until", "Y1-06", "-o", "pages"], {
    cwd,
    node: ["--import", `data:text/javascript,${encodeURIComponent(stubborn)}`],
  });
  expect(code).toBe(2);
  expect(readdirSync(join(cwd, "pages"))).toEqual([]);
});

test("what is replaced keeps its permissions, and a link its end; a link to nothing is kept", async () => {
  const cwd = scratch();
  writeFileSync(join(cwd, "own.txt"), "mine", { mode: 0o600 });
  symlinkSync("own.txt", join(cwd, "link.txt"));
  symlinkSync("nowhere.txt", join(cwd, "lost.txt"));
  expect((await said(["replay", "one-entry", "-o", "link.txt", "--force"], { cwd })).code).toBe(0);
  expect(lstatSync(join(cwd, "link.txt")).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(cwd, "own.txt"), "utf8")).toContain("Ning An");
  expect(statSync(join(cwd, "own.txt")).mode & 0o777).toBe(0o600);
  const { code, stderr } = await said(["replay", "one-entry", "-o", "lost.txt"], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain("link to what is not there");
  expect(readdirSync(cwd).sort()).toEqual(["link.txt", "lost.txt", "own.txt"]);
});

test("a full disk spares the file that was to be replaced", () => {
  const cwd = scratch();
  writeFileSync(join(cwd, "trace.txt"), "mine");
  const { code } = demerit(["replay", "one-entry", "-o", "trace.txt", "--force"], { cwd, node: ON_FULL_DISK });
  expect(code).toBe(2);
  expect(readdirSync(cwd)).toEqual(["trace.txt"]);
  expect(readFileSync(join(cwd, "trace.txt"), "utf8")).toBe("mine");
});

test("nothing is written when the rulebook cannot be used", async () => {
  const cwd = scratch();
  writeFileSync(join(cwd, "broken.jsonc"), "{");
  expect((await said(["replay", "--rulebook", "broken.jsonc", "-o", "trace.txt"], { cwd })).code).toBe(2);
  expect(readdirSync(cwd)).toEqual(["broken.jsonc"]);
});
