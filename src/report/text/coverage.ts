import type { Coverage, RuleCoverage } from "../../analysis/coverage.ts";
import { DOOR_NAMES } from "../../model/vocabulary/doors.ts";
import { LIFE_EVENT_KINDS } from "../../model/vocabulary/events.ts";
import { leafTemplate } from "../comparison.ts";
import { count, whole } from "../wording.ts";
import { hang, type Style } from "./style.ts";

/** How far lives reach into a rulebook: counts, then by name what they do not reach. */
export function coverageText({ lives, rules, untriedDoors, unlivedEvents }: Coverage, { width }: Style): string {
  const reached = (reach: RuleCoverage["reach"]): string[] =>
    rules.filter((rule) => rule.reach === reach).map(({ rule }) => rule);
  const comparisons = rules.flatMap(({ rule, comparisons: of }) => of.map((each) => ({ rule, ...each })));
  const met = comparisons.filter(({ held, failed }) => held || failed);
  const alike = met.filter(({ held, failed }) => held !== failed);
  const missing: readonly (readonly [what: string, names: readonly string[]])[] = [
    ["Rules that are never reached", reached("never")],
    ["Rules that are only consulted", reached("consulted")],
    [
      "Comparisons that say the same whenever their rule is asked",
      alike.map(({ rule, leaf, held }) => `${rule}: ${leafTemplate(leaf)} (always ${held ? "true" : "false"})`),
    ],
    ["Doors that nobody tries", untriedDoors],
    ["Life events that befall nobody", unlivedEvents],
  ];
  return [
    `Coverage by ${count(lives, "invented life", "invented lives")}`,
    ...[
      `Of ${count(rules.length, "rule")}, matched in some life: ${whole(reached("matched").length)}; only consulted: ${whole(reached("consulted").length)}; never reached: ${whole(reached("never").length)}.`,
      `Of ${count(comparisons.length, "comparison")} besides the event, met: ${whole(met.length)}; true at one time and false at another: ${whole(met.length - alike.length)}.`,
      `Of ${count(DOOR_NAMES.length, "door")}, tried: ${whole(DOOR_NAMES.length - untriedDoors.length)}. Of ${count(LIFE_EVENT_KINDS.length, "life event")}, befallen somebody: ${whole(LIFE_EVENT_KINDS.length - unlivedEvents.length)}.`,
      ...missing.flatMap(([what, names]) =>
        names.length === 0 ? [] : [`${what} (${names.length}): ${names.join("; ")}.`],
      ),
      "What is not reached says something of these lives, and nothing against a rule.",
    ].flatMap((sentence) => hang(sentence, width, "  ")),
  ]
    .map((line) => `${line}\n`)
    .join("");
}
