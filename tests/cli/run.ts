import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { EXIT } from "../../src/cli/exit.ts";
import type * as built from "../../src/cli/run.ts";
import { LONGER } from "../support/runs.ts";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const COMMAND = join(ROOT, "bin", "demerit.js");

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface SaidOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface RunOptions extends SaidOptions {
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
    env: bare(env),
    encoding: "utf8",
    maxBuffer: 64_000_000,
    ...(input === undefined ? {} : { input }),
  });
  return held(args, { code: ran.status, stdout: ran.stdout, stderr: ran.stderr }, mayFail);
}

/**
 * What the built command says and leaves, without a process for it: starting one takes most of the time of most
 * runs. That a process says the same is what process.test.ts is about; the long tests start one here too.
 */
export async function said(args: readonly string[], options: SaidOptions = {}): Promise<Ran> {
  if (LONGER) return demerit(args, options);
  // Standard output, the folder and the environment are there once.
  const mine = last.then(() => saidAlone(args, options));
  last = mine.catch(() => undefined);
  return mine;
}

let last: Promise<unknown> = Promise.resolve();

async function saidAlone(args: readonly string[], { cwd = ROOT, env = {} }: SaidOptions): Promise<Ran> {
  const { run } = (await import(new URL("../../dist/run.js", import.meta.url).href)) as typeof built;
  const before = { cwd: process.cwd(), env: process.env };
  const [out, err] = [listenTo(process.stdout), listenTo(process.stderr)];
  try {
    process.chdir(cwd);
    process.env = bare(env);
    const code = await run([process.execPath, COMMAND, ...args]);
    return held(args, { code, stdout: out.heard(), stderr: err.heard() }, false);
  } finally {
    for (const stream of [out, err]) stream.end();
    process.chdir(before.cwd);
    process.env = before.env;
  }
}

/** Keeps what is written to a stream from going there. */
function listenTo(stream: NodeJS.WriteStream): { readonly heard: () => string; readonly end: () => void } {
  const parts: Uint8Array[] = [];
  const write = stream.write.bind(stream);
  stream.write = (chunk: string | Uint8Array) => parts.push(Buffer.from(chunk as string)) > 0;
  return {
    heard: () => Buffer.concat(parts).toString(),
    end: () => {
      stream.write = write;
    },
  };
}

function bare(env: Readonly<Record<string, string>>): Record<string, string> {
  return { PATH: process.env["PATH"] ?? "", ...env };
}

/** The last guard hides nothing: whoever runs into it has found a fault. */
function held(args: readonly string[], ran: Ran, mayFail: boolean): Ran {
  if (ran.code === EXIT.ownFault && !mayFail) throw new Error(`${args.join(" ")}: ${ran.stderr}`);
  return ran;
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
