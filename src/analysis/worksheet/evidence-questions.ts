import { EVIDENCE, weakest } from "../../model/evidence.ts";
import { evidenceOf } from "../../model/rule.ts";
import { ruleNamed } from "../../model/rulebook.ts";
import { graphOf, rulesOn } from "../graph/graph.ts";
import type { HarmCounts } from "../outcome.ts";
import type { Remaining } from "../without-evidence.ts";
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
    EVIDENCE.filter((each) => rules.some((rule) => evidenceOf(rule) === each)),
    draw,
  );
  if (level === undefined || box.length < 3) return [];
  const those = rules.filter((rule) => evidenceOf(rule) === level).map(({ id }) => id);
  return [{ kind: "level", topic: "evidence", level, rules: those, of: box.length }];
}

/** Asked of a line whose rules are all explained on the sheet, and of which some are better grounded than others. */
function weakestQuestion({ trace, ledger, shown, box }: Material, draw: DrawWhole): Question[] {
  const graph = graphOf(trace);
  const askable = ledger.harms.flatMap(({ id }) => {
    const line = graph.line(id);
    const rules = [...new Set(rulesOn(line, trace))];
    const level = weakest(rules.map(evidenceOf));
    const those = rules.filter((rule) => evidenceOf(rule) === level).map((rule) => rule.id);
    const followed = line.every(({ entry }) => shown.has(entry.seq)) && rules.every((rule) => box.includes(rule.id));
    return followed && rules.length > those.length ? [{ harm: id, level, rules: those }] : [];
  });
  const asked = oneOf(askable, draw);
  return asked === undefined ? [] : [{ kind: "weakest", topic: "evidence", ...asked }];
}

function withoutInvented({ remaining }: Material): Question[] {
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
