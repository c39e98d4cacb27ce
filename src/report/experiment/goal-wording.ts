import type { Goal } from "../../analysis/repair/goal.ts";
import { DOORS } from "../../model/vocabulary/doors.ts";
import { eventKind } from "../../model/vocabulary/events.ts";
import { monthSays } from "../wording.ts";

/** The goal as a clause: `Luo Min is never in class D`. */
export function goalSays(goal: Goal, name: string): string {
  switch (goal.kind) {
    case "door":
      return `${name} is never refused ${DOORS[goal.door].name}`;
    case "class":
      return `${name} is never in class ${goal.class}`;
    case "denial":
      return `${name} is not refused ${DOORS[goal.door].name} in ${monthSays(goal.month)} (#${goal.seq})`;
    case "loss":
      return `${name} is spared ${eventKind(goal.event).noun} in ${monthSays(goal.month)} (#${goal.seq})`;
  }
}

/** What counts as reaching it, and what does not. */
export function goalMeans(goal: Goal): string {
  switch (goal.kind) {
    case "door":
      return "Not trying at all counts: an attempt that is not made is not refused.";
    case "class":
      return "Only that class is meant: a life that falls past it into a lower one reaches the goal too. The column “worst” shows the lowest class of all.";
    case "denial":
      return goal.line === null
        ? "A rule led to this attempt. It counts as spared where it is not made, or in another month."
        : "It counts as spared where the attempt is let through, or not made.";
    case "loss":
      return "The same loss in another month counts as spared; the column “losses” shows it as one gone and one new.";
  }
}
