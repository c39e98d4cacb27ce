import type { Coverage, LeafCoverage, Reach, RuleCoverage } from "../../analysis/questions/coverage.ts";
import { leavesOf } from "../../model/condition.ts";
import { ruleNamed } from "../../model/rulebook.ts";
import { NAMES } from "../../model/vocabulary/names.ts";
import { leafTemplate } from "../comparison.ts";
import type { Section } from "../section.ts";
import { count, listed, whole } from "../wording.ts";
import type { Answer } from "./page.ts";

export function coverageAnswer(experiment: Coverage): Answer {
  const { rules, searched } = experiment;
  const lives = experiment.personas.slice(0, searched.variants);
  return {
    title: "What the lives reach",
    tried: `${count(lives.length, "life", "lives")} lived once each, and every answer of every rule kept`,
    sections: [
      {
        heading: "How much of the rulebook is reached",
        sentences: [rulesSay(rules, lives.length), leavesSay(rules), doorsAndEventsSay(experiment)],
        table: null,
      },
      matrix(experiment, lives),
      unreached(rules),
      ...unmoved(experiment),
      ...neverLived(experiment),
    ],
    rules: [],
    records: {
      columns: ["rule", "comparison", "held", "failed", "decided for", "decided against", ...lives.map(({ id }) => id)],
      rows: rules.flatMap(({ rule, reached, leaves }) => {
        const said = leavesOf(ruleNamed(experiment.rulebook, rule).when).map(leafTemplate);
        return leaves.map(({ held, failed, decidedFor, decidedAgainst }, at) => [
          rule,
          said[at]!,
          held,
          failed,
          decidedFor,
          decidedAgainst,
          ...reached,
        ]);
      }),
    },
  };
}

/** The furthest that a rule came in any life. */
function best({ reached }: RuleCoverage): Reach {
  return reached.includes("matched") ? "matched" : reached.includes("consulted") ? "consulted" : "never";
}

function rulesSay(rules: readonly RuleCoverage[], lives: number): string {
  const [matched, consulted, never] = (["matched", "consulted", "never"] as const).map(
    (reach) => rules.filter((rule) => best(rule) === reach).length,
  ) as [number, number, number];
  const were = (number: number): string => `${whole(number)} ${number === 1 ? "was" : "were"}`;
  return `${whole(matched)} of ${count(rules.length, "rule")} matched ${lives === 1 ? "for this person" : "for somebody"}; ${were(consulted)} only consulted, and never matched; ${were(never)} never reached.`;
}

/** Of the comparisons that were met at all, those that said both yes and no. */
function leavesSay(rules: readonly RuleCoverage[]): string {
  const leaves = rules.flatMap((rule) => rule.leaves).filter(({ ofEvent }) => !ofEvent);
  const met = leaves.filter(({ held, failed }) => held + failed > 0);
  const both = met.filter(({ held, failed }) => held > 0 && failed > 0);
  const decided = met.filter(isDecisive);
  return `Besides the event, the rules make ${count(leaves.length, "comparison")}: ${whole(met.length)} were met; ${whole(both.length)} of these were true at one time and false at another, and ${whole(decided.length)} decided their rule at least once.`;
}

function isDecisive({ decidedFor, decidedAgainst }: LeafCoverage): boolean {
  return decidedFor + decidedAgainst > 0;
}

function doorsAndEventsSay({ doors, events }: Coverage): string {
  return `${whole(doors.tried.length)} of ${count(doors.tried.length + doors.untried.length, "door")} were tried, and ${whole(events.lived.length)} of ${count(events.lived.length + events.unlived.length, "life event")} befell somebody.`;
}

const MARKS: Record<Reach, string> = { matched: "■", consulted: "□", never: "·" };
const KEYS = "abcdefghijklmnopqrstuvwxyzABCDEF";
/** Up to here marks can stand apart and still fit a narrow page beside the longest rule. */
const MOST_APART = 18;

function matrix({ rules }: Coverage, lives: Coverage["personas"]): Section {
  const joint = lives.length > MOST_APART ? "" : " ";
  const keys = lives.map((_, at) => KEYS.charAt(at));
  const rows = rules.filter((rule) => best(rule) !== "never");
  return {
    heading: "Rule by rule, person by person",
    sentences: [
      `■ matched, □ consulted but never matched, · never reached. ${lives.map(({ name }, at) => `${keys[at]} ${NAMES[name].latin}`).join(", ")}. Rules that nobody reached stand below.`,
    ],
    table:
      rows.length === 0
        ? null
        : {
            head: ["rule", keys.join(joint)],
            rows: rows.map(({ rule, reached }) => [rule, reached.map((reach) => MARKS[reach]).join(joint)]),
            words: 2,
          },
  };
}

function unreached(rules: readonly RuleCoverage[]): Section {
  const named = (reach: Reach): string[] => rules.filter((rule) => best(rule) === reach).map(({ rule }) => rule);
  const [never, consulted] = [named("never"), named("consulted")];
  return {
    heading: "Rules that no life triggers",
    sentences: [
      ...(never.length + consulted.length === 0 ? ["None: every rule matched in some life."] : []),
      ...(never.length === 0
        ? []
        : [`Never reached (${never.length}), since what they ask for never happened: ${never.join(", ")}.`]),
      ...(consulted.length === 0 ? [] : [`Only consulted (${consulted.length}): ${consulted.join(", ")}.`]),
      ...(never.length + consulted.length === 0
        ? []
        : [
            "That says something of these lives, and nothing against a rule: a life in which it counts may be missing.",
          ]),
    ],
    table: null,
  };
}

/** Comparisons of rules that were asked, which these lives never put to the test. */
function unmoved({ rules, rulebook }: Coverage): Section[] {
  const rows = rules.flatMap(({ rule, leaves }) => {
    const said = leavesOf(ruleNamed(rulebook, rule).when).map(leafTemplate);
    return leaves.flatMap((leaf, at) => {
      const { held, failed, ofEvent } = leaf;
      if (ofEvent || held + failed === 0 || (isDecisive(leaf) && held > 0 && failed > 0)) return [];
      const what = [
        ...(failed === 0 ? ["never false"] : held === 0 ? ["never true"] : []),
        ...(isDecisive(leaf) ? [] : ["never decisive"]),
      ];
      return [[rule, said[at]!, what.join(", ")]];
    });
  });
  return rows.length === 0
    ? []
    : [
        {
          heading: "Comparisons that were never put to the test",
          sentences: [
            `${count(rows.length, "comparison")} of rules that were asked. “Never false” and “never true”: it said the same whenever it was asked, so these lives do not show what it is for. “Never decisive”: the answer was always decided by the rule's other comparisons. The event is left aside: a rule is asked only at events at which it could match.`,
          ],
          table: { head: ["rule", "comparison", ""], rows, words: 3 },
        },
      ];
}

function neverLived({ doors, events }: Coverage): Section[] {
  const sentences = [
    ...(doors.untried.length === 0
      ? []
      : [`Doors that nobody tries (${doors.untried.length}): ${listed(doors.untried)}.`]),
    ...(events.unlived.length === 0
      ? []
      : [`Life events that befall nobody (${events.unlived.length}): ${listed(events.unlived)}.`]),
  ];
  return sentences.length === 0 ? [] : [{ heading: "Doors and events that no life has", sentences, table: null }];
}
