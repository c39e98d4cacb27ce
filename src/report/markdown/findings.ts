import { ruleNamed } from "../../model/rulebook.ts";
import type { Finding, Trace } from "../../model/trace.ts";
import { findingSays, quietFindingSays } from "../finding-wording.ts";
import type { Row } from "../outline.ts";
import { type Markdown, md } from "./md.ts";

/** Where everything is shown: every rule consulted at a row, and the quiet moments after it. */
export function findingItems(trace: Trace): (row: Row) => Markdown[] {
  const item = (finding: Finding): Markdown => md`${findingSays(finding, ruleNamed(trace.rulebook, finding.rule))}`;
  return ({ entries }) =>
    entries.flatMap(({ seq, findings }) => [
      ...findings.map(item),
      ...trace.quiet
        .filter((moment) => moment.after === seq)
        .flatMap((moment) => [md`*${quietFindingSays(moment)}*`, ...moment.findings.map(item)]),
    ]);
}
