import type { FixtureEvent, Persona } from "../model/persona.ts";
import type { Parsed, Problem } from "../model/problem.ts";
import { parseMonth } from "../model/story-time.ts";
import { CIRCUMSTANCE_NAMES, type Circumstances, unsaid } from "../model/vocabulary/circumstances.ts";
import { personaFaults } from "./meaning/persona.ts";
import { readFile } from "./read.ts";
import { type PersonaFile, personaFile } from "./schema/persona.ts";

/** Reads an invented person. Every word comes from a closed list, so that no real person fits. */
export function parsePersona(text: string, file: string): Parsed<Persona> {
  const read = readFile(text, file, "persona", personaFile, personaFaults);
  if (!read.ok) return { ok: false, problems: read.problems.map(withEthics) };
  return { ok: true, value: personaOf(read.value.file), notes: read.notes };
}

/** Who tries to write a word of their own is told why there is no room for it. */
function withEthics(problem: Problem): Problem {
  if (!/^persona\/(unknown-|malformed|wrong-type)/.test(problem.code)) return problem;
  return {
    ...problem,
    advice: `${problem.advice} No field of a persona can hold a real person, on purpose: see ETHICS.md.`,
  };
}

function personaOf({ id, name, circumstances, timeline }: PersonaFile): Persona {
  const known: Readonly<Record<string, string | undefined>> = circumstances ?? {};
  return {
    id,
    name,
    circumstances: Object.fromEntries(
      CIRCUMSTANCE_NAMES.map((each) => [each, known[each] ?? unsaid(each)]),
    ) as Circumstances,
    timeline: timeline.map(eventOf),
  };
}

function eventOf({ at, event, attempt, purpose, occasionedBy }: PersonaFile["timeline"][number]): FixtureEvent {
  return {
    month: parseMonth(at)!,
    ...(occasionedBy === undefined ? {} : { occasionedBy }),
    ...(event === undefined ? { attempt: attempt!, purpose: purpose ?? "none" } : { event }),
  };
}
