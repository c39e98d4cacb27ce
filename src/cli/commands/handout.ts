import { recoveryOf } from "../../analysis/recovery.ts";
import { compare } from "../../analysis/questions/compare.ts";
import { Lab } from "../../analysis/lab.ts";
import { prepare } from "../../engine/prepare.ts";
import { unnamedLife } from "../../load/unnamed-life.ts";
import type { Persona } from "../../model/persona.ts";
import type { Safeguard } from "../../report/lesson/handout/lesson.ts";
import { ownFileNote } from "../../report/heading.ts";
import { replay } from "../../replay/replay.ts";
import { layoutSays, type LeafOptions, writeLeaf } from "../leaf.ts";
import { DEFAULT_RULEBOOK, rulesFile } from "../library.ts";
import { refuseBadDestination } from "../output.ts";
import { besideOf, personasNamed } from "../personas.ts";
import { exitAfter } from "../runaway.ts";
import { type ReadRulebook, usableRulebook } from "../usable-rulebook.ts";

export interface HandoutCommand extends LeafOptions {
  readonly rulebook: string;
  readonly reading?: readonly string[] | undefined;
}

/**
 * How harm compounds, how a complaint costs, and who gathers pluses; the others stand in where a
 * rulebook has nothing to say to one of them.
 */
const LIVES = ["missed-instalment", "petitioner", "honoured-official", "guarantor", "ruined-trader", "namesake"];
const MOST_LIVES = 3;

/** The best documented first. */
const SAFEGUARDS = ["court-guidance-2019", "limits-2020", "reward-only-2019"];

/** `demerit handout`: the whole lesson. Returns the exit code. */
export async function handoutCommand(options: HandoutCommand): Promise<number> {
  refuseBadDestination(options);
  const read = await usableRulebook(options.rulebook, options.color, options.reading);
  const { rulebook, memory, answers } = read;
  const prepared = await prepare(rulebook, memory);
  const lived = (await personasNamed(LIVES)).map((persona) => replay(prepared, persona));
  const touched = lived.filter(({ entries }) => entries.some(({ effects }) => effects.length > 0));
  const traces = [...touched, ...lived.filter((trace) => !touched.includes(trace))].slice(0, MOST_LIVES);
  const { handoutOf } = await import("../../report/lesson/handout/handout.ts");
  const readings = Object.entries(answers).map(([question, answer]) => `--reading ${question}=${answer}`);
  const under = [`--rulebook ${rulebook.id}`, ...readings].join(" ");
  const words = [`demerit handout ${under}`, ...layoutSays(options, "html")].join(" ");
  const leaf = handoutOf({
    rulebook,
    lives: traces.map((trace) => ({ trace, exposes: besideOf(trace.persona.id) })),
    recovery: recoveryOf(prepared, (events) => unnamedLife(events).persona),
    safeguard: await safeguardFor(
      read,
      traces.map(({ persona }) => persona),
      options,
    ),
    under: rulebook.id === DEFAULT_RULEBOOK && readings.length === 0 ? "" : under,
    again: `${words}${ownFileNote(words)}`,
  });
  await writeLeaf(leaf, options);
  return exitAfter(traces);
}

/** The first safeguard that can be laid over the rulebook and is not in it already. */
async function safeguardFor(
  { rulebook, memory, answers }: ReadRulebook,
  personas: readonly Persona[],
  { rulebook: expression }: HandoutCommand,
): Promise<Safeguard | null> {
  const { resolveRulebook } = await import("../rulebook-expression.ts");
  const { parseOverlay } = await import("../../load/overlay.ts");
  const { withReadings } = await import("../../load/readings.ts");
  for (const id of SAFEGUARDS) {
    const laidOver = resolveRulebook(`${expression},${id}`).rulebook;
    if (laidOver === null) continue;
    const variant = withReadings(laidOver, answers);
    const { text, name } = rulesFile(id);
    const overlay = parseOverlay(text, name);
    if (!variant.ok || !overlay.ok) continue;
    const { title, about } = overlay.value.overlay;
    const lab = new Lab(rulebook, personas, (edited) => prepare(edited, memory));
    return { id, title, about, comparison: await compare(lab, variant.value) };
  }
  return null;
}
