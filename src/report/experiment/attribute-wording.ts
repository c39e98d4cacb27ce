import type { HarmKind } from "../../analysis/outcome.ts";
import type { Attribution, HarmShares, RuleShare } from "../../analysis/questions/attribute.ts";
import { EVIDENCE, type Evidence } from "../../model/evidence.ts";
import { evidenceOf, type RuleId } from "../../model/rule.ts";
import { ruleNamed } from "../../model/rulebook.ts";
import type { Section, Table } from "../section.ts";
import { capital, count, listed, whole } from "../wording.ts";
import { whyLabel, whySentences } from "./attribute-why.ts";
import { nameOf } from "./harm-wording.ts";
import type { Answer } from "./page.ts";

const KIND_SAYS: Record<HarmKind, { readonly one: string; readonly many: string }> = {
  denied: { one: "refused attempt", many: "refused attempts" },
  months: { one: "month with a door shut", many: "months with a door shut" },
  losses: { one: "loss", many: "losses" },
};

export function attributionAnswer(experiment: Attribution): Answer {
  const { harms, personas } = experiment;
  const shown = harms.filter(({ rules }) => rules.length > 0);
  return {
    title: `How much of the harm to ${nameOf(experiment, personas[0]!.id)} belongs to each rule`,
    tried: triedSays(experiment),
    sections: [
      { heading: "In short", sentences: inShort(experiment), table: null },
      ...(shown.length === 0
        ? []
        : experiment.method.kind === "none"
          ? shown.map((each) => leftOutSection(experiment, each))
          : [
              reading(experiment),
              ...restsOn(experiment, shown),
              ...shown.flatMap((each) => kindSections(experiment, each)),
            ]),
    ],
    rules: shown.flatMap(({ rules }) => rules.map(({ rule }) => rule)),
    records: {
      columns: [
        "harm",
        "rule",
        "evidence",
        "share",
        "exactly",
        "standard error",
        "from",
        "to",
        "left out",
        "why",
        "others",
      ],
      rows: harms.flatMap(({ kind, rules }) =>
        rules.map(({ rule, share, leftOut, why }) => [
          KIND_SAYS[kind].many,
          rule,
          evidenceOf(ruleNamed(experiment.rulebook, rule)),
          share === null ? null : share.hundredths / 100,
          // Not 1/4, which a spreadsheet takes for a day in April.
          share?.fraction.replace("/", " of ") ?? null,
          share?.estimate?.standardError ?? null,
          share?.estimate?.from ?? null,
          share?.estimate?.to ?? null,
          leftOut,
          why?.kind ?? null,
          why?.others.map((other) => other.rule).join(" ") ?? null,
        ]),
      ),
    },
  };
}

function triedSays({ method, rulebook }: Attribution): string {
  const rules = count(rulebook.rules.length, "rule");
  switch (method.kind) {
    case "exact":
      return `Every combination of the ${rules}, exactly: ${count(method.lives, "life stands", "lives stand")} for all of them, since a rule that does not act in a life cannot change it`;
    case "sampled":
      return `Orders in which the ${rules} are taken out one after another, since more than ${count(method.limit, "life", "lives")} would be needed for every combination`;
    case "none":
      return `Each of the ${rules} was left out in turn; the combinations were not finished, so there are no shares`;
  }
}

/** `3.06`, with a true minus sign. */
function decimal(hundredths: number): string {
  const [units, rest] = [Math.trunc(Math.abs(hundredths) / 100), Math.abs(hundredths) % 100];
  return `${hundredths < 0 ? "−" : ""}${whole(units)}.${String(rest).padStart(2, "0")}`;
}

function counted(kind: HarmKind, number: number): string {
  return count(number, KIND_SAYS[kind].one, KIND_SAYS[kind].many);
}

/** The largest shares first; rules of the same share in the order in which they come. */
function byShare(rules: readonly RuleShare[]): RuleShare[] {
  return [...rules].sort((a, b) => (b.share?.value ?? b.leftOut) - (a.share?.value ?? a.leftOut));
}

function inShort(experiment: Attribution): string[] {
  const { harms, rulebook, method } = experiment;
  const nothing = harms.filter(({ rules }) => rules.length === 0);
  return [
    ...(method.kind === "none"
      ? [
          "No shares can be given: the work was stopped before there were any. What vanishes when each rule alone is left out was tried for every rule.",
        ]
      : experiment.searched.stopped && method.kind === "exact"
        ? [
            "The shares are exact; why they differ from the left-out figures had not been worked out when the work was stopped.",
          ]
        : []),
    ...harms.flatMap((each): string[] => {
      if (each.rules.length === 0) return [];
      const all = `${capital(counted(each.kind, each.total))} in all`;
      if (method.kind === "none") return [`${all}.`];
      const largest = byShare(each.rules)
        .slice(0, LARGEST)
        .filter(({ share }, at) => share!.hundredths >= (at === 0 ? 1 : WORTH_NAMING * each.total))
        .map(({ rule, share }) => `“${ruleNamed(rulebook, rule).title}” ${decimal(share!.hundredths)}`);
      return [
        `${all}. ${largest.length === 0 ? "" : `The largest shares: ${listed(largest)}. `}${ours(experiment, each)}${spared(each)}`,
      ];
    }),
    ...(nothing.length === 0
      ? []
      : [`${capital(listed(nothing.map(({ kind, total }) => counted(kind, total))))}: nothing to divide.`]),
    harms.every(({ withoutAny }) => withoutAny === 0)
      ? "Without any rule there is no harm of any kind here."
      : `Without any rule there remain: ${listed(harms.map(({ kind, withoutAny }) => counted(kind, withoutAny)))}.`,
  ];
}

const LARGEST = 3;
/** Hundredths of the whole that are worth a place in the first sentence. */
const WORTH_NAMING = 5;
const OURS: readonly Evidence[] = ["inferred", "invented"];

/** How much of it rests on rules that no source states. */
function ours({ rulebook }: Attribution, { kind, rules, total }: HarmShares): string {
  const of = rules.filter(({ rule }) => OURS.includes(evidenceOf(ruleNamed(rulebook, rule))));
  const [adding, sparing] = [sumOf(of.filter(adds)), sumOf(of.filter((each) => !adds(each)))];
  return sparing < 0
    ? `Rules that are ours (inferred or invented) add ${decimal(adding)} and spare ${decimal(-sparing)}.`
    : `Rules that are ours (inferred or invented) hold ${decimal(adding)} of the ${counted(kind, total)}.`;
}

/** Where some rules spare, the shares of the others come to more than the whole. */
function spared({ rules }: HarmShares): string {
  const [adding, sparing] = [sumOf(rules.filter(adds)), sumOf(rules.filter((each) => !adds(each)))];
  return sparing < 0 ? ` All rules together add ${decimal(adding)} and spare ${decimal(-sparing)}.` : "";
}

function adds({ share }: RuleShare): boolean {
  return (share?.hundredths ?? 0) >= 0;
}

function sumOf(rules: readonly RuleShare[]): number {
  return rules.reduce((sum, { share }) => sum + (share?.hundredths ?? 0), 0);
}

function reading({ method }: Attribution): Section {
  const sampled =
    method.kind === "sampled"
      ? [
          "These shares are estimates: 95 of 100 such intervals hold the true share. An interval of nothing but 0 says that the rule never mattered in the orders drawn, not that it never does.",
        ]
      : [];
  return {
    heading: "How to read it",
    sentences: [
      "Share (Shapley value): let the rules come into force one after another, in every possible order. The share is what a rule adds at its turn, on average. Shares add up to the whole; below 0, a rule spares more than it does.",
      "Left out: what vanishes, less what appears, when this rule alone is missing (leave-one-out). It does not add up: a harm that takes five rules counts five times, and one that either of two rules does alone counts not at all.",
      ...sampled,
      `A share tells how rules work together in this one life. It blames nobody, and says nothing of other lives. Rounded to two decimals so that they add up (largest remainders), so equal shares may differ by 0.01; ${method.kind === "sampled" ? "more digits are in the JSON" : "exact fractions are in the JSON"}.`,
    ],
    table: null,
  };
}

/** All there is where there are no shares. */
function leftOutSection({ rulebook }: Attribution, { kind, rules }: HarmShares): Section {
  const bySize = [...rules].sort((a, b) => Math.abs(b.leftOut) - Math.abs(a.leftOut));
  const more = bySize.length - MOST_ROWS;
  return {
    heading: `${capital(KIND_SAYS[kind].many)}: each rule left out alone`,
    sentences: [
      `What vanishes when this rule alone is missing. It does not add up.${more > 0 ? ` ${count(more, "further rule")} in CSV and JSON.` : ""}`,
    ],
    table: {
      head: ["rule", "evidence", "left out"],
      rows: bySize
        .slice(0, MOST_ROWS)
        .map(({ rule, leftOut }) => [
          ruleNamed(rulebook, rule).title,
          evidenceOf(ruleNamed(rulebook, rule)),
          whole(leftOut),
        ]),
      words: 2,
    },
  };
}

/** Harm by harm, never added. */
function restsOn({ rulebook }: Attribution, shown: readonly HarmShares[]): Section[] {
  const levelOf = (rule: RuleId): Evidence => evidenceOf(ruleNamed(rulebook, rule));
  const levels = EVIDENCE.filter((level) =>
    shown.some(({ rules }) => rules.some(({ rule }) => levelOf(rule) === level)),
  );
  return [
    {
      heading: "What the shares rest on",
      sentences: [
        "By evidence, what rules add less what rules spare. Each kind of harm is divided on its own; the rows are never added.",
      ],
      table: {
        head: ["harm", "in all", ...levels],
        rows: shown.map(({ kind, rules, total }) => [
          KIND_SAYS[kind].many,
          whole(total),
          ...levels.map((level) => decimal(sumOf(rules.filter(({ rule }) => levelOf(rule) === level)))),
        ]),
      },
    },
  ];
}

/** More rows would not be read; the spreadsheet and the JSON have all. */
const MOST_ROWS = 15;

function kindSections(experiment: Attribution, harm: HarmShares): Section[] {
  const { kind, rules, total, withoutAny } = harm;
  const alone = rules.reduce((sum, { leftOut }) => sum + leftOut, 0);
  const heading = capital(KIND_SAYS[kind].many);
  const sentences = whySentences(harm);
  return [
    {
      heading,
      sentences: [
        `${count(rules.length, "rule")} of ${whole(experiment.rulebook.rules.length)} ${rules.length === 1 ? "has" : "have"} a part; ${experiment.method.kind === "exact" ? "no other has any, in any combination" : "of the others none is known"}. The shares come to ${whole(total - withoutAny)}, the left-out figures to ${whole(alone)}.`,
      ],
      table: shareTable(experiment, harm),
    },
    ...(sentences.length === 0
      ? []
      : [{ heading: `${heading}: why share and left-out figure differ`, sentences, table: null }]),
  ];
}

function shareTable({ rulebook, method }: Attribution, harm: HarmShares): Table {
  const bySize = [...harm.rules].sort(
    (a, b) => Math.abs(b.share?.value ?? b.leftOut) - Math.abs(a.share?.value ?? a.leftOut),
  );
  const [first, rest] = [byShare(bySize.slice(0, MOST_ROWS)), bySize.slice(MOST_ROWS)];
  const sampled = method.kind === "sampled";
  const rows = first.map((each) => {
    const { rule, share, leftOut } = each;
    const { estimate } = share ?? { estimate: null };
    return [
      ruleNamed(rulebook, rule).title,
      evidenceOf(ruleNamed(rulebook, rule)),
      whyLabel(each, harm),
      share === null ? "·" : decimal(share.hundredths),
      ...(sampled
        ? [
            estimate === null
              ? "·"
              : `${decimal(Math.round(estimate.from * 100))} to ${decimal(Math.round(estimate.to * 100))}`,
          ]
        : []),
      whole(leftOut),
    ];
  });
  const others = [
    count(rest.length, "further rule"),
    "",
    "in the JSON",
    decimal(sumOf(rest)),
    ...(sampled ? [""] : []),
    "",
  ];
  return {
    head: ["rule", "evidence", "why they differ", "share", ...(sampled ? ["95 % interval"] : []), "left out"],
    rows: rest.length === 0 ? rows : [...rows, others],
    words: 3,
  };
}
