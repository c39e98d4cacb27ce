import { EVIDENCE, type Evidence, weakest } from "../../model/evidence.ts";
import { ruleNamed } from "../../model/rulebook.ts";
import type { EffectId } from "../../model/trace.ts";
import { graphOf } from "../graph/graph.ts";
import type { Harm } from "../harms.ts";
import type { HarmCounts } from "../outcome.ts";
import type { ByEvidence, Remaining } from "../by-evidence.ts";
import { type DrawWhole, oneOf } from "./chance.ts";
import type { Material } from "./material.ts";
import type { Question } from "./question.ts";

/** How good the ground is. */
export function evidenceQuestions(material: Material, draw: DrawWhole): Question[] {
  return [...levelQuestion(material, draw), ...weakestQuestion(material, draw), ...withoutInvented(material)];
}

function levelQuestion({ trace, box }: Material, draw: DrawWhole): Question[] {
  const rules = box.map((id) => ruleNamed(trace.rulebook, id));
  const level = oneOf(
    EVIDENCE.filter((each) => rules.some((rule) => rule.evidence === each)),
    draw,
  );
  if (level === undefined || box.length < 3) return [];
  const those = rules.filter((rule) => rule.evidence === level).map(({ id }) => id);
  return [{ kind: "level", topic: "evidence", level, rules: those, of: box.length }];
}

/**
 * Asked of a line whose rules are all explained on the sheet, of which some are better grounded than
 * others, and the weakest says how good the ground of the harm is: no other cause does.
 */
function weakestQuestion({ trace, ledger, shown, box, byEvidence: { levels } }: Material, draw: DrawWhole): Question[] {
  const graph = graphOf(trace);
  const levelOf = levelsOf(ledger.harms, levels);
  const askable = ledger.harms.flatMap(({ id }) => {
    const line = graph.line(id);
    const rules = [
      ...new Set(line.flatMap((node) => (node.effect?.kind === "denied" ? [] : graph.ground(node).rules))),
    ];
    const level = weakest(rules.map(({ evidence }) => evidence));
    const those = rules.filter((rule) => rule.evidence === level).map((rule) => rule.id);
    const followed = line.every(({ entry }) => shown.has(entry.seq)) && rules.every((rule) => box.includes(rule.id));
    return followed && rules.length > those.length && levelOf.get(id) === level
      ? [{ harm: id, level, rules: those }]
      : [];
  });
  const asked = oneOf(askable, draw);
  return asked === undefined ? [] : [{ kind: "weakest", topic: "evidence", ...asked }];
}

function levelsOf(harms: readonly Harm[], levels: ByEvidence["levels"]): ReadonlyMap<EffectId, Evidence> {
  const ofKind = (kind: Harm["kind"], of: readonly Evidence[]) =>
    harms.filter((harm) => harm.kind === kind).map(({ id }, at) => [id, of[at]!] as const);
  return new Map([...ofKind("denied", levels.denied), ...ofKind("loss", levels.losses)]);
}

function withoutInvented({ byEvidence: { remaining } }: Material): Question[] {
  const all = remaining.find(({ without }) => without.length === 0);
  const left = remaining.find(({ without }) => without.length === 1 && without[0] === "invented");
  if (all === undefined || left === undefined || all.rules === left.rules) return [];
  return [
    {
      kind: "without-invented",
      topic: "evidence",
      rules: all.rules - left.rules,
      before: countsOf(all),
      after: countsOf(left),
    },
  ];
}

function countsOf({ denied, months, losses }: Remaining): HarmCounts {
  return { denied, months, losses };
}
