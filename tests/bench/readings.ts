import { UNWATCHED } from "../../src/analysis/experiment.ts";
import { Lab } from "../../src/analysis/lab.ts";
import { questionsOf } from "../../src/analysis/multiverse/space.ts";
import { readings } from "../../src/analysis/questions/readings.ts";
import { type Memory, prepare } from "../../src/engine/prepare.ts";
import { Readings } from "../../src/load/readings.ts";
import type { Persona } from "../../src/model/persona.ts";
import type { Reading, Rule } from "../../src/model/rule.ts";
import type { Question, Rulebook } from "../../src/model/rulebook.ts";
import { median, type Row } from "./rows.ts";

const COMBINATIONS = 4096;
const TURNS = 3;

/**
 * The composite asks for 1,536 readings; one question of three answers is left as it stands, and three
 * more of two answers are made up on rules that these lives meet, which makes 4,096. Every turn
 * begins afresh: nothing is remembered from one to the next but the verdicts. `naive`: milliseconds of
 * one naive replay of the same lives.
 */
export async function readingsRow(rulebook: Rulebook, personas: readonly Persona[], naive: number): Promise<Row> {
  const wider = withMade(rulebook);
  const questions = questionsOf(wider, ["largest-entry"]);
  const memory: Memory = new Map();
  const times: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    const lab = new Lab(wider, personas, (variant) => prepare(variant, memory));
    const read = new Readings(wider);
    const start = performance.now();
    const experiment = await readings(lab, questions, read, UNWATCHED);
    times.push(performance.now() - start);
    if (experiment.kind === "too-much" || experiment.readings !== COMBINATIONS)
      throw new Error(`not ${COMBINATIONS} readings`);
  }
  return {
    what: "4,096 readings x 13 lives / one naive replay of the 13, time",
    measured: median(times) / naive,
    must: 60,
    aim: 15,
    more: false,
  };
}

/** Three questions more, each on the points of one rule. */
function withMade(rulebook: Rulebook): Rulebook {
  const made: Readonly<Record<string, number>> = {
    "suining/phone-arrears": -35,
    "suining/red-light": -35,
    "suining/urban-order-offence": -10,
  };
  const asked = Object.keys(made).map((id): [string, Question] => [
    `made-${id.split("/")[1]}`,
    { asks: "Made for measuring.", answers: { here: "as it stands", there: "otherwise" }, default: "here" },
  ]);
  return {
    ...rulebook,
    questions: { ...rulebook.questions, ...Object.fromEntries(asked) },
    rules: rulebook.rules.map((rule): Rule => {
      const points = made[rule.id];
      if (points === undefined) return rule;
      const reading: Reading = {
        question: `made-${rule.id.split("/")[1]}`,
        label: "there",
        amend: { then: { points } },
        citations: [],
      };
      return { ...rule, readings: [...(rule.readings ?? []), reading] };
    }),
  };
}
