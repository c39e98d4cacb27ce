import { type Why, type WhyNot } from "../../analysis/why.ts";
import { ruleNamed } from "../../model/rulebook.ts";
import type { Trace } from "../../model/trace.ts";
import { conditionTemplate } from "../comparison.ts";
import { headingOf } from "../heading.ts";
import { ruleNote } from "../evidence-wording.ts";
import { rootSays, stepSays, unmatchedSays, whyNotSummary } from "../why-wording.ts";
import { happeningSays, listed, monthSays } from "../wording.ts";
import { hang, type Style } from "./style.ts";

/** `demerit why`: from an entry back to its roots. */
export function textWhy(trace: Trace, why: Why, style: Style): string {
  const { width, paint } = style;
  const entry = trace.entries[why.seq]!;
  const lines = [
    ...head(trace, `Why #${why.seq}, ${monthSays(entry.month)}: ${happeningSays(entry.happening, trace)}`, style),
    ...hang(`It goes back to ${listed(why.roots.map((id) => rootSays(id, trace)))}.`, width, ""),
    "",
    ...why.steps.flatMap((step) => {
      const { id, month, says, grounds, from } = stepSays(step, trace);
      return [
        ...hang(says, width, `${month.padEnd(8)}${id.padEnd(7)}`).map((line) => paint.bold(line)),
        ...grounds.flatMap((ground) => hang(ground, width, " ".repeat(17))),
        ...hang(from, width, `${" ".repeat(15)}← `).map((line) => paint.dim(line)),
      ];
    }),
  ];
  return `${lines.join("\n")}\n`;
}

/** `demerit why-not`: each moment at which a rule was consulted in vain. */
export function textWhyNot(trace: Trace, whyNot: WhyNot, style: Style): string {
  const { width, paint } = style;
  const rule = ruleNamed(trace.rulebook, whyNot.rule);
  const lines = [
    ...head(trace, `Why not ${rule.id}`, style),
    ...hang(ruleNote(rule).says, width, ""),
    ...hang(`It asks: ${conditionTemplate(rule.when)}.`, width, ""),
    ...hang(whyNotSummary(whyNot, trace, rule.id), width, ""),
    ...(whyNot.unmatched.length === 0
      ? []
      : ["", ...hang("Where it did not match, and what stood in the way:", width, "")]),
    ...whyNot.unmatched.flatMap((moment) => {
      const { when, failed } = unmatchedSays(moment, trace);
      return [
        ...hang(when, width, ""),
        ...failed.flatMap((each) => hang(each, width, "  ✗ ").map((line) => paint.red(line))),
      ];
    }),
  ];
  return `${lines.join("\n")}\n`;
}

function head(trace: Trace, title: string, { width, paint }: Style): string[] {
  const heading = headingOf(trace, null);
  return [
    ...hang(title, width, "").map((line) => paint.bold(line)),
    ...hang(`${heading.title}; ${heading.rulebook}`, width, ""),
    ...hang(heading.notice, width, "NOTICE  ").map((line) => paint.yellow(line)),
    ...(heading.warning === null ? [] : hang(heading.warning, width, "NOTE    ").map((line) => paint.yellow(line))),
    "",
  ];
}
