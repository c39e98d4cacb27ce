import words from "../../../rules/words.json" with { type: "json" };
import type { Needs } from "./events.ts";
import type { Stated } from "./stated.ts";

/** Something a person may try: a closed list. `name` completes “tries for …”; `short` is for lists and chains. */
export interface DoorWords extends Stated {
  readonly name: string;
  readonly short: string;
}

export type Door = keyof typeof words.doors;
export const DOORS: Readonly<Record<Door, DoorWords>> = words.doors as Record<Door, DoorWords>;
export const DOOR_NAMES = Object.keys(DOORS) as readonly Door[];

/** What an attempt on a door is for. Without what it `needs` there is no attempt: it lapses. */
interface PurposeWords {
  readonly says: string;
  readonly needs?: Needs;
}

export type Purpose = keyof typeof words.purposes;
export const PURPOSES: Readonly<Record<Purpose, PurposeWords>> = words.purposes;
export const PURPOSE_NAMES = Object.keys(PURPOSES) as readonly Purpose[];
