import { existsSync, lstatSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { CouldNotRun } from "./exit.ts";
import { reason } from "./system-error.ts";

/** Where a document goes: standard output, or a file that the user names. */
export interface Destination {
  readonly output?: string | undefined;
  readonly force?: boolean | undefined;
}

/** Refuses a place that could not be written, before any work is done. */
export function refuseBadDestination({ output, force }: Destination): void {
  if (output === undefined) return;
  if (existsSync(output) && statSync(output).isDirectory())
    throw new CouldNotRun(`${output} is a folder; name a file in it`);
  if (leadsNowhere(output)) throw new CouldNotRun(`${output} is a link to what is not there, and is left as it is`);
  if (existsSync(output) && !statSync(output).isFile())
    throw new CouldNotRun(`${output} is not an ordinary file, and is left as it is`);
  if (existsSync(output) && force !== true)
    throw new CouldNotRun(`${output} exists and is kept; use --force to replace it`);
  if (!existsSync(dirname(output))) throw new CouldNotRun(`there is no folder ${dirname(output)}; make it first`);
}

function leadsNowhere(path: string): boolean {
  try {
    return !existsSync(path) && lstatSync(path).isSymbolicLink();
  } catch {
    // There is nothing, or a name that no file can have: writing will tell.
    return false;
  }
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

/**
 * Writes all of them or none; a folder that is still missing is made, and taken back if nothing comes to
 * stand in it. What is replaced is set aside until all stand; it keeps its permissions, and a link its end.
 */
export function writeAll(documents: readonly Written[], { force }: Pick<Destination, "force">, folder?: string): void {
  const made = folder === undefined ? null : madeFolder(folder);
  const places: Place[] = [];
  try {
    for (const { path, content } of documents) {
      refuseBadDestination({ output: path, force });
      const place = placeOf(path);
      places.push(place);
      attempt(path, () => writeFileSync(place.part, content, { flag: "wx", mode: place.mode }));
    }
    for (const place of places) {
      if (place.replaces) attempt(place.path, () => renameSync(place.end, place.old));
      place.aside = place.replaces;
      attempt(place.path, () => renameSync(place.part, place.end));
      place.stands = true;
    }
  } catch (error) {
    for (const place of places) putBack(place);
    if (made !== null) rmSync(made, { force: true, recursive: true });
    throw error;
  }
  for (const { old, path } of places) {
    rmSync(old, { force: true });
    process.stderr.write(`wrote ${path}\n`);
  }
}

/** Where a document comes to stand, and what stands beside that until all do. */
interface Place {
  /** As it was named. */
  readonly path: string;
  /** Behind any link. */
  readonly end: string;
  readonly part: string;
  readonly old: string;
  readonly replaces: boolean;
  readonly mode: number;
  /** Whether what was there has been set aside, and whether the new one stands. */
  aside: boolean;
  stands: boolean;
}

function placeOf(path: string): Place {
  const replaces = existsSync(path);
  const end = replaces ? realpathSync(path) : path;
  const beside = (kind: string): string => join(dirname(end), `.${basename(end)}.${process.pid}.${kind}`);
  const mode = replaces ? statSync(end).mode & 0o777 : 0o666;
  return { path, end, part: beside("part"), old: beside("old"), replaces, mode, aside: false, stands: false };
}

function attempt(path: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    throw new CouldNotRun(`cannot write ${path}: ${reason(error)}`);
  }
}

/** As it was before; what could not even be begun cannot be taken back either. */
function putBack({ part, old, end, aside, stands }: Place): void {
  try {
    rmSync(part, { force: true });
    if (aside) renameSync(old, end);
    else if (stands) rmSync(end, { force: true });
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
