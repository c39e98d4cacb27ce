import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT, scratch, STACK } from "../run.ts";

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command and sends it Ctrl-C once it is at work. */
function interrupted(args: readonly string[], after: number): Promise<Ended> {
  return new Promise((resolve) => {
    const running = spawn(process.execPath, [join(ROOT, "bin", "demerit.js"), ...args], {
      cwd: ROOT,
      env: { PATH: process.env["PATH"] ?? "" },
    });
    let [stdout, stderr] = ["", ""];
    running.stdout.on("data", (data: Buffer) => (stdout += data.toString()));
    running.stderr.on("data", (data: Buffer) => (stderr += data.toString()));
    setTimeout(() => running.kill("SIGINT"), after);
    running.on("exit", (code) => resolve({ code, stdout, stderr }));
  });
}

// A search of many seconds, so that a Ctrl-C after a moment always finds it at work.
const LONG = ["repair", "missed-instalment", "--avoid", "D"];

test("Ctrl-C ends a long question with a part of the answer, marked, and exit 130", async () => {
  const { code, stdout, stderr } = await interrupted(LONG, 1500);
  expect(code).toBe(130);
  expect(stdout).toMatch(/^STOPPED {3}Stopped before the end: [\d,]+ of [\d,]+ tried\./m);
  expect(stderr).not.toMatch(STACK);
});

test("the part is written whole to a file, marked too", async () => {
  const file = join(scratch(), "part.json");
  const { code } = await interrupted([...LONG, "--format", "json", "-o", file], 1500);
  expect(code).toBe(130);
  expect(existsSync(file)).toBe(true);
  expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ searched: { stopped: true } });
});
