import { ruleNamed } from "../../model/rulebook.ts";
import type { Finding, QuietMoment, Trace } from "../../model/trace.ts";
import { findingSays, quietFindingSays } from "../finding-wording.ts";
import { monthSays } from "../wording.ts";
import { hang, type Style } from "./style.ts";

const INDENT = " ".repeat(14);

/** Every rule consulted, matched or not, with what each comparison expected and met. */
export function findingLines(findings: readonly Finding[], trace: Trace, { width, paint }: Style): string[] {
  return findings.flatMap((finding) =>
    hang(findingSays(finding, ruleNamed(trace.rulebook, finding.rule)), width, `${INDENT}= `).map((line) =>
      paint.dim(line),
    ),
  );
}

/** A moment at which rules were consulted and nothing came of it; it has no number. */
export function quietLines(moment: QuietMoment, trace: Trace, style: Style): string[] {
  return [
    ...hang(quietFindingSays(moment), style.width, `${monthSays(moment.month).padEnd(INDENT.length)}`).map((line) =>
      style.paint.dim(line),
    ),
    ...findingLines(moment.findings, trace, style),
  ];
}
