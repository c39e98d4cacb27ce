import words from "../../../rules/words.json" with { type: "json" };
import type { Stated } from "./stated.ts";

/** A list that a person may be put on: a closed list. A `published` one can be read by anybody, with reasons. */
export interface ListWords extends Stated {
  readonly title: string;
  readonly chinese: string;
  readonly published: boolean;
}

export type ListId = keyof typeof words.lists;
export const LISTS: Readonly<Record<ListId, ListWords>> = words.lists as Record<ListId, ListWords>;
export const LIST_IDS = Object.keys(LISTS) as readonly ListId[];
