import type { Place, Problem } from "../model/problem.ts";
import type { Patch, Rule, RuleId } from "../model/rule.ts";
import type { Scoring } from "../model/rulebook.ts";
import type { EditCounts } from "./edit-says.ts";
import { editedRule, editedScoring, same } from "./edited.ts";
import type { Fault } from "./fault.ts";
import { type Around, citationFaults } from "./meaning/citations.ts";
import { merged } from "./meaning/merge.ts";
import { amendedFaults, ruleFaults, ruleReadingFaults } from "./meaning/rule.ts";
import { amendedScoringFaults } from "./meaning/scoring.ts";
import type { LoadedOverlay } from "./overlay.ts";
import { ruleOf } from "./pack.ts";
import type { Path } from "./place.ts";
import { shapeFaults } from "./schema/shape.ts";
import { OVERLAID } from "./schema/overlay.ts";
import { ruleFile, type RuleFile } from "./schema/rule.ts";
import { adviceFor } from "./suggest.ts";

/** The rules and the scoring of a stack, as far as it has been put together. */
export interface Stack {
  readonly rules: readonly Rule[];
  readonly scoring: Scoring | null;
}

export interface LaidOver extends Stack {
  /** What was changed; `null` where nothing was, and then the stack is the very one that was given. */
  readonly edit: EditCounts | null;
  readonly problems: readonly Problem[];
}

/** Lays an overlay over a stack: what it amends, takes out and adds, and all that is wrong with it there. */
export function laidOver(stack: Stack, layer: LoadedOverlay, around: Around): LaidOver {
  const { overlay, locate } = layer;
  const problems: Problem[] = [...missingRules(stack, layer)];
  const report = (path: Path, faults: readonly Fault[], lead = ""): void => {
    for (const { code, path: below, message, advice, on, severity } of faults)
      problems.push({
        code,
        at: locate([...path, ...below], on),
        message: `${lead}${message}`,
        advice,
        severity: severity ?? "problem",
      });
  };

  report([], citationFaults(overlay.rests.citations, ["citations"], around));
  const patchOf = (id: RuleId): Patch | null | undefined =>
    Object.hasOwn(overlay.amend, id) ? overlay.amend[id] : undefined;
  const kept = stack.rules.filter(({ id }) => patchOf(id) !== null);
  const rules = kept.map((rule) => {
    const patch = patchOf(rule.id);
    if (patch === undefined || patch === null) return rule;
    const path = ["amend", rule.id];
    const { rule: amended, faults } = amendedBy(rule, patch, overlay.id, around);
    report(path, faults, `Amended so, “${rule.id}” would be faulty. `);
    if (faults.length === 0 && amended === rule) problems.push(idle(locate(path, "key"), rule.id));
    return amended;
  });
  overlay.add.forEach(({ pack: _pack, ...rule }, index) =>
    report(["add", index], ruleFaults(rule as unknown as RuleFile, [], around)),
  );
  const scoring = stack.scoring === null ? null : editedScoring(stack.scoring, overlay);
  if (scoring === null) problems.push(...scorelessFaults(layer));
  else problems.push(...idleNumbers(stack.scoring!, layer));
  if (scoring !== null && scoring !== stack.scoring)
    report([], amendedScoringFaults(scoring, around).map(inOverlay), "Amended so, the scoring would be faulty. ");

  const returns = scoring?.deductionsReturnAfterMonths === null ? "never" : "otherwise";
  const edit: EditCounts = {
    changed: rules.filter((rule, index) => rule !== kept[index]).length,
    dropped: stack.rules.length - kept.length,
    added: overlay.add.length,
    opening: scoring?.opening === stack.scoring?.opening ? null : [stack.scoring!.opening, scoring!.opening],
    classes: !same(scoring?.classes, stack.scoring?.classes),
    returns: scoring?.deductionsReturnAfterMonths === stack.scoring?.deductionsReturnAfterMonths ? null : returns,
  };
  if (edit.changed + edit.dropped + edit.added === 0 && scoring === stack.scoring) {
    // What it gets wrong is worth more than that it does nothing.
    const note = problems.some(({ severity }) => severity === "problem") ? [] : [nothingChanged(layer)];
    return { ...stack, edit: null, problems: [...problems, ...note] };
  }
  return {
    rules: [...rules, ...overlay.add],
    scoring,
    edit,
    problems,
  };
}

/** The rule itself where the patch changes nothing, or where what it makes of it is faulty. */
function amendedBy(rule: Rule, patch: Patch, by: string, around: Around): { rule: Rule; faults: readonly Fault[] } {
  const { pack, amended, readings, ...bare } = rule;
  const file = merged(bare, patch);
  const shape = shapeFaults(ruleFile, file, "rule");
  if (shape.length > 0) return { rule, faults: shape.map(mergeAdvice) };
  const kept = { ...(amended === undefined ? {} : { amended }), ...(readings === undefined ? {} : { readings }) };
  const patched = { ...ruleOf(file as RuleFile, pack), ...kept };
  if (same(patched, rule)) return { rule, faults: [] };
  const edited = editedRule(rule, patched, patch, by);
  const { pack: _pack, amended: _amended, readings: left = [], ...result } = edited;
  const faults = [
    ...amendedFaults(result, around),
    ...left.flatMap(({ amend }) =>
      amend === null ? [] : ruleReadingFaults(result as unknown as RuleFile, amend, [], around),
    ),
  ];
  return faults.length > 0 ? { rule, faults } : { rule: edited, faults: [] };
}

/** A patch keeps what it does not name, which surprises where one way of joining conditions replaces another. */
function mergeAdvice(fault: Fault): Fault {
  return fault.path.includes("when") || fault.path.includes("then")
    ? { ...fault, advice: `${fault.advice} A merge patch keeps what it does not name: null takes a key out.` }
    : fault;
}

/** The parts of a scoring stand at the top of an overlay; a limit that no longer fits is the fault of the opening. */
function inOverlay(fault: Fault): Fault {
  const [first] = fault.path;
  const isLimit = first !== "numbers" && !OVERLAID.some((name) => name === first);
  return isLimit ? { ...fault, path: ["opening"] } : fault;
}

function missingRules({ rules }: Stack, { overlay, locate, elsewhere }: LoadedOverlay): Problem[] {
  const ids = rules.map(({ id }) => id);
  const missing = (id: RuleId): Problem => ({
    code: "overlay/unknown-rule",
    at: locate(["amend", id], "key"),
    message: `There is no rule “${id}” to be ${overlay.amend[id] === null ? "taken out" : "amended"}.${elsewhere === null ? "" : ` This overlay extends “${overlay.extends}”; here it is applied to “${elsewhere}”.`}`,
    advice: elsewhere === null ? adviceFor(id, ids) : `Apply it to “${overlay.extends}”. ${adviceFor(id, ids)}`,
    severity: "problem",
  });
  return Object.keys(overlay.amend)
    .filter((id) => !ids.includes(id))
    .map(missing);
}

function scorelessFaults({ overlay, locate }: LoadedOverlay): Problem[] {
  return OVERLAID.filter((name) => overlay[name] !== undefined).map((name) => ({
    code: "overlay/no-scoring",
    at: locate([name], "key"),
    message: `No pack of this rulebook says how points are kept, so there is no “${name}” to amend.`,
    advice: `Take “${name}” out, or apply the overlay to a rulebook that keeps a score.`,
    severity: "problem",
  }));
}

function idleNumbers(scoring: Scoring, { overlay, locate }: LoadedOverlay): Problem[] {
  return OVERLAID.filter(
    (name) => overlay[name] !== undefined && same(overlay[name] ?? null, scoring[name] ?? null),
  ).map((name) => idle(locate([name], "key"), name));
}

function idle(at: Place, what: string): Problem {
  return {
    code: "overlay/amends-nothing",
    at,
    message: `As it is written, this leaves “${what}” as it was.`,
    advice: "Change a number or a condition in it, or take it out.",
    severity: "note",
  };
}

function nothingChanged({ overlay, locate }: LoadedOverlay): Problem {
  return {
    code: "overlay/changes-nothing",
    at: locate([]),
    message: `“${overlay.id}” changes nothing: the rulebook is the one below it, with the same digest.`,
    advice: "Amend a rule, take one out, or add one.",
    severity: "note",
  };
}
