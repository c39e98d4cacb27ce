import { Chalk, type ChalkInstance } from "chalk";
import type { NoteKind } from "../marks.ts";
import { harmless } from "../harmless.ts";
import { columnsOf, wrapped } from "./columns.ts";

/** How wide the page is, and whether it may use colour. Meaning is never carried by colour alone. */
export interface Style {
  /** Columns, 40 to 200. */
  readonly width: number;
  readonly paint: ChalkInstance;
}

export const NARROWEST = 40;
export const WIDEST = 200;

export function styleOf(width: number, colour: boolean): Style {
  return {
    width: Math.min(Math.max(Math.floor(width), NARROWEST), WIDEST),
    paint: new Chalk({ level: colour ? 1 : 0 }),
  };
}

/** The colour of a note: it repeats what its mark says. */
export function inkOf(kind: NoteKind, { paint }: Pick<Style, "paint">): (text: string) => string {
  switch (kind) {
    case "refused":
      return paint.red.bold;
    case "list":
    case "class-down":
    case "class-up":
      return paint.yellow;
    default:
      return (text) => text;
  }
}

/**
 * Wraps plain text to the width, Chinese too; the first line after `first`, the others after as many
 * columns. What could command a terminal is spelt out, so colour is put on afterwards.
 */
export function hang(text: string, width: number, first: string): string[] {
  const indent = " ".repeat(columnsOf(first));
  const room = Math.max(8, width - indent.length);
  return wrapped(harmless(text), room).map((line, at) => `${at === 0 ? first : indent}${line}`.trimEnd());
}

/** Fills with spaces to a width in columns, not in characters. */
export function fill(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - columnsOf(text)));
}

export function fillLeft(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - columnsOf(text))) + text;
}
