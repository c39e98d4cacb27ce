import { EVIDENCE, EVIDENCE_MEANS } from "../../../model/evidence.ts";
import type { Reading, Rule, Then } from "../../../model/rule.ts";
import type { Rulebook } from "../../../model/rulebook.ts";
import { byTitle, thenSays } from "../../then-wording.ts";
import { capital, evidenceParts, sourcesOf, whole } from "../../wording.ts";
import { HEADS } from "../../print-wording.ts";
import { unknownsOf } from "../../sources.ts";
import { type Block, heading, items, type Run, type Runs, text } from "../leaf.ts";

const PARTS: readonly { readonly title: string; readonly kinds: readonly Then["kind"][] }[] = [
  { title: "What moves points", kinds: ["post", "strike"] },
  { title: "What puts on a list, or takes off", kinds: ["enlist", "delist"] },
  { title: "What is shut, checked or preferred", kinds: ["measure"] },
  { title: "What is permitted although it is shut", kinds: ["permit"] },
  { title: "What that leads to in a life", kinds: ["lead"] },
  { title: "What the texts have to say of it", kinds: ["remark"] },
];

/** The rule book as tables: what each rule does, how good the ground is, and what else sources say. */
export function ruleTables(rulebook: Rulebook): Block[] {
  return [
    heading("The rule book"),
    text(
      `${rulebook.title}: ${rulebook.rules.length} rules. What a rule is about and each of its numbers have a level of evidence of their own. Where sources differ, the other reading stands beneath, with the question that it answers.`,
    ),
    items(EVIDENCE.map((level): Runs => [{ strong: level }, `: ${EVIDENCE_MEANS[level]}`])),
    ...classTable(rulebook),
    ...PARTS.flatMap(({ title, kinds }) => part(title, rulebook, kinds)),
    ...questionTable(rulebook),
    ...unknowns(rulebook),
  ];
}

function classTable({ scoring }: Rulebook): Block[] {
  if (scoring === null) return [];
  return [
    heading("Classes", 3),
    text(`Everybody starts with ${whole(scoring.opening)} points.`),
    {
      kind: "table",
      head: ["class", "called", "from"],
      rows: scoring.classes.map(({ id, label, chinese, min }): Runs[] => [
        [id],
        [`${label}${chinese === undefined ? "" : ` ${chinese}`}`],
        [min === null ? "all below" : whole(min)],
      ]),
      figures: [2],
    },
  ];
}

function part(title: string, rulebook: Rulebook, kinds: readonly Then["kind"][]): Block[] {
  const rules = rulebook.rules.filter(({ then }) => kinds.includes(then.kind));
  if (rules.length === 0) return [];
  return [
    heading(title, 3),
    {
      kind: "table",
      head: ["rule", "what it does", "evidence"],
      rows: rules.map((rule): Runs[] => [
        [rule.title],
        [thenSays(rule.then, byTitle(rulebook)), ...readings(rule, rulebook).map((beneath): Run => ({ beneath }))],
        [evidenceOfParts(rule), ...cited(rule)],
      ]),
      shares: [35, 35, 30],
    },
  ];
}

/** `reported; the points: contested`: the numbers only where they stand otherwise than the rule. */
function evidenceOfParts(rule: Rule): string {
  const [first, ...numbers] = evidenceParts(rule);
  return [
    first!.level,
    ...numbers.filter(({ level }) => level !== first!.level).map(({ of, level }) => `${of}: ${level}`),
  ].join("; ");
}

function cited(rule: Rule): Runs {
  const sources = sourcesOf(rule);
  return sources.length === 0 ? [] : [" ", { cites: sources, grade: null }];
}

/** What another answer to an open question would make of the rule. */
function readings(rule: Rule, rulebook: Rulebook): string[] {
  return (rule.readings ?? []).map(
    (reading) => `or ${otherwise(rule, reading, rulebook)} (${reading.question}: ${reading.label})`,
  );
}

function otherwise({ then }: Rule, { amend }: Reading, rulebook: Rulebook): string {
  if (amend === null) return "not there at all";
  const other = amend["then"];
  if (typeof other !== "object" || other === null) return "on other conditions";
  return thenSays(withoutNulls({ ...then, ...other }) as Then, byTitle(rulebook));
}

/** As a merge patch takes away what it names as null. */
function withoutNulls(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null));
}

function questionTable({ questions }: Rulebook): Block[] {
  const rows = Object.entries(questions).map(([id, { asks, answers, default: here }]): Runs[] => [
    [{ strong: id }, ` ${asks}`],
    [capital(answers[here] ?? here)],
    [
      capital(
        Object.entries(answers)
          .filter(([label]) => label !== here)
          .map(([, says]) => says)
          .join("; or "),
      ),
    ],
  ]);
  return rows.length === 0
    ? []
    : [
        heading("Questions on which sources differ", 3),
        { kind: "table", head: ["question", "taken here", "also said"], rows, shares: [40, 30, 30] },
      ];
}

function unknowns(rulebook: Rulebook): Block[] {
  const all = unknownsOf(rulebook);
  return all.length === 0
    ? []
    : [
        heading(HEADS.unknown, 3),
        { kind: "items", items: all.map((each): Runs => [`${capital(each)}.`]), short: true },
      ];
}
