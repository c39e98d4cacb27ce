import type { View } from "../analysis/readers.ts";
import { type Survival, survivalFor } from "../analysis/survival.ts";
import type { Trace } from "../model/trace.ts";
import { count } from "./wording.ts";

/** What every page ends with. */
export interface Survives {
  readonly heading: string;
  readonly sentences: readonly string[];
}

export function survives(view: View, trace: Trace): Survives {
  return { heading: "How much of the reasons survives in this view", sentences: sentences(view, trace) };
}

function sentences(view: View, trace: Trace): string[] {
  const { decisions } = survivalFor("person", trace);
  if (decisions === 0) return ["No decision is taken on them."];
  const each = decisions === 1 ? "the one decision" : `each of the ${decisions} decisions`;
  const whole = `The reason of ${each} is visible, back to where it came from.`;
  switch (view) {
    case "auditor":
      return [`All of it. ${whole} No one in the story has this view.`];
    // To the clerk every decision is there; only its grounds are not.
    case "clerk":
      return [
        ...shown("the clerk's screen shows", survivalFor("clerk", trace)),
        "The reason that it does show is the conduct that points were entered for; what a list, a class or a refusal goes back to is not on it.",
      ];
    case "person":
      return told(survivalFor("person", trace));
    case "side-by-side":
      return [`On the left, all of it. ${whole}`, ...told(survivalFor("person", trace))];
  }
}

function told(survival: Survival): string[] {
  const elsewhere =
    survival.unseen === 0
      ? []
      : [
          `${count(survival.unseen, "step")} that courts or offices took ${survival.unseen === 1 ? "is" : "are"} not shown to them either: nothing here says that they were told.`,
        ];
  return [...shown("the person was told", survival), ...elsewhere];
}

function shown(who: string, { decisions, reason, outcome, nothing, couldBeKnown }: Survival): string[] {
  const missing = decisions - reason;
  const read = couldBeKnown === 1 ? ["it", "it is"] : ["them", "they are"];
  const published =
    couldBeKnown === 0
      ? "No reason that is missing was published."
      : `${missing === 1 ? "The reason that is missing" : `${couldBeKnown} of the reasons that are missing`} stood published, so that anyone who looked could have known ${read[0]}; here ${read[1]} counted and not shown.`;
  const what =
    decisions === 1
      ? `Of the one decision ${who} ${reason === 1 ? "the reason" : outcome === 1 ? "the outcome only" : "nothing"}.`
      : `Of ${count(decisions, "decision")} ${who} the reason of ${reason}, the outcome only of ${outcome}, nothing of ${nothing}.`;
  return [missing === 0 ? what : `${what} ${published}`];
}
