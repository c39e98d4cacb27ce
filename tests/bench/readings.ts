import { UNWATCHED } from "../../src/analysis/experiment.ts";
import { Lab } from "../../src/analysis/lab.ts";
import { questionsOf } from "../../src/analysis/multiverse/space.ts";
import { readings } from "../../src/analysis/questions/readings.ts";
import { type Memory, prepare } from "../../src/engine/prepare.ts";
import { Readings } from "../../src/load/readings.ts";
import type { Persona } from "../../src/model/persona.ts";
import type { Rulebook } from "../../src/model/rulebook.ts";
import type { Row } from "./rows.ts";

/** Every reading of the composite, more than a million; once, from nothing. `naive`: milliseconds of one naive replay of the same lives. */
export async function readingsRow(rulebook: Rulebook, personas: readonly Persona[], naive: number): Promise<Row> {
  const memory: Memory = new Map();
  const lab = new Lab(rulebook, personas, (variant) => prepare(variant, memory));
  const start = performance.now();
  const experiment = await readings(lab, questionsOf(rulebook, []), new Readings(rulebook), UNWATCHED);
  const time = performance.now() - start;
  if (experiment.kind === "too-much" || experiment.readings < 1_000_000) throw new Error("not a million readings");
  return {
    what: "all readings x 13 lives / one naive replay of the 13, time",
    measured: time / naive,
    must: 15,
    aim: 5,
    more: false,
  };
}
