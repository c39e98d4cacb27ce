import { remainingOf } from "../analysis/without-evidence.ts";
import { type Memory, prepare } from "../engine/prepare.ts";
import type { Rulebook } from "../model/rulebook.ts";
import type { Trace } from "../model/trace.ts";
import type { Compared, Printed, PrintView } from "../report/html/printed.ts";
import { replay } from "../replay/replay.ts";
import { besideOf } from "./personas.ts";

/** What is printed of a trace, worked out from it alone: so that whoever has the trace can print the same page. */
export async function printedOf(
  trace: Trace,
  variant: Rulebook | null,
  memory: Memory,
  view: PrintView,
): Promise<Printed> {
  return {
    trace,
    exposes: besideOf(trace.persona.id),
    remaining: view === "person" ? [] : await remainingOf(trace, (rulebook) => prepare(rulebook, memory)),
    ...(variant === null ? {} : { compared: await comparedWith(trace, variant, memory) }),
  };
}

async function comparedWith({ rulebook, persona, until }: Trace, variant: Rulebook, memory: Memory): Promise<Compared> {
  const { Lab } = await import("../analysis/lab.ts");
  const { compare } = await import("../analysis/questions/compare.ts");
  const { comparisonAnswer } = await import("../report/experiment/compare-wording.ts");
  const lab = new Lab(rulebook, [persona], (edited) => prepare(edited, memory), until);
  const experiment = await compare(lab, variant);
  const trace = replay(await prepare(variant, memory), persona, { until });
  return { trace, sections: comparisonAnswer(experiment).sections };
}
