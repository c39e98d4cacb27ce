/** What stands before a note, so that a page can be read without colour; each one column wide. The pictures draw the same. */
export const MARKS = {
  decided: "·",
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
} as const;

/** What kind of thing a note tells; layouts may mark it, never by colour alone. */
export type NoteKind = keyof typeof MARKS;

/** Stands before a loss that followed, wherever one is named. */
export const LOSS = "▼";

/** Stands before what an entry came from. */
export const FROM = "←";
