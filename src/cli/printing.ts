import type { Comparison } from "../analysis/questions/compare.ts";
import { partsOf } from "../analysis/parts.ts";
import { type Powers, powersOf } from "../analysis/powers.ts";
import { byEvidence } from "../analysis/by-evidence.ts";
import { type Memory, prepare } from "../engine/prepare.ts";
import { type Answers, readingsOf } from "../load/readings.ts";
import type { Rulebook } from "../model/rulebook.ts";
import type { Trace } from "../model/trace.ts";
import type { Prepared } from "../model/verdict.ts";
import type { Compared, Printed, PrintView } from "../report/html/printed.ts";
import type { Picture } from "../report/picture/picture.ts";
import { replay } from "../replay/replay.ts";
import { decisionsIn } from "./library.ts";
import { besideOf } from "./personas.ts";

/** What is printed of a trace, worked out from it alone: so that whoever has the trace can print the same page. */
export async function printedOf(
  trace: Trace,
  variant: Rulebook | null,
  memory: Memory,
  view: PrintView,
): Promise<Printed> {
  const ready = (rulebook: Rulebook) => prepare(rulebook, memory);
  return {
    trace,
    exposes: besideOf(trace.persona.id),
    decisions: decisionsIn(trace.persona.id),
    byEvidence: view === "person" ? null : await byEvidence(trace, ready),
    ...(view === "person" ? {} : { parts: await partsOf(trace, ready), powers: await usedIn(trace, ready) }),
    ...(variant === null ? {} : { compared: await comparedWith(trace, variant, memory) }),
  };
}

/** Who could have stopped it, each power being used by itself. */
export function usedIn(trace: Trace, ready: (rulebook: Rulebook) => Promise<Prepared>): Promise<Powers> {
  const readings = readingsOf(trace.rulebook);
  return powersOf(trace, (answers) => readings.read(answers), ready);
}

/** Those of the answers that a rulebook compared with has questions for: what both leave open is read alike in both. */
export function answersFor({ questions }: Rulebook, answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([question]) => Object.hasOwn(questions, question)));
}

/** Which of several people another rulebook hurts less, or more; nothing for one, whose page says it at more length. */
export async function hurtPictures(
  traces: readonly Trace[],
  variant: Rulebook | null,
  memory: Memory,
): Promise<Picture[]> {
  if (variant === null || traces.length < 2) return [];
  const { whoWasHurt } = await import("../report/picture/who-was-hurt.ts");
  return whoWasHurt(await comparison(traces, variant, memory), { id: "hurt" });
}

/** The same lives under another rulebook, beside each other. */
export async function comparison(traces: readonly Trace[], variant: Rulebook, memory: Memory): Promise<Comparison> {
  const { Lab } = await import("../analysis/lab.ts");
  const { compare } = await import("../analysis/questions/compare.ts");
  const [{ rulebook, until }] = traces as readonly [Trace, ...Trace[]];
  const personas = traces.map(({ persona }) => persona);
  return compare(new Lab(rulebook, personas, (edited) => prepare(edited, memory), until), variant);
}

async function comparedWith(life: Trace, variant: Rulebook, memory: Memory): Promise<Compared> {
  const { comparisonAnswer } = await import("../report/experiment/compare-wording.ts");
  const { sections } = comparisonAnswer(await comparison([life], variant, memory));
  const trace = replay(await prepare(variant, memory), life.persona, { until: life.until });
  return { trace, sections };
}
