import type { NoteKind } from "./note.ts";

/** What stands before a note, so that a page can be read without colour. */
export const MARKS: Readonly<Record<NoteKind, string>> = {
  points: "·",
  returns: "·",
  list: "▪",
  class: "▼",
  shut: "■",
  open: "□",
  scrutiny: "?",
  priority: "^",
  refused: "✗",
  leads: "→",
  rests: "·",
  lapses: "-",
  own: "!",
  "not-known": "!",
  caution: "!",
};
