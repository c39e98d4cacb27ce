import type { Evidence } from "../model/evidence.ts";
import { ruleNamed, type Rulebook, type ScoringNumber } from "../model/rulebook.ts";
import type { Dial } from "./dials.ts";

/** How well a number is vouched for as it stands: its own note, else its rule's; `invented` where the scoring says nothing of it. */
export function evidenceOfDial(rulebook: Rulebook, { rule, part: { kind } }: Pick<Dial, "rule" | "part">): Evidence {
  if (rule === null) {
    const number = kind === "class" ? "classes" : (kind as ScoringNumber);
    return rulebook.scoring?.numbers[number]?.evidence ?? "invented";
  }
  const { numbers, evidence } = ruleNamed(rulebook, rule);
  return numbers?.[kind as keyof typeof numbers]?.evidence ?? evidence;
}
