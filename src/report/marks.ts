import type { NoteKind } from "./note.ts";

/** What stands before a note, so that a page can be read without colour; each one column wide. The pictures draw the same. */
export const MARKS: Readonly<Record<NoteKind, string>> = {
  points: "·",
  returns: "·",
  list: "◆",
  "class-down": "↓",
  "class-up": "↑",
  shut: "■",
  open: "□",
  scrutiny: "△",
  priority: "»",
  refused: "×",
  leads: "→",
  rests: "·",
  lapses: "–",
  own: "!",
  "not-known": "!",
  remark: "!",
  caution: "!",
};

/** Stands before a loss that followed, wherever one is named. */
export const LOSS = "▼";

/** Stands before what an entry came from. */
export const FROM = "←";
