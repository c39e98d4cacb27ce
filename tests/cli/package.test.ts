import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { demerit, ROOT, scratch } from "./run.ts";

function npm(args: readonly string[], cwd: string): void {
  const { status, stderr } = spawnSync("npm", args, { cwd, encoding: "utf8" });
  expect(status, stderr).toBe(0);
}

test("the package installs elsewhere, without a network, and runs", () => {
  const [packed, elsewhere] = [scratch(), scratch()];
  npm(["pack", "--ignore-scripts", "--pack-destination", packed], ROOT);
  const [tarball] = readdirSync(packed);
  npm(["install", "--offline", "--no-audit", "--no-fund", "--prefix", elsewhere, join(packed, tarball!)], elsewhere);
  const command = join(elsewhere, "node_modules", ".bin", "demerit");
  expect(existsSync(command)).toBe(true);
  const there = spawnSync(command, ["replay"], {
    cwd: elsewhere,
    encoding: "utf8",
    env: { PATH: process.env["PATH"] ?? "" },
  });
  expect(there).toMatchObject({ status: 0, stderr: "" });
  expect(there.stdout).toBe(demerit(["replay"]).stdout);
  const holds = readdirSync(join(elsewhere, "node_modules", "demerit")).sort();
  expect(holds).toEqual(
    expect.arrayContaining(["ETHICS.md", "LICENSE", "README.md", "bin", "dist", "fixtures", "rules"]),
  );
  expect(holds).not.toContain("src");
}, 120_000);

test("npx runs it in the checkout", () => {
  const ran = spawnSync("npx", ["--offline", "demerit", "--version"], { cwd: ROOT, encoding: "utf8" });
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
  expect(ran.stdout.trim()).toBe(version);
});
