import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { FixtureDecision } from "../model/decision.ts";
import { CouldNotRun } from "./exit.ts";
import { reason } from "./system-error.ts";

/** The folder of the package, found from this file upwards. */
const ROOT = upwards(dirname(fileURLToPath(import.meta.url)));
const RULES = join(ROOT, "rules");
const OVERLAYS = join(RULES, "overlays");
const PERSONAS = join(ROOT, "fixtures", "personas");

function upwards(folder: string): string {
  return existsSync(join(folder, "rules")) && existsSync(join(folder, "fixtures")) ? folder : upwards(dirname(folder));
}

/** A file and the name under which problems speak of it. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

export const DEFAULT_RULEBOOK = "suining-composite";
export const FLAGSHIP = "missed-instalment";
/** At most a school class in one run. */
export const MOST_PERSONAS = 32;

/** Ids of the shipped packs and rulebooks. */
export function shippedRules(): string[] {
  return idsIn(RULES);
}

export function shippedOverlays(): string[] {
  return idsIn(OVERLAYS);
}

/** All ids that may stand in a rulebook expression. */
export function shippedParts(): string[] {
  return [...shippedRules(), ...shippedOverlays()];
}

function idsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".jsonc"))
    .map((file) => basename(file, ".jsonc"))
    .sort();
}

export function shippedPersonas(): string[] {
  return readdirSync(PERSONAS)
    .filter((file) => file.endsWith(".json"))
    .map((file) => basename(file, ".json"))
    .sort();
}

/** The file of a shipped pack, rulebook or overlay. */
export function rulesFile(id: string): NamedText {
  const folder = shippedRules().includes(id) ? RULES : OVERLAYS;
  return readText(join(folder, `${id}.jsonc`));
}

/** Where the schema lies with which an editor completes an overlay. */
export function overlaySchema(): string {
  return join(RULES, "overlay.schema.json");
}

/** The package's own tests of its packs, in the form in which readers write theirs. */
export function ruleTestsFolder(): string {
  return join(RULES, "tests");
}

export function personaFile(id: string): NamedText {
  return readText(join(PERSONAS, `${id}.json`));
}

/** Whether a path is one of the package's own fixtures: no other file may hold a persona. */
export function isShippedPersona(path: string): boolean {
  return dirname(resolve(path)) === PERSONAS;
}

export interface Catalogued {
  readonly title: string;
  readonly exposes: string;
}

/** The sentence that stands beside a persona. */
export function catalogue(): Readonly<Record<string, Catalogued>> {
  return JSON.parse(readFileSync(join(ROOT, "fixtures", "catalogue.json"), "utf8")) as Record<string, Catalogued>;
}

/** What the decisions in the fixtures rest on. */
export const DECISIONS = join(ROOT, "fixtures", "decisions.json");

/** Those of one persona, which a test and \`check\` look at; nobody drawn has any. */
export function decisionsIn(id: string): readonly FixtureDecision[] {
  const { lives } = JSON.parse(readFileSync(DECISIONS, "utf8")) as {
    readonly lives: Readonly<
      Record<string, readonly (Omit<FixtureDecision, "citations"> & Partial<FixtureDecision>)[]>
    >;
  };
  return (lives[id] ?? []).map((decision) => ({ ...decision, citations: decision.citations ?? [] }));
}

/** More than this is not read at all. */
const MOST_BYTES = 5_000_000;

/** Reads a file that the user or the package names; a message for people where that is not possible. */
export function readText(path: string, mostBytes = MOST_BYTES): NamedText {
  const name = relative(process.cwd(), resolve(path)).startsWith("..") ? path : relative(process.cwd(), resolve(path));
  try {
    const about = statSync(path);
    if (about.isDirectory()) throw new Unreadable("folder", `${path} is a folder; name a file in it`);
    if (!about.isFile())
      throw new Unreadable(
        "not-a-file",
        `${path} is not an ordinary file; nothing is read from pipes or devices (see ETHICS.md)`,
      );
    if (about.size > mostBytes)
      throw new Unreadable("too-large", `${path} has ${about.size} bytes; at most ${mostBytes} are read`);
    return { name, text: readFileSync(path, "utf8") };
  } catch (error) {
    if (error instanceof CouldNotRun) throw error;
    throw new Unreadable("unreadable", `cannot read ${path}: ${reason(error)}`);
  }
}

/** A file that cannot be read: a reason for `check` to find fault, and for all others not to go on. */
export class Unreadable extends CouldNotRun {
  readonly kind: "folder" | "not-a-file" | "too-large" | "unreadable";

  constructor(kind: Unreadable["kind"], message: string) {
    super(message);
    this.kind = kind;
  }
}
