import { KNOWN_TO_NOBODY, type KnownTo, type Reader } from "../analysis/readers.ts";
import type { NoteKind } from "./marks.ts";
import { capital } from "./wording.ts";

/**
 * What a part of a sentence gives away: that something was decided (`outcome`), what the measure is
 * called (`name`), the conduct or ground it rests on (`reason`), or the effects it came from (`cause`).
 */
export type Reveals = "outcome" | "name" | "reason" | "cause";

/** Parts read one after the other are the whole sentence. */
export interface Part {
  readonly reveals: Reveals;
  readonly says: string;
  /** What it says to a reader who does not see the other parts, where that differs. */
  readonly to?: Partial<Record<Reader, string>>;
}

/** One thing that came of an entry; it knows how much of itself each reader may see. */
export interface Note {
  readonly kind: NoteKind;
  readonly parts: readonly Part[];
  /** How good the ground for it is; for the auditor. */
  readonly evidence: string | null;
  /** What the person was told of it; for the auditor. */
  readonly telling: string | null;
  /** Its reason stood where anyone could read it. */
  readonly published: boolean;
  readonly knownTo: KnownTo;
}

type Beside = Partial<Pick<Note, "evidence" | "telling" | "published" | "knownTo">>;

export function note(
  kind: NoteKind,
  parts: readonly Part[],
  { evidence = null, telling = null, published = false, knownTo = KNOWN_TO_NOBODY }: Beside = {},
): Note {
  return { kind, parts, evidence, telling, published, knownTo };
}

function part(reveals: Reveals): (says: string, to?: Part["to"]) => Part {
  return (says, to) => (to === undefined ? { reveals, says } : { reveals, says, to });
}

export const outcome = part("outcome");
export const named = part("name");
export const reason = part("reason");
export const cause = part("cause");

/** The whole sentence, as the auditor reads it. */
export function noteSays({ parts }: Pick<Note, "parts">): string {
  return parts.map(({ says }) => says).join("");
}

/** Evidence, sources, what was told; printed small. `null` where there is none. */
export function asideOf({ evidence, telling }: Note): string | null {
  const beside = [evidence, telling].filter((each) => each !== null);
  return beside.length === 0 ? null : beside.join(" · ");
}

/** The note as a reader sees it, with nothing beside it; none where they see nothing of it. */
export function noteFor(reader: Reader, { kind, parts, knownTo }: Note): Note[] {
  const level = knownTo[reader];
  if (level === "nothing") return [];
  const open = parts.filter(({ reveals }) => isOpen(reveals, reader, level === "reason"));
  const says = open.map((each) => each.to?.[reader] ?? each.says).join("");
  return [note(kind, [outcome(whole(says))])];
}

function isOpen(reveals: Reveals, reader: Reader, reasonToo: boolean): boolean {
  switch (reveals) {
    case "outcome":
      return true;
    case "name":
      return reasonToo || reader === "clerk";
    case "reason":
      return reasonToo;
    case "cause":
      return false;
  }
}

/** A sentence from which parts were taken: no stray comma or colon at either end. */
function whole(says: string): string {
  return capital(says.replace(/^[\s:;,]+|[\s:;,]+$/g, "").replaceAll(/ {2,}/g, " "));
}
