/** Lists a person may be put on: a closed list. A `published` one can be read by anybody, with reasons. */
export const LISTS = {
  "published-entries": { title: "the published entries", chinese: "", published: true },
  "court-defaulters": { title: "the court's defaulter list", chinese: "失信被执行人", published: true },
  "spending-limits": { title: "the court's spending limits", chinese: "限制消费", published: false },
} as const;

export type ListId = keyof typeof LISTS;
export const LIST_IDS = Object.keys(LISTS) as readonly ListId[];
