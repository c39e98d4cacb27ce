/** What can be listed, in the order of the help. */
export const LISTABLE = [
  "personas",
  "rulebooks",
  "packs",
  "rules",
  "facts",
  "events",
  "doors",
  "measures",
  "sources",
] as const;
export type Listable = (typeof LISTABLE)[number];
