/** What can be listed, in the order of the help. */
export const LISTABLE = [
  "personas",
  "rulebooks",
  "packs",
  "overlays",
  "rules",
  "facts",
  "events",
  "doors",
  "measures",
  "questions",
  "sources",
] as const;
export type Listable = (typeof LISTABLE)[number];
