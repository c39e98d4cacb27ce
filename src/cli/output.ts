import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { CouldNotRun } from "./exit.ts";

/** Where a document goes: standard output, or a file that the user names. */
export interface Destination {
  readonly output?: string | undefined;
  readonly force?: boolean | undefined;
}

/** Refuses a place that could not be written, before any work is done. */
export function refuseBadDestination({ output, force }: Destination): void {
  if (output === undefined) return;
  if (output === "") throw new CouldNotRun("no file is named after --output");
  if (existsSync(output) && statSync(output).isDirectory())
    throw new CouldNotRun(`${output} is a folder; name a file in it`);
  if (existsSync(output) && !statSync(output).isFile())
    throw new CouldNotRun(`${output} is not an ordinary file, and is left as it is`);
  if (existsSync(output) && force !== true)
    throw new CouldNotRun(`${output} exists and is kept; use --force to replace it`);
  if (!existsSync(dirname(output))) throw new CouldNotRun(`there is no folder ${dirname(output)}; make it first`);
}

/** A PDF is bytes, and would be noise on a terminal. */
export function refusePdfForTerminal({ format, output }: Destination & { readonly format: string }): void {
  if (format === "pdf" && output === undefined && process.stdout.isTTY === true)
    throw new CouldNotRun("a PDF is nothing for a terminal; name a file with -o");
}

/** Whether several documents are to go into a folder: one that is there, or one named with a stroke at its end. */
export function isFolder(output: string | undefined): output is string {
  return output !== undefined && (/[/\\]$/.test(output) || (existsSync(output) && statSync(output).isDirectory()));
}

/** Writes whole or not at all: into a file beside it first, which then takes its place. */
export function writeDocument(document: string | Uint8Array, destination: Destination): void {
  const { output } = destination;
  if (output === undefined) {
    process.stdout.write(document);
    return;
  }
  writeAll([{ path: output, content: document }], destination);
}

export interface Written {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Writes all of them or none; a folder that is still missing is made, and taken back if nothing comes to stand in it. */
export function writeAll(documents: readonly Written[], { force }: Pick<Destination, "force">, folder?: string): void {
  const made = folder === undefined ? null : madeFolder(folder);
  const begun: string[] = [];
  try {
    for (const { path, content } of documents) {
      refuseBadDestination({ output: path, force });
      begun.push(besideOf(path));
      attempt(path, () => writeFileSync(besideOf(path), content, { flag: "wx" }));
    }
    for (const { path } of documents) attempt(path, () => renameSync(besideOf(path), path));
  } catch (error) {
    for (const beside of begun) takeBack(beside);
    if (made !== null) rmSync(made, { force: true, recursive: true });
    throw error;
  }
  for (const { path } of documents) process.stderr.write(`wrote ${path}\n`);
}

function besideOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}.part`);
}

function attempt(path: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    throw new CouldNotRun(`cannot write ${path}: ${reason(error)}`);
  }
}

/** What could not even be begun cannot be taken back either. */
function takeBack(beside: string): void {
  try {
    rmSync(beside, { force: true });
  } catch {
    // The reason has been given already.
  }
}

/** The folder, where it had to be made. */
function madeFolder(folder: string): string | null {
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory()) throw new CouldNotRun(`${folder} is no folder`);
    return null;
  }
  if (!existsSync(dirname(folder))) throw new CouldNotRun(`there is no folder ${dirname(folder)}; make it first`);
  attempt(folder, () => mkdirSync(folder));
  return folder;
}

/** A system error in plain words. */
export function reason(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const plain: Readonly<Record<string, string>> = {
    ENOENT: "there is no such file",
    EACCES: "permission denied",
    EPERM: "not permitted",
    EISDIR: "it is a folder",
    ENOSPC: "the disk is full",
    EROFS: "the disk can only be read",
    ENOTDIR: "part of the path is not a folder",
    EEXIST: "it exists already",
    ENAMETOOLONG: "the name is too long",
  };
  return plain[code] ?? (error instanceof Error ? error.message : String(error));
}
