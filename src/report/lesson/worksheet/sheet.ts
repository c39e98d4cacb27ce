import type { RuleId } from "../../../model/rule.ts";
import { evidenceOf } from "../../../model/rule.ts";
import { ruleNamed, type Rulebook } from "../../../model/rulebook.ts";
import { HORIZON } from "../../../model/story-time.ts";
import { thenSays } from "../../then-wording.ts";
import { classLabel, count, monthSays, personName, whole } from "../../wording.ts";
import { type Block, heading, items, type Leaf, type Runs, small, text } from "../leaf.ts";
import { roleCards } from "./cards.ts";
import { after, before } from "./opinion.ts";
import { TOPIC_TITLES, worded } from "./question-wording.ts";
import { RuleReferences } from "./rule-reference.ts";
import { traceRows } from "./rows.ts";
import type { Worksheet } from "./worksheet.ts";

/** The sheet as a student gets it. `again` is the command that gives the same one. */
export function sheetOf(worksheet: Worksheet, again: string): Leaf {
  const { trace } = worksheet;
  return {
    ...headOf(worksheet, "Worksheet"),
    blocks: [
      ...before(trace),
      ...ruleBox(worksheet),
      ...traceWithGaps(worksheet, false),
      ...questionBlocks(worksheet, false),
      { kind: "together", blocks: roleCards(trace, worksheet.scene) },
      { kind: "together", blocks: after(trace) },
      small("The same sheet again: ", { code: again }),
    ],
  };
}

export function headOf(
  { trace, exposes, seed }: Worksheet,
  kind: string,
): Pick<Leaf, "title" | "short" | "kind" | "notice" | "warning"> {
  return {
    kind: `${kind} · sheet ${seed}`,
    short: `${personName(trace)} (invented)`,
    title: `${personName(trace)} (invented)${exposes === null ? "" : `: ${exposes.title}`}`,
    notice: trace.notice,
    warning: trace.rulebook.warning,
  };
}

/** The rules that the rows name, by the numbers under which they do. */
export function ruleBox({ trace: { rulebook }, box }: Worksheet): Block[] {
  return [
    heading("The rules that act here"),
    text(
      `${rulebook.title}. Evidence says how far a rule stands from a text that was seen: documented, reported, contested, inferred (ours, joining sources), invented (ours).`,
    ),
    ...classLine(rulebook),
    {
      kind: "table",
      head: ["no.", "rule", "what it does", "evidence"],
      rows: box.map((id, at): Runs[] => {
        const rule = ruleNamed(rulebook, id);
        return [[`R${at + 1}`], [rule.title], [thenSays(rule.then)], [evidenceOf(rule)]];
      }),
      words: 4,
      shares: [5, 40, 40, 15],
    },
    ...cautions(rulebook, box),
  ];
}

function classLine(rulebook: Rulebook): Block[] {
  const { scoring } = rulebook;
  if (scoring === null) return [];
  const bands = scoring.classes.map(
    ({ id, min }) => `${classLabel(rulebook, id)}${min === null ? " below" : ` from ${whole(min)}`}`,
  );
  return [text(`Everybody opens with ${whole(scoring.opening)} points. Classes: ${bands.join(" · ")}.`)];
}

/** What a reader must know before believing an effect. */
function cautions(rulebook: Rulebook, box: readonly RuleId[]): Block[] {
  const said = new Map<string, string[]>();
  for (const [at, id] of box.entries()) {
    const { caution } = ruleNamed(rulebook, id);
    if (caution !== undefined) said.set(caution, [...(said.get(caution) ?? []), `R${at + 1}`]);
  }
  return [...said].map(([caution, rules]) => small(`! ${rules.join(", ")}: ${caution}`));
}

/** `key`: with what belongs in the gaps. */
export function traceWithGaps(worksheet: Worksheet, key: boolean): Block[] {
  const { trace, blanks, box } = worksheet;
  const references = new RuleReferences(box, blanks.rules, key);
  const gaps: Runs[] = [
    ...(blanks.scores.size === 0
      ? []
      : [["Score: work out the running score. Your last one must lead to the sum in the last line."]]),
    ...(blanks.classes.size === 0
      ? []
      : [["Class: where the class moves, write the one that follows from the score."]]),
    ...(blanks.rules.size === 0
      ? []
      : [
          ["Rule: write the number of the rule, R1 to ", `R${box.length}. A rule that comes back is “the rule of #…”.`],
        ]),
    ...(blanks.told.size === 0
      ? []
      : [
          [
            "Told: circle what you think the person learned of it: n nothing, r the result, w also why. No line says so; guess from those that are given.",
          ],
        ]),
  ];
  return [
    heading(key ? "The trace, filled in" : "The trace, with gaps"),
    items(key ? [] : gaps),
    {
      kind: "trace",
      rows: traceRows(worksheet, references, key),
      keepsScore: trace.rulebook.scoring !== null,
    },
    ...(trace.until === HORIZON
      ? []
      : [
          small(
            `The sheet stops at ${monthSays(trace.until)}; the story goes on to ${monthSays(HORIZON)}. All questions speak of the time up to here.`,
          ),
        ]),
  ];
}

export function questionBlocks(worksheet: Worksheet, key: boolean): Block[] {
  const { trace, questions, blanks, box } = worksheet;
  const references = new RuleReferences(box, blanks.rules, key);
  let topic = "";
  const blocks = questions.flatMap((question, at): Block[] => {
    const { says, beneath, how } = worded(question, trace, (rule) => references.number(rule), key);
    const title: Block[] = question.topic === topic ? [] : [heading(TOPIC_TITLES[question.topic], 3)];
    topic = question.topic;
    return [
      ...title,
      {
        kind: "question",
        number: at + 1,
        says,
        beneath: [...beneath, ...(key ? [small(how)] : [])],
      },
    ];
  });
  return [
    heading("Questions"),
    ...blocks,
    {
      kind: "question",
      number: questions.length + 1,
      says: [
        "You may strike out one rule, and somebody has to agree to it. Which, who would have to agree, and what could go wrong?",
      ],
      beneath: key ? [] : [{ kind: "lines", count: 4 }],
    },
    ...(key
      ? []
      : [small(`${count(questions.length, "answer")} can be looked up in the key; the last question has none.`)]),
  ];
}
