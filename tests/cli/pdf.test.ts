import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, test } from "vitest";
import { findBrowser } from "../../src/cli/browser.ts";
import { scratch } from "./run.ts";

/** A folder with such programs in it. */
function folderWith(...names: readonly string[]): string {
  const folder = scratch();
  for (const name of names) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), "");
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

describe("the browser that makes a PDF", () => {
  test("is the one that DEMERIT_BROWSER names, before all others", () => {
    const [named, other] = [folderWith("mine"), folderWith("chromium")];
    expect(findBrowser({ DEMERIT_BROWSER: join(named, "mine"), PATH: other }, "linux")).toBe(join(named, "mine"));
  });

  test("else the first of Chromium, Chrome and Edge on the PATH, by name and then by folder", () => {
    const [edge, chrome] = [folderWith("microsoft-edge", "google-chrome"), folderWith("chromium", "google-chrome")];
    expect(findBrowser({ PATH: [edge, chrome].join(delimiter) }, "linux")).toBe(join(chrome, "chromium"));
    expect(findBrowser({ PATH: [edge, edge].join(delimiter) }, "linux")).toBe(join(edge, "google-chrome"));
  });

  test("on Windows may stand under Program Files", () => {
    const programs = folderWith("Microsoft/Edge/Application/msedge.exe");
    expect(findBrowser({ Path: "", PROGRAMFILES: programs }, "win32")).toBe(
      join(programs, "Microsoft", "Edge", "Application", "msedge.exe"),
    );
  });

  test("may be none: where none is there, or where it is said to be", () => {
    expect(findBrowser({ PATH: scratch() }, "win32")).toBe(null);
    expect(findBrowser({ PATH: folderWith("chromium"), DEMERIT_BROWSER: "none" }, "linux")).toBe(null);
  });

  test("is a file that can be run, and no folder of that name", () => {
    const [folder, real] = [folderWith("chromium/inside"), folderWith("chromium")];
    expect(findBrowser({ PATH: [folder, real].join(delimiter) }, "linux")).toBe(join(real, "chromium"));
    expect(() => findBrowser({ DEMERIT_BROWSER: folder }, "linux")).toThrow("no such file");
  });

  test("that is named and not there is a fault, not a reason to take another", () => {
    expect(() => findBrowser({ PATH: folderWith("chromium"), DEMERIT_BROWSER: "/nowhere/chromium" }, "linux")).toThrow(
      "no such file",
    );
  });
});
