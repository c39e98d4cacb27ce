import type { Month } from "./story-time.ts";
import type { Circumstances } from "./vocabulary/circumstances.ts";
import type { Door, Purpose } from "./vocabulary/doors.ts";
import type { LifeEventKind } from "./vocabulary/events.ts";
import type { NameId } from "./vocabulary/names.ts";

/** One line of a fixture: a life event, or an attempt on a door. */
export type FixtureEvent = {
  readonly month: Month;
  /** The number (from 1) of an earlier line of the same timeline that occasioned this one; told, never blamed. */
  readonly occasionedBy?: number;
} & ({ readonly event: LifeEventKind } | { readonly attempt: Door; readonly purpose: Purpose });

/** An invented person: circumstances and a timeline, all from closed lists. No field holds free text. */
export interface Persona {
  readonly id: string;
  readonly name: NameId;
  readonly circumstances: Circumstances;
  /** In story time. */
  readonly timeline: readonly FixtureEvent[];
}
