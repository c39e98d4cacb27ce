import { spawn, spawnSync } from "node:child_process";
import { stripVTControlCharacters } from "node:util";
import { expect } from "vitest";
import { tooWide, WIDTHS } from "../support/wide.ts";
import { LONGER } from "../support/runs.ts";
import { ROOT, STACK } from "./run.ts";

/** Whether there is a program here that gives another a terminal. With `DEMERIT_NEED_BROWSER` it is a fault to have none. */
export const HAS_TERMINAL = process.platform !== "win32" && spawnSync("script", ["--version"]).error === undefined;

if (!HAS_TERMINAL) {
  const says = "SKIPPED: there is no “script” on this machine, so nothing was looked at in a terminal.";
  if ((process.env["DEMERIT_NEED_BROWSER"] ?? "") !== "") throw new Error(says);
  process.stderr.write(`${says}\n`);
}

/** The widths in which a command is run: one of them in turn, or all where there is time. */
export function widthsFor(at: number): readonly number[] {
  return LONGER ? WIDTHS : [WIDTHS[at % WIDTHS.length]!];
}

export interface Shown {
  readonly code: number | null;
  /** As the terminal is sent it, its codes included. */
  readonly sent: string;
}

interface Terminal {
  readonly columns: number;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a line of a shell in a terminal of so many columns, by the `script` that Linux and macOS have. */
export async function inTerminal(line: string, { columns, cwd = ROOT, env = {} }: Terminal): Promise<Shown> {
  // Ctrl-C is for the command, not for the shell around it.
  const sized = `trap : INT; stty cols ${columns} rows 40; ${line}`;
  const [file, args]: [string, string[]] =
    process.platform === "darwin"
      ? ["script", ["-q", "/dev/null", "sh", "-c", sized]]
      : ["script", ["-qec", sized, "/dev/null"]];
  const child = spawn(file, args, {
    cwd,
    env: { PATH: process.env["PATH"] ?? "", TERM: "xterm", npm_config_progress: "false", ...env },
  });
  let sent = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (data: string) => (sent += data));
  }
  const hand = setInterval(() => {
    const key = keyFor(line, sent);
    if (key !== null) child.stdin.write(key);
  }, 100);
  child.stdin.on("error", () => {});
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  }).finally(() => clearInterval(hand));
  return { code, sent };
}

/** What somebody in front of the screen would press now. */
function keyFor(line: string, sent: string): string | null {
  // It shows a screen, and waits for Enter.
  if (/demerit demo\b/.test(line)) return "\r";
  // It goes on until Ctrl-C, and has printed what there is to print once it is under its double rule.
  if (line.includes("--watch") && /═\s+\S/.test(stripVTControlCharacters(sent))) return "\u0003";
  return null;
}

/** A command as it is run here: what takes half a minute for ten years of a life takes a moment for one. */
export function shortened(line: string): string {
  if (line.includes("--until")) return line;
  if (/demerit repair\b(?!.*--avoid \d)|--pairs\b/.test(line)) return `${line} --until Y1-12`;
  if (LONGER) return line;
  // An entry is to be there still: the one of the example is of the tenth month of the second year.
  if (/demerit repair petitioner --avoid 36\b/.test(line)) return `${line} --until Y2-10`;
  return /demerit readings (?:missed-instalment|-o)\b/.test(line) ? `${line} --until Y1-12` : line;
}

/** Ends as it would without a terminal, without a stack trace, and with no line wider than the terminal. */
export function expectShown(line: string, { code, sent }: Shown, columns: number, expected = 0): void {
  // Where the cursor is moved, another piece begins.
  const shown = stripVTControlCharacters(sent.replaceAll(/\u001b\[[\d;]*[A-HJKf]/g, "\n"));
  expect(code, shown).toBe(expected);
  expect(shown).not.toMatch(STACK);
  // What goes to other programs has no width, and what npm says is its own.
  const isPage = !/^\s*(?:[<{[]|#|\uFEFF)/.test(shown) && !line.startsWith("npm ");
  if (isPage) expect(tooWide(shown.split(/[\r\n]+/), columns)).toEqual([]);
  if (/demerit (?:replay|list|why|ablate)\b/.test(line) && !/ -o |--format|--help/.test(line))
    expect(sent).toContain("\u001b[");
}
