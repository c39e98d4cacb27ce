import { existsSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
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
  if (existsSync(output) && force !== true)
    throw new CouldNotRun(`${output} exists and is kept; use --force to replace it`);
  if (!existsSync(dirname(output))) throw new CouldNotRun(`there is no folder ${dirname(output)}; make it first`);
}

/** Writes whole or not at all: into a file beside it first, which then takes its place. */
export function writeDocument(document: string, destination: Destination): void {
  const { output } = destination;
  if (output === undefined) {
    process.stdout.write(document);
    return;
  }
  refuseBadDestination(destination);
  const beside = join(dirname(output), `.${basename(output)}.${process.pid}.part`);
  try {
    writeFileSync(beside, document, { flag: "wx" });
    renameSync(beside, output);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new CouldNotRun(`cannot write ${output}: ${reason(error)}`);
  }
  process.stderr.write(`wrote ${output}\n`);
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
  };
  return plain[code] ?? (error instanceof Error ? error.message : String(error));
}
