import { leavesOf } from "../../model/condition.ts";
import { ruleNamed } from "../../model/rulebook.ts";
import type { Finding, Trace } from "../../model/trace.ts";
import { comparisonSays } from "../comparison.ts";
import { hang, type Style } from "./style.ts";

/** Every rule consulted, matched or not, with what each comparison expected and met. */
export function findingLines(findings: readonly Finding[], trace: Trace, { width, paint }: Style): string[] {
  return findings.flatMap(({ rule: id, matched, met }) => {
    const leaves = leavesOf(ruleNamed(trace.rulebook, id).when);
    const parts = leaves.map((leaf, at) => comparisonSays(leaf, met[at]!));
    return hang(`${matched ? "matched" : "not matched"} ${id}: ${parts.join("; ")}`, width, " ".repeat(14) + "= ").map((line) => paint.dim(line));
  });
}
