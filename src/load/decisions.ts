import type { FixtureDecision } from "../model/decision.ts";
import type { Parsed } from "../model/problem.ts";
import { type DecisionsAround, decisionsFaults } from "./meaning/decisions.ts";
import { readFile } from "./read.ts";
import { type DecisionsFile, decisionsFile } from "./schema/decisions.ts";

export type Decisions = Readonly<Record<string, readonly FixtureDecision[]>>;

/** Reads what the decisions in the package's fixtures rest on. */
export function parseDecisions(text: string, file: string, around: DecisionsAround): Parsed<Decisions> {
  const read = readFile(text, file, "decisions", decisionsFile, (part) => decisionsFaults(part, around));
  return read.ok ? { ok: true, value: decisionsOf(read.value.file), notes: read.notes } : read;
}

function decisionsOf({ lives }: DecisionsFile): Decisions {
  return Object.fromEntries(
    Object.entries(lives).map(([persona, decisions]) => [
      persona,
      decisions.map((decision) => ({ ...decision, citations: decision.citations ?? [] })),
    ]),
  );
}
