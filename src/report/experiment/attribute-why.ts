import type { HarmShares, RuleShare } from "../../analysis/questions/attribute.ts";
import type { RuleId } from "../../model/rule.ts";
import { count, listed } from "../wording.ts";

/** In what way a share differs from what vanishes without the rule. */
type Manner = "agree" | "chance" | "shared" | "backed" | "checked" | "spares" | "spares-more" | "turns";

const LABELS: Record<Manner, string> = {
  agree: "they agree",
  chance: "perhaps chance",
  shared: "shared",
  backed: "backed up",
  checked: "held back",
  spares: "spares what others do",
  "spares-more": "would spare more",
  turns: "turns round",
};

/** In a few words, for a column. */
export function whyLabel(each: RuleShare, harm: HarmShares): string {
  if (each.why === null) return "·";
  const others = each.why.others.length === 0 ? "" : `, ${count(each.why.others.length, "other")}`;
  return `${LABELS[mannerOf(each, harm)]}${others}`;
}

function mannerOf(each: RuleShare, harm: HarmShares): Manner {
  const spares = each.leftOut < 0 || (each.leftOut === 0 && (each.share?.value ?? 0) < 0);
  switch (each.why!.kind) {
    case "same":
      return "agree";
    case "unclear":
      return "chance";
    case "shared":
      return spares ? "spares" : "shared";
    case "backup":
      if (spares) return "spares-more";
      // Where the other spares harm itself, it does not the same: it undoes some of it.
      return foremost(each).some((rule) => leftOutOf(rule, harm) >= 0) || foremost(each).length === 0
        ? "backed"
        : "checked";
    case "turns":
      return "turns";
  }
}

function leftOutOf(rule: RuleId, { rules }: HarmShares): number {
  return rules.find((each) => each.rule === rule)?.leftOut ?? 0;
}

/** Those of the others that make the greatest difference. */
function foremost({ why, leftOut }: RuleShare): RuleId[] {
  const others = why?.others ?? [];
  const greatest = Math.max(0, ...others.map(({ takesThen }) => Math.abs(takesThen - leftOut)));
  return others.flatMap(({ rule, takesThen }) => (Math.abs(takesThen - leftOut) === greatest ? [rule] : []));
}

/** Rules that differ in the same manner, by the same others and each other. */
interface Alike {
  readonly manner: Manner;
  readonly rules: RuleId[];
  readonly others: readonly RuleId[];
  /** Whether nothing is left of what its absence does where one of the others is gone. */
  readonly nothing: boolean;
}

/** A sentence for each rule whose share differs from what vanishes without it; rules that are alike in it together. */
export function whySentences(harm: HarmShares): string[] {
  const groups = new Map<string, Alike>();
  for (const each of harm.rules) {
    if (each.why === null || each.why.kind === "same" || each.why.kind === "unclear") continue;
    const manner = mannerOf(each, harm);
    const others = foremost(each);
    const nothing = each.why.others.every(({ rule, takesThen }) => takesThen === 0 || !others.includes(rule));
    const among = others.length === 0 ? [] : [...others, each.rule].sort();
    const key = [manner, nothing, ...among].join(" ");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { manner, rules: [each.rule], others, nothing });
    else group.rules.push(each.rule);
  }
  return [...groups.values()].map((group) => sentence(group, harm));
}

function sentence({ manner, rules, others: foremostOthers, nothing }: Alike, harm: HarmShares): string {
  const others = foremostOthers.filter((rule) => !rules.includes(rule));
  const who = listed(rules);
  const [its, any, those] = [
    rules.length === 1 ? "its" : "their",
    fewOf(others, harm, "or"),
    fewOf(others, harm, "and"),
  ];
  const each = rules.length === 1 ? "" : " each";
  switch (manner) {
    case "shared":
      if (foremostOthers.length === 0)
        return `Shared: ${who}${each} takes other rules too, though no single one of them is needed.`;
      return others.length === 0
        ? `Shared: it takes all of ${who}; any one of them alone prevents ${nothing ? "it, and so counts in full" : "some of it, and so counts for that"} when left out.`
        : `Shared: ${who}. Without ${any} ${its} absence changes ${nothing ? "nothing" : "less"}.`;
    case "backed":
      if (foremostOthers.length === 0)
        return `Backed up: ${who}. While several others do the same, ${its} absence changes little or nothing, and taking out one of those makes no difference to that.`;
      return others.length === 0
        ? `Backed up: ${who} do the same for each other, in whole or in part; whichever is left out, another does it.`
        : `Backed up: ${who}. What ${its} absence leaves undone is done, in whole or in part, by ${those}.`;
    case "checked":
      return `Held back: ${who}. Without ${any} it would do more, and ${its} absence would spare more.`;
    case "spares":
      return foremostOthers.length === 0
        ? `Spares what others do: ${who}, and no single one of those others is needed.`
        : `Spares what others do: ${who}. Without ${any} there is ${nothing ? "nothing" : "less"} for it to spare.`;
    case "spares-more":
      return foremostOthers.length === 0
        ? `Would spare more: ${who}, if several others were missing.`
        : `Would spare more: ${who}, without ${others.length === 0 ? "each other" : any}.`;
    case "turns":
      return `Turns round: ${who}${each} does harm beside some rules and spares it beside others${others.length === 0 ? "" : `; it hangs most of all on ${those}`}.`;
    case "agree":
    case "chance":
      return "";
  }
}

/** More names than these would not be read; the JSON has all. */
const MOST_NAMED = 4;

/** Those with the largest shares, and how many more there are: `a, b or 3 others`. */
function fewOf(rules: readonly RuleId[], { rules: shares }: HarmShares, joint: "and" | "or"): string {
  const shareOf = (rule: RuleId): number => Math.abs(shares.find((each) => each.rule === rule)?.share?.value ?? 0);
  const sorted = [...rules].sort((a, b) => shareOf(b) - shareOf(a));
  const more = sorted.length - MOST_NAMED;
  const items = more > 1 ? [...sorted.slice(0, MOST_NAMED), count(more, "other")] : sorted;
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${joint} ${items.at(-1)}`;
}
