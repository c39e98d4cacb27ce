import { existsSync, mkdirSync, openSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { NOTICE } from "../../src/model/notice.ts";
import { demerit, ROOT, said, scratch, STACK } from "./run.ts";

const UNTIL = ["--until", "Y2-06"];

test("one persona is one page, on standard output or in a file, and the same both times", async () => {
  const cwd = scratch();
  const { code, stdout, stderr } = await said(["print", "petitioner"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout.startsWith("<!DOCTYPE html>")).toBe(true);
  expect((await said(["print", "petitioner", "-o", "page.html"], { cwd })).code).toBe(0);
  expect(readFileSync(join(cwd, "page.html"), "utf8") === stdout).toBe(true);
  expect(readdirSync(cwd)).toEqual(["page.html"]);
});

test("several go into one document, or into a folder with one for each", async () => {
  const cwd = scratch();
  expect((await said(["print", "petitioner", "one-entry", ...UNTIL, "-o", "both.html"], { cwd })).code).toBe(0);
  expect(readFileSync(join(cwd, "both.html"), "utf8")).toContain('<nav aria-label="Contents">');
  expect((await said(["print", "petitioner", "one-entry", ...UNTIL, "-o", "pages/"], { cwd })).code).toBe(0);
  expect(readdirSync(join(cwd, "pages")).sort()).toEqual(["one-entry.html", "petitioner.html"]);
  expect(readFileSync(join(cwd, "pages", "one-entry.html"), "utf8")).toBe(
    (await said(["print", "one-entry", ...UNTIL])).stdout,
  );
  expect((await said(["print", "petitioner", ...UNTIL, "--format", "svg", "-o", "pages"], { cwd })).code).toBe(0);
  expect(readdirSync(join(cwd, "pages")).sort()).toEqual([
    "one-entry.html",
    "petitioner--chain-of-harm.svg",
    "petitioner--life-line.svg",
    "petitioner.html",
  ]);
});

test("the pictures alone carry the notice and the warning", async () => {
  const { code, stdout } = await said(["print", "petitioner", "--format", "svg"]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^<svg /);
  expect(stdout.replaceAll(/<[^>]*>/g, "").replaceAll(/\s+/g, " ")).toContain(NOTICE.slice(0, 40));
  expect(stdout).toContain("nobody lived");
});

test("a comparison draws both, and says what is edited", async () => {
  const { code, stdout } = await said(["print", "--compare", "+court-guidance-2019"]);
  expect(code).toBe(0);
  expect(stdout).toContain("What the other rulebook changes");
  expect(stdout).toContain("--compare suining-composite,court-guidance-2019");
});

test("an open question is answered alike on both sides, so that the edit is not blamed for it", async () => {
  const page = async (...more: string[]): Promise<string> =>
    (await said(["print", "petitioner", "--compare", "+court-guidance-2019", ...more])).stdout;
  expect(await page("--reading", "restoration=five-years")).toContain("--reading restoration=five-years");
  expect(await page("--reading", "restoration=five-years")).not.toContain("Return of deductions: after 60 months");
  expect(
    (await said(["print", "petitioner", "--reading", "restoration=five-years", "--compare", "court-defaulters-2017"]))
      .code,
  ).toBe(0);
});

test("a composite that is drawn beside says that it is one, on a page and in a picture", async () => {
  for (const format of ["html", "svg"]) {
    const { code, stdout } = await said([
      "print",
      "one-entry",
      "--rulebook",
      "suining-2010",
      "--compare",
      "suining-composite",
      "--format",
      format,
    ]);
    expect(code).toBe(0);
    const says = stdout.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");
    expect(says).toContain("The rulebook compared with: A composite");
    expect(says).toContain("nobody lived under exactly these rules together");
  }
  const { stdout } = await said(["compare", "suining-2010", "suining-composite", "one-entry"]);
  expect(stdout.replaceAll(/\s+/g, " ")).toContain("nobody lived under exactly these rules together");
});

describe("places that cannot be written", () => {
  test("existing files are kept, unless --force; in a folder, all or none", async () => {
    const cwd = scratch();
    mkdirSync(join(cwd, "pages"));
    writeFileSync(join(cwd, "pages", "petitioner.html"), "mine");
    const refused = await said(["print", "one-entry", "petitioner", ...UNTIL, "-o", "pages"], { cwd });
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(refused.stderr).toContain("--force");
    expect(readdirSync(join(cwd, "pages"))).toEqual(["petitioner.html"]);
    expect(readFileSync(join(cwd, "pages", "petitioner.html"), "utf8")).toBe("mine");
    expect((await said(["print", "one-entry", "petitioner", ...UNTIL, "-o", "pages", "--force"], { cwd })).code).toBe(
      0,
    );
    expect(readFileSync(join(cwd, "pages", "petitioner.html"), "utf8")).toContain("He Shulan");
  });

  test.each([
    ["no folder above", "nowhere/pages/", "no folder"],
    ["no folder", "nowhere/page.html", "no folder"],
    ["nothing", "", "the name after -o is empty"],
    ["a file named as a folder", "file.txt/", "no folder"],
    ["a device", "/dev/null", "no ending"],
    ["a device under another name, even by force", "device.html", "not an ordinary file"],
    ["a name too long", `${"x".repeat(300)}.html`, "too long"],
  ])("%s", async (_, output, says) => {
    const cwd = scratch();
    writeFileSync(join(cwd, "file.txt"), "mine");
    symlinkSync("/dev/full", join(cwd, "device.html"));
    const { code, stdout, stderr } = await said(["print", "one-entry", ...UNTIL, "-o", output, "--force"], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(STACK);
    expect(readdirSync(cwd)).toEqual(["device.html", "file.txt"]);
  });

  test("one persona twice into a folder", async () => {
    const cwd = scratch();
    const { code, stderr } = await said(["print", "one-entry", "one-entry", ...UNTIL, "-o", "pages/"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("twice");
    expect(readdirSync(cwd)).toEqual([]);
  });

  test("a disk that fills up half way leaves no half file, and no folder", () => {
    const cwd = scratch();
    // The second file finds no room.
    const full = `import fs from "node:fs"; import { syncBuiltinESMExports } from "node:module";
      const write = fs.writeFileSync; let files = 0; fs.writeFileSync = (file, text, options) => { if (++files < 2) return write(file, text, options); write(file, String(text).slice(0, 10), options); throw Object.assign(new Error("no space"), { code: "ENOSPC" }); }; syncBuiltinESMExports();`;
    const { code, stderr } = demerit(["print", "one-entry", "petitioner", ...UNTIL, "-o", "pages/"], {
      cwd,
      node: ["--import", `data:text/javascript,${encodeURIComponent(full)}`],
    });
    expect(code).toBe(2);
    expect(stderr).toContain("the disk is full");
    expect(readdirSync(cwd)).toEqual([]);
  });

  test.skipIf(!existsSync("/dev/full"))("a full disk behind “>”", () => {
    const ran = spawnSync(process.execPath, [join(ROOT, "bin", "demerit.js"), "print", "one-entry"], {
      stdio: ["ignore", openSync("/dev/full", "w"), "pipe"],
      encoding: "utf8",
    });
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain("the disk is full");
    expect(ran.stderr).not.toMatch(STACK);
  });
});

describe("what does not go together", () => {
  test.each([
    [["--format", "svg", "--view", "person"], "no picture"],
    [["--compare", "+court-guidance-2019", "--view", "person"], "--compare"],
    [["--paper", "a5"], "a4, letter"],
    [["--view", "clerk"], "auditor, person, side-by-side"],
    [["--format", "docx"], "html, pdf, svg"],
    [["--compare", "nowhere"], "there is no"],
    [["--until", "2014"], "2014"],
  ])("%j", async (options, says) => {
    const { code, stdout, stderr } = await said(["print", "petitioner", ...options]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(STACK);
  });

  test("thirty-three people", async () => {
    const { code, stderr } = await said(["print", ...Array.from({ length: 33 }, (_, at) => `seed-${at}`)]);
    expect(code).toBe(2);
    expect(stderr).toContain("at most 32");
  });
});

describe("without a browser there is no PDF, but advice", () => {
  test("none is there", async () => {
    const cwd = scratch();
    const env = { DEMERIT_BROWSER: "none" };
    const { code, stderr } = await said(["print", "one-entry", "--format", "pdf", "-o", "page.pdf"], { cwd, env });
    expect(code).toBe(2);
    expect(stderr).toContain("no Chromium, Chrome or Edge was found");
    expect(stderr).toContain("write the same to a file that ends in .html");
    expect(readdirSync(cwd)).toEqual([]);
  });

  test.each([
    ["is not there", "/nowhere/chromium", "no such file that can be run, so no PDF was made. Any browser can make one"],
    ["is no browser", process.execPath, "could not be started"],
  ])("the one named %s", async (_, browser, says) => {
    const { code, stderr } = await said(["print", "one-entry", "--format", "pdf", "-o", join(scratch(), "page.pdf")], {
      env: { DEMERIT_BROWSER: browser },
    });
    expect(code).toBe(2);
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(STACK);
  });
});
