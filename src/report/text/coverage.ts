import type { Coverage, RuleCoverage } from "../../analysis/coverage.ts";
import { DOOR_NAMES } from "../../model/vocabulary/doors.ts";
import { LIFE_EVENT_KINDS } from "../../model/vocabulary/events.ts";
import { leafTemplate } from "../comparison.ts";
import { count, whole } from "../wording.ts";
import { hang, type Style } from "./style.ts";

/** How far lives reach into a rulebook: counts, then by name what they do not reach. */
export function coverageText({ lives, rules, untriedDoors, unlivedEvents }: Coverage, { width }: Style): string {
  const [matched, consulted, never] = (["matched", "consulted", "never"] as const).map((reach) =>
    rules.filter((rule) => rule.reach === reach).map(({ rule }) => rule),
  ) as [RuleCoverage["rule"][], RuleCoverage["rule"][], RuleCoverage["rule"][]];
  const comparisons = rules.flatMap(({ rule, comparisons: of }) => of.map((each) => ({ rule, ...each })));
  const met = comparisons.filter(({ held, failed }) => held || failed);
  const alike = met.filter(({ held, failed }) => held !== failed);
  const named = (what: string, names: readonly string[]): string[] =>
    names.length === 0 ? [] : hang(`${what} (${names.length}): ${names.join(", ")}.`, width, "  ");
  return [
    `Coverage by ${count(lives, "invented life", "invented lives")}`,
    ...[
      `Of ${count(rules.length, "rule")}, matched in some life: ${whole(matched.length)}; only consulted: ${whole(consulted.length)}; never reached: ${whole(never.length)}.`,
      `Of ${count(comparisons.length, "comparison")} besides the event, met: ${whole(met.length)}; true at one time and false at another: ${whole(met.length - alike.length)}.`,
      `Of ${count(DOOR_NAMES.length, "door")}, tried: ${whole(DOOR_NAMES.length - untriedDoors.length)}. Of ${count(LIFE_EVENT_KINDS.length, "life event")}, lived: ${whole(LIFE_EVENT_KINDS.length - unlivedEvents.length)}.`,
      "What is not reached says something of these lives, and nothing against a rule.",
    ].flatMap((sentence) => hang(sentence, width, "  ")),
    ...named("Rules never reached", never),
    ...named("Rules only consulted", consulted),
    ...(alike.length === 0 ? [] : [`  Comparisons that say the same whenever asked (${alike.length}):`]),
    ...alike.flatMap(({ rule, leaf, held }) =>
      hang(`${rule}: ${leafTemplate(leaf)} (always ${held ? "true" : "false"})`, width, "    "),
    ),
    ...named("Doors that nobody tries", untriedDoors),
    ...named("Life events that befall nobody", unlivedEvents),
  ]
    .map((line) => `${line}\n`)
    .join("");
}
