import { eventKind, type LifeEventKind } from "../model/vocabulary/events.ts";

/**
 * Where the name of an event already says how it was judged, or by what it was forbidden: what the
 * person lived of it. All else is worded to the person as to everybody.
 */
const LIVED: Partial<Record<LifeEventKind, { readonly says: string; readonly noun: string }>> = {
  "petition-judged-disruptive": { says: "petitions", noun: "a petition" },
  "spending-limit-broken": { says: "spends what is left on something dear", noun: "something dear bought" },
  "star-room-taken": {
    says: "takes a slow train the evening before and a room in a two-star hotel",
    noun: "a night in a hotel",
  },
  "father-pays": { says: "The father pays his debt", noun: "the father's debt paid" },
};

export function lived(event: LifeEventKind): { readonly says: string; readonly noun: string } {
  return LIVED[event] ?? eventKind(event);
}
