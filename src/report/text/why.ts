import { type Why, type WhyRule } from "../../analysis/why.ts";
import { ruleNamed } from "../../model/rulebook.ts";
import type { Trace } from "../../model/trace.ts";
import { conditionTemplate } from "../comparison.ts";
import { headingOf } from "../heading.ts";
import { ruleNote } from "../evidence-wording.ts";
import { consultedSays, rootSays, stepSays, whyRuleSummary } from "../why-wording.ts";
import { happeningSays, listed, monthSays } from "../wording.ts";
import { hang, type Style } from "./style.ts";

/** From an entry back to its roots. */
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

/** What a rule answered: each moment at which it matched and why, then each at which it did not, and what stood in the way. */
export function textWhyRule(trace: Trace, why: WhyRule, style: Style): string {
  const { width } = style;
  const rule = ruleNamed(trace.rulebook, why.rule);
  const { says, parts } = ruleNote(rule, trace.rulebook.sources);
  const lines = [
    ...head(trace, `Why ${rule.id}: what it answered`, style),
    ...hang(whyRuleSummary(why, trace), width, ""),
    "",
    ...hang(says, width, ""),
    ...hang(`It asks: ${conditionTemplate(rule.when)}.`, width, ""),
    ...parts.flatMap((part) => hang(part, width, "  ")),
    ...momentLines("Where it matched:", true, why, trace, style),
    ...momentLines("Where it did not match, and what stood in the way:", false, why, trace, style),
  ];
  return `${lines.join("\n")}\n`;
}

function momentLines(
  title: string,
  matched: boolean,
  { moments }: WhyRule,
  trace: Trace,
  { width, paint }: Style,
): string[] {
  const meant = moments.filter(({ finding }) => finding.matched === matched);
  if (meant.length === 0) return [];
  const [mark, colour] = matched ? (["  ✓ ", (line: string) => line] as const) : (["  ✗ ", paint.red] as const);
  return [
    "",
    ...hang(title, width, ""),
    ...meant.flatMap((moment) => {
      const { when, decided } = consultedSays(moment, trace);
      return [
        ...hang(when, width, ""),
        ...decided.flatMap((each) => hang(each, width, mark).map((line) => colour(line))),
      ];
    }),
  ];
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
