import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { EXIT } from "../../src/cli/exit.ts";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const COMMAND = join(ROOT, "bin", "demerit.js");

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly node?: readonly string[];
  /** Where the fault of demerit's own is what is looked at. */
  readonly mayFail?: boolean;
}

/** Runs the real command as a process, with a bare environment. */
export function demerit(
  args: readonly string[],
  { cwd = ROOT, env = {}, input, node = [], mayFail = false }: RunOptions = {},
): Ran {
  const ran = spawnSync(process.execPath, [...node, COMMAND, ...args], {
    cwd,
    env: { PATH: process.env["PATH"] ?? "", ...env },
    encoding: "utf8",
    maxBuffer: 64_000_000,
    ...(input === undefined ? {} : { input }),
  });
  // The last guard hides nothing: whoever runs into it has found a fault.
  if (ran.status === EXIT.ownFault && !mayFail) throw new Error(`${args.join(" ")}: ${ran.stderr}`);
  return { code: ran.status, stdout: ran.stdout, stderr: ran.stderr };
}

/** Splits a command line as printed in a help text or the README. */
export function argumentsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? "",
  );
}

export function scratch(): string {
  return mkdtempSync(join(tmpdir(), "demerit-"));
}

/** Whether a program has thrown its own stack at the reader. */
export const STACK = /^\s+at .+:\d+:\d+\)?$/m;
