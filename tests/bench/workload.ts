import { prepare } from "../../src/engine/prepare.ts";
import type { Persona } from "../../src/model/persona.ts";
import type { FactName } from "../../src/model/condition.ts";
import { factNamed } from "../../src/model/facts.ts";
import type { Rule } from "../../src/model/rule.ts";
import type { FactRecord, Prepared } from "../../src/model/verdict.ts";
import { EVENT_NAMES } from "../../src/model/vocabulary/events.ts";
import { replay } from "../../src/replay/replay.ts";
import { DEFAULT_RULEBOOK, shippedPersonas } from "../../src/cli/library.ts";
import { parsedPersona } from "../../src/cli/persona-files.ts";
import { resolveRulebook } from "../../src/cli/rulebook-expression.ts";
import { handWritten } from "./closures.ts";
import { naiveEngine } from "./naive.ts";

/** The four ways of doing the same work: every shipped persona under the shipped composite. */
export interface Workload {
  readonly prepared: Prepared;
  readonly personas: readonly Persona[];
  readonly phases: number;
  readonly questions: number;
  /** (a) json-rules-engine used naively: our bookkeeping, and one run of one engine with all rules for each phase. */
  readonly naive: () => Promise<void>;
  /** (b) ours with the full trace. */
  readonly full: () => void;
  /** (c) ours without findings. */
  readonly lean: () => void;
  /** (d) hand-written closures, with the same bookkeeping. */
  readonly closures: () => void;
}

export function shippedRulebook() {
  return resolveRulebook(DEFAULT_RULEBOOK).rulebook!;
}

export async function workload(): Promise<Workload> {
  const rulebook = shippedRulebook();
  const prepared = await prepare(rulebook);
  const personas = shippedPersonas().map(parsedPersona);
  const facts = phasesOf(prepared, personas);
  const ask = naiveEngine(rulebook);
  const yardstick = handWritten(prepared);
  const live = (by: Prepared, findings: boolean) => (): void => {
    for (const persona of personas) replay(by, persona, { findings });
  };
  checkSameLives(prepared, yardstick, personas);
  const lean = live(prepared, false);
  return {
    prepared,
    personas,
    phases: facts.length,
    questions: prepared.questions,
    naive: async () => {
      lean();
      for (const each of facts) await ask(each);
    },
    full: live(prepared, true),
    lean,
    closures: live(yardstick, false),
  };
}

/**
 * The facts of every phase of every life: of each event that falls due, before what it changes,
 * whenever the measures are settled, and before what it leads to. The naive engine is run once for
 * each with all rules, as one would who has no index of what could match.
 */
export function phasesOf(prepared: Prepared, personas: readonly Persona[]): FactRecord[] {
  const met: FactRecord[] = [];
  const complete = Object.fromEntries(prepared.factsRead.map((name) => [name, emptyOf(name)])) as FactRecord;
  const firsts = new Set(
    ["measure", "lead", "change"].map((phase) => prepared.rules.find(({ rule }) => phaseOf(rule) === phase)),
  );
  const spied: Prepared = {
    ...prepared,
    rules: prepared.rules.map((rule) => ({
      ...rule,
      consultedAt: new Set(EVENT_NAMES),
      cellOf: (facts) => {
        if (firsts.has(rule)) met.push({ ...complete, ...facts });
        return rule.cellOf(facts);
      },
    })),
  };
  for (const persona of personas) replay(spied, persona, { findings: false });
  return met;
}

function phaseOf({ then }: Rule): "measure" | "lead" | "change" {
  return then.kind === "measure" || then.kind === "lead" ? then.kind : "change";
}

function emptyOf(name: FactName) {
  const { type } = factNamed(name)!;
  if (type.type === "set") return [];
  if (type.type === "flag") return false;
  return "nullable" in type && type.nullable ? null : type.type === "integer" ? 0 : "not-known";
}

/** A yardstick that measured other lives would measure nothing. */
function checkSameLives(prepared: Prepared, yardstick: Prepared, personas: readonly Persona[]): void {
  for (const persona of personas) {
    const [ours, theirs] = [prepared, yardstick].map((by) =>
      replay(by, persona, { findings: false }).entries.map(({ month, after, effects }) => [
        month,
        after.score,
        after.class,
        after.measures,
        effects.map(({ kind }) => kind).filter((kind) => kind !== "rests"),
      ]),
    );
    if (JSON.stringify(ours) !== JSON.stringify(theirs))
      throw new Error(`the hand-written closures give another life for ${persona.id}`);
  }
}
