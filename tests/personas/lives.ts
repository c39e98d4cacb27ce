import { ledgerOf, type Ledger } from "../../src/analysis/ledger.ts";
import { prepare } from "../../src/engine/prepare.ts";
import { hasLapsed } from "../../src/analysis/harms.ts";
import type { Persona } from "../../src/model/persona.ts";
import { printMonth } from "../../src/model/story-time.ts";
import type { Entry, Trace } from "../../src/model/trace.ts";
import { replay } from "../../src/replay/replay.ts";
import { composite, shippedPersona } from "../support/shipped.ts";

const PREPARED = await prepare(composite());

/** A life under the composite. */
export function lived(persona: Persona): Trace {
  return replay(PREPARED, persona);
}

export function lifeOf(id: string): { trace: Trace; ledger: Ledger } {
  const trace = lived(shippedPersona(id));
  return { trace, ledger: ledgerOf(trace) };
}

/** How often each loss came, by name. */
export function losses({ losses: counted }: Ledger): Record<string, number> {
  return Object.fromEntries(counted.map(({ event, count }) => [event, count]));
}

/** The attempts on a door: when, and whether refused. */
export function attemptsOn(trace: Trace, door: string): string[] {
  return trace.entries.flatMap(({ happening, effects, month }) =>
    happening.kind === "attempt" && happening.door === door
      ? [`${printMonth(month)} ${effects.some(({ kind }) => kind === "denied") ? "refused" : "not refused"}`]
      : [],
  );
}

/** The months in which the class moved, and where to. */
export function classMoves(trace: Trace): string[] {
  return trace.entries.flatMap(({ month, effects }) =>
    effects.flatMap((effect) => (effect.kind === "class-moved" ? [`${printMonth(month)} ${effect.to}`] : [])),
  );
}

/** What stands in the fixture but could not happen. */
export function lapsedLines({ entries }: Trace): number[] {
  return entries.flatMap((entry) => (hasLapsed(entry) && isFixtureLine(entry) ? [entry.happening.origin.line] : []));
}

function isFixtureLine(entry: Entry): entry is Entry & { happening: { origin: { kind: "exogenous"; line: number } } } {
  return "origin" in entry.happening && entry.happening.origin.kind === "exogenous";
}
