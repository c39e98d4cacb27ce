import type { NumberNote, Patch, Rule, RuleId } from "../model/rule.ts";
import type { Parsed } from "../model/problem.ts";
import type { Class, Pack } from "../model/rulebook.ts";
import { overlayFaults } from "./meaning/overlay.ts";
import { classesOf, notesOf, ruleOf } from "./pack.ts";
import type { Locate } from "./place.ts";
import { readFile } from "./read.ts";
import { type OVERLAID, type OverlayFile, overlayFile } from "./schema/overlay.ts";

/** A small edit of a rulebook. */
export interface Overlay extends Pick<Pack, "id" | "version" | "title" | "about" | "asOf" | "sources" | "unknowns"> {
  /** On what the edit as a whole rests. */
  readonly rests: NumberNote;
  /** What it says it edits; whether that is there is for the caller to see, who has the files. */
  readonly extends: string;
  /** What is changed of a rule; `null` where it is taken out. */
  readonly amend: Readonly<Record<RuleId, Patch | null>>;
  readonly add: readonly Rule[];
  readonly opening?: number;
  readonly classes?: readonly Class[];
  readonly deductionsReturnAfterMonths?: number | null;
  readonly numbers: Partial<Record<(typeof OVERLAID)[number], NumberNote>>;
}

/** An overlay, where each part of it stands, and what it is laid over if not over what it extends. */
export interface LoadedOverlay {
  readonly overlay: Overlay;
  readonly locate: Locate;
  /** The id of the stack below; `null` where that holds what the overlay extends. */
  readonly elsewhere: string | null;
}

/** Reads an overlay; `file` is only its name in problems. What it amends is checked by `assemble`. */
export function parseOverlay(text: string, file: string): Parsed<LoadedOverlay> {
  const read = readFile(text, file, "overlay", overlayFile, overlayFaults);
  if (!read.ok) return read;
  const { document } = read.value;
  return {
    ok: true,
    value: { overlay: overlayOf(read.value.file), locate: document.locate, elsewhere: null },
    notes: read.notes,
  };
}

function overlayOf(file: OverlayFile): Overlay {
  const { $schema: _schema, kind: _kind, evidence, citations, ...parts } = file;
  const { sources, unknowns, amend, add, classes, numbers, ...rest } = parts;
  return {
    ...rest,
    rests: { evidence: evidence ?? "invented", citations: citations ?? [] },
    sources: sources ?? {},
    unknowns: unknowns ?? [],
    amend: amend ?? {},
    add: (add ?? []).map((rule) => ruleOf(rule, file.id)),
    ...(classes === undefined ? {} : { classes: classesOf(classes) }),
    numbers: notesOf(numbers ?? {}),
  } as Overlay;
}
