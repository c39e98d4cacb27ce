import { alternativeQuestions } from "./alternative-questions.ts";
import { type DrawWhole, someOf } from "./chance.ts";
import { compoundingQuestions } from "./compounding-questions.ts";
import { evidenceQuestions } from "./evidence-questions.ts";
import type { Material } from "./material.ts";
import { orderQuestions } from "./order-questions.ts";
import { type Question, type Topic, TOPICS } from "./question.ts";

const POOLS: Readonly<Record<Topic, (material: Material, draw: DrawWhole) => Question[]>> = {
  order: orderQuestions,
  compounding: compoundingQuestions,
  evidence: evidenceQuestions,
  alternatives: alternativeQuestions,
};

/** At most so many of each topic are asked: a sheet is for one lesson. */
const MOST: Readonly<Record<Topic, number>> = { order: 1, compounding: 2, evidence: 1, alternatives: 2 };

/** What is asked of one life, topic by topic; where a life has nothing to ask about a topic, nothing is asked. */
export function questionsOn(material: Material, draw: DrawWhole): Question[] {
  return TOPICS.flatMap((topic) => {
    const pool = POOLS[topic](material, draw);
    // One is always left out where there is a choice, so that neighbours can differ.
    return someOf(pool, Math.max(1, Math.min(MOST[topic], pool.length - 1)), draw);
  });
}
