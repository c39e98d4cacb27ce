import { decisionsIn } from "../../../analysis/knowledge.ts";
import type { Trace } from "../../../model/trace.ts";
import { eventKind } from "../../../model/vocabulary/events.ts";
import { doorName } from "../../wording.ts";
import { type Block, heading, text } from "../leaf.ts";

/**
 * The same statements before and after, the first of them made from this life: whoever reads a trace
 * may see how far an opinion held that was asked for before the consequences were known.
 */
export function statements(trace: Trace): string[] {
  return [
    fromLife(trace),
    "As long as the rules are published, people need not be told of each entry on their file.",
    "If you break no rule, you have nothing to fear from such a file.",
  ];
}

function fromLife(trace: Trace): string {
  const decided = decisionsIn(trace).flatMap(({ effects }) => effects);
  const posted = decided.find((effect) => effect.kind === "posting" && effect.points < 0 && effect.conduct !== null);
  if (posted?.kind === "posting")
    return `It is right that a public office takes points from people for this: ${eventKind(posted.conduct!).noun}.`;
  const denied = decided.find(({ kind }) => kind === "denied");
  if (denied?.kind === "denied")
    return `It is right that people on a public list are refused this: ${doorName(denied.door)}.`;
  return "It is right that a public office keeps one file on how people behave.";
}

const ENDS = ["not at all", "fully"] as const;

export function before(trace: Trace): Block[] {
  return [
    heading("Before you read"),
    text("How far do you agree? Tick one box in each line, by yourself. Nobody collects it."),
    { kind: "scale", ends: ENDS, statements: statements(trace) },
  ];
}

export function after(trace: Trace): Block[] {
  return [
    heading("After you have read"),
    text("The same lines again. Tick them first, and only then look back."),
    { kind: "scale", ends: ENDS, statements: statements(trace) },
    text("Which entry moved you most? Or why did none?"),
    { kind: "lines", count: 3 },
  ];
}
