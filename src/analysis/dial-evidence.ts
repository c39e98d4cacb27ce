import type { Evidence } from "../model/evidence.ts";
import { boundsEvidence, ruleNamed, type Rulebook, type ScoringNumber } from "../model/rulebook.ts";
import type { Dial } from "./dials.ts";

/** How well a number is vouched for as it stands: its own note, else its rule's; `invented` where the scoring says nothing of it. */
export function evidenceOfDial(rulebook: Rulebook, { rule, part: { kind } }: Pick<Dial, "rule" | "part">): Evidence {
  if (rule === null) {
    if (kind === "class") return boundsEvidence(rulebook.scoring!);
    return rulebook.scoring?.numbers[kind as ScoringNumber]?.evidence ?? "invented";
  }
  const { numbers, evidence } = ruleNamed(rulebook, rule);
  return numbers?.[kind as keyof typeof numbers]?.evidence ?? evidence;
}
