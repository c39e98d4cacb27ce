import { knowledgeOf } from "../knowledge.ts";
import type { Lab } from "../lab.ts";
import type { Patch } from "../../model/rule.ts";
import type { Rulebook } from "../../model/rulebook.ts";
import type { Reads } from "./parts.ts";
import type { OpenQuestion } from "./space.ts";

/** Of the decisions on these people, on how many they are told anything: with all as it stands, and under one answer alone. */
export interface ToldAlone {
  readonly question: string;
  readonly answer: string;
  readonly decisions: number;
  readonly here: number;
  readonly otherwise: number;
}

/** Questions that touch what people are told, and nothing else, act in no life; each of their answers is asked by itself. */
export async function toldAlone(
  lab: Lab,
  open: readonly OpenQuestion[],
  reads: Reads,
  people: number,
): Promise<ToldAlone[]> {
  const asked = open.filter(({ id }) => asksOnlyOfTelling(lab.rulebook, id));
  const known = async (rulebook: Rulebook): Promise<{ decisions: number; told: number }> => {
    const prepared = await lab.ready(rulebook);
    const each = lab.personas.slice(0, people).map((persona) => knowledgeOf(lab.live(prepared, persona)));
    return {
      decisions: each.reduce((sum, { decisions }) => sum + decisions, 0),
      told: each.reduce((sum, { reason, outcome }) => sum + reason + outcome, 0),
    };
  };
  if (asked.length === 0) return [];
  const { decisions, told: here } = await known(lab.rulebook);
  const found: ToldAlone[] = [];
  for (const { id: question, answers } of asked)
    for (const { label: answer } of answers.slice(1)) {
      const parsed = reads.read({ [question]: answer });
      if (parsed.ok) found.push({ question, answer, decisions, here, otherwise: (await known(parsed.value)).told });
    }
  return found;
}

function asksOnlyOfTelling({ rules, scoring }: Rulebook, question: string): boolean {
  const readings = [scoring, ...rules].flatMap((part) => part?.readings ?? []);
  return readings
    .filter((reading) => reading.question === question)
    .every(({ amend }) => amend !== null && onlyTells(amend));
}

/** Whether what an answer changes is what the person is told, and nothing else. */
export function onlyTells(amend: Patch): boolean {
  return Object.keys(amend).every((key) => key === "told" || key === "toldNote");
}
