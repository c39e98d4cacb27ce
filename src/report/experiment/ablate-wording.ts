import { type PersonaChange, touchesHarm } from "../../analysis/experiment.ts";
import type { Ablation } from "../../analysis/questions/ablate.ts";
import { HARM_KINDS, type Outcome } from "../../analysis/outcome.ts";
import { levelOf } from "../rule-evidence.ts";
import { ruleNamed } from "../../model/rulebook.ts";
import type { Section } from "../section.ts";
import { capital, count, partOf, whole } from "../wording.ts";
import { changeSays, countsSay, HARM_SAYS, harmTotal, movesSay, nameOf } from "./harm-wording.ts";
import type { Answer } from "./page.ts";

export function ablationAnswer(experiment: Ablation): Answer {
  const { without, pairs, rulebook } = experiment;
  const touching = without.filter(({ changes }) => changes.some(touchesHarm));
  const each = without.length === 1 ? "The one rule" : `Each of ${count(without.length, "rule")}`;
  return {
    title: pairs === null ? "Without each rule" : "Without each rule, and without each pair",
    tried: pairs === null ? `${each} was left out in turn` : `${each} was left out in turn, and then each pair of them`,
    sections: [
      {
        heading: "What each rule's absence changes",
        sentences: [
          `${touchingSays(touching.length, without.length)} Harms are counted by kind and never added together; an absence can also make a harm appear.`,
        ],
        table:
          touching.length === 0
            ? null
            : {
                head: ["without", "evidence", "refusals", "months", "losses", "people"],
                rows: touching.map(({ rule, changes }) => [
                  ruleNamed(rulebook, rule).title,
                  levelOf(ruleNamed(rulebook, rule)),
                  ...movesSay(
                    harmTotal(changes.map(({ vanished }) => vanished)),
                    harmTotal(changes.map(({ appeared }) => appeared)),
                  ),
                  String(changes.filter(touchesHarm).length),
                ]),
                words: 2,
              },
      },
      compounding(experiment),
      ...(pairs === null ? [] : [together(pairs)]),
      idle(experiment),
      ...byPersona(experiment),
    ],
    rules: [...touching.map(({ rule }) => rule), ...(pairs ?? []).slice(0, MOST_PAIRS).flatMap((pair) => pair.rules)],
    records: {
      columns: [
        "without",
        "evidence",
        "persona",
        "refusals gone",
        "months gone",
        "losses gone",
        "refusals new",
        "months new",
        "losses new",
        "score",
        "class",
        "worst class",
      ],
      rows: without.flatMap(({ rule, changes }) =>
        changes.map(({ persona, vanished, appeared, outcome }) => [
          rule,
          ruleNamed(rulebook, rule).evidence,
          persona,
          vanished.denials.length,
          vanished.months.length,
          vanished.losses.length,
          appeared.denials.length,
          appeared.months.length,
          appeared.losses.length,
          outcome.score,
          outcome.class,
          outcome.worst,
        ]),
      ),
    },
  };
}

function touchingSays(some: number, of: number): string {
  if (some === 0) return "No rule changes a harm by its absence.";
  const changes = ["changes some harm by its absence", "change some harm by their absence"] as const;
  return `${capital(partOf(some, of, ["rule", "rules"], changes))}.`;
}

/** For each persona the rules whose absence changes a harm of theirs. */
function byPersona(experiment: Ablation): Section[] {
  const { personas, without, baseline } = experiment;
  return personas.flatMap(({ id }, at): Section[] => {
    const mine = without.flatMap(({ rule, changes }) => {
      const change = changes.find((each) => each.persona === id);
      return change !== undefined && touchesHarm(change) ? [{ rule, change }] : [];
    });
    return mine.length === 0
      ? []
      : [
          {
            heading: `${nameOf(experiment, id)} (${id})`,
            sentences: grouped(mine, baseline[at]!),
            table: null,
          },
        ];
  });
}

/** Rules whose absence does the same are named together. */
function grouped(
  mine: readonly { readonly rule: string; readonly change: PersonaChange }[],
  before: Outcome,
): string[] {
  const groups = new Map<string, string[]>();
  for (const { rule, change } of mine) {
    const says = changeSays(change, before);
    groups.set(says, [...(groups.get(says) ?? []), rule]);
  }
  return [...groups].map(
    ([says, rules]) =>
      `Without ${rules.length === 1 ? rules[0] : `${rules.slice(0, -1).join(", ")} or ${rules.at(-1)}`}: ${says}.`,
  );
}

function idle({ without, personas }: Ablation): Section {
  const nothing = without.filter(({ changes }) => changes.length === 0).map(({ rule }) => rule);
  const pointsOnly = without
    .filter(({ changes }) => changes.length > 0 && !changes.some(touchesHarm))
    .map(({ rule }) => rule);
  return {
    heading: "Rules whose absence changes no harm",
    sentences: [
      nothing.length === 0
        ? `Each rule changes something for ${personas.length === 1 ? "this person" : "somebody here"}.`
        : `Nothing at all for ${personas.length === 1 ? "this person" : `any of these ${personas.length}`} (${nothing.length}): ${nothing.join(", ")}.`,
      ...(pointsOnly.length === 0
        ? []
        : [
            `No refusal, loss or month with a door shut, but points, a class, checks, priority or one of several doors (${pointsOnly.length}): ${pointsOnly.join(", ")}.`,
          ]),
      "That a rule changes nothing here says something of these lives, not of others.",
    ],
    table: null,
  };
}

function compounding({
  compounding: { all, underOneRule, underOnePack, packs, notPreventedByOne },
}: Ablation): Section {
  return {
    heading: "Compounding",
    sentences: [
      `Each rule was also made a rulebook of its own${packs > 1 ? `, and each of the ${packs} packs` : ""}. What occurs under none of them alone needs several together.`,
    ],
    table: {
      head: [
        "harm",
        "in all",
        "under no single rule alone",
        ...(packs > 1 ? ["under no single pack alone"] : []),
        "prevented by no single rule's absence",
      ],
      rows: HARM_KINDS.map((kind) => [
        HARM_SAYS[kind],
        whole(all[kind]),
        `${whole(all[kind] - underOneRule[kind])} of ${whole(all[kind])}`,
        ...(packs > 1 ? [`${whole(all[kind] - underOnePack[kind])} of ${whole(all[kind])}`] : []),
        `${whole(notPreventedByOne[kind])} of ${whole(all[kind])}`,
      ]),
    },
  };
}

/** More would not be read; the spreadsheet and the JSON have all. */
const MOST_PAIRS = 40;

function together(pairs: Exclude<Ablation["pairs"], null>): Section {
  const sorted = [...pairs].sort(
    (a, b) =>
      b.together.denied - a.together.denied ||
      b.together.months - a.together.months ||
      b.together.losses - a.together.losses,
  );
  return {
    heading: "Pairs that stand in for each other",
    sentences: [
      pairs.length === 0
        ? "No pair: wherever two rules together prevent a harm by their absence, one of them does so alone."
        : `${count(pairs.length, "pair")}: without both, harms vanish that remain without either. ${
            pairs.length > MOST_PAIRS ? `The first ${MOST_PAIRS}; all are in the JSON. ` : ""
          }Such rules are each other's understudies: taking out one of them helps nobody.`,
    ],
    table:
      pairs.length === 0
        ? null
        : {
            head: ["without both", "", "gone only then"],
            rows: sorted.slice(0, MOST_PAIRS).map(({ rules, together: harms }) => [...rules, countsSay(harms)]),
            words: 3,
          },
  };
}
