import { levelOf } from "../../rule-evidence.ts";
import { TOLD } from "../../../model/rule.ts";
import { ruleNamed, type Rulebook } from "../../../model/rulebook.ts";
import { HORIZON } from "../../../model/story-time.ts";
import { legend } from "../../legend.ts";
import { byTitle, thenSays } from "../../then-wording.ts";
import { classLabel, monthSays, personName, whole } from "../../wording.ts";
import { type Block, heading, items, type Leaf, type Runs, small, text } from "../leaf.ts";
import { roleCards } from "./cards.ts";
import { after, before } from "./opinion.ts";
import { TOPIC_TITLES, worded } from "./question-wording.ts";
import { RuleReferences } from "./rule-reference.ts";
import { traceRows } from "./rows.ts";
import { TOLD_HEADS, TOLD_LETTERS } from "./told.ts";
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
      { kind: "together", blocks: after(trace) },
      // Whoever cuts them out should not cut the questions.
      { kind: "new-page" },
      ...roleCards(trace, worksheet.scene),
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
      `From the rulebook “${rulebook.title}”. Evidence says how well a rule is known: documented (an official text or a scholar's own page was seen), reported (the press or a secondary essay says so), contested (sources disagree), inferred (ours, joining sources) or invented (ours).`,
    ),
    ...classLine(rulebook),
    {
      kind: "table",
      head: ["no.", "rule", "what it does", "evidence"],
      rows: box.map((id, at): Runs[] => {
        const rule = ruleNamed(rulebook, id);
        // What a reader must know before believing an effect.
        const caution: Runs = rule.caution === undefined ? [] : [{ beneath: `! ${rule.caution}` }];
        return [[`R${at + 1}`], [rule.title], [thenSays(rule.then, byTitle(rulebook)), ...caution], [levelOf(rule)]];
      }),
      shares: [5, 40, 40, 15],
    },
  ];
}

function classLine(rulebook: Rulebook): Block[] {
  const { scoring } = rulebook;
  if (scoring === null) return [];
  const bands = scoring.classes.map(
    ({ id, min }) => `${classLabel(rulebook, id)}${min === null ? " below" : ` from ${whole(min)}`}`,
  );
  return [text(`Everybody starts with ${whole(scoring.opening)} points. Classes: ${bands.join(" · ")}.`)];
}

/** `key`: with what belongs in the gaps. */
export function traceWithGaps(worksheet: Worksheet, key: boolean): Block[] {
  const { trace, blanks, box } = worksheet;
  const references = new RuleReferences(box, blanks.rules, key);
  const gaps: Runs[] = [
    ...(blanks.scores.size === 0
      ? []
      : [["Score: add up what is taken and what comes back. Your last score must lead to the one in the last line."]]),
    ...(blanks.classes.size === 0
      ? []
      : [["Class: where the class moves, write the new one; it follows from the score."]]),
    ...(blanks.rules.size === 0
      ? []
      : [[`Rule: write its number, R1 to R${box.length}. “The rule of #7” is the one that you found at #7.`]]),
    ...(blanks.told.size === 0
      ? []
      : [
          [
            "Told: circle what you think the person was told: n nothing, r the result, w also why. Nothing says so; guess from the rows where a letter is circled.",
          ],
        ]),
  ];
  return [
    heading(key ? "The trace, filled in" : "The trace, with gaps"),
    items(key ? [] : gaps),
    small(
      `Marks: ${legend("auditor", true, worksheet.rows)} “As in #2” means: the same once more. Numbers that are missing moved nothing here.`,
    ),
    {
      kind: "trace",
      rows: traceRows(worksheet, references, key),
      keepsScore: trace.rulebook.scoring !== null,
      told: TOLD.map((each) => `${TOLD_LETTERS[each]} ${TOLD_HEADS[each]}`),
    },
    ...(trace.until === HORIZON
      ? []
      : [
          small(
            `The story goes on to ${monthSays(HORIZON)}. All questions speak of the time up to ${monthSays(trace.until)}.`,
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
      says: ["You may strike out one rule, if somebody agrees. Which rule? Who has to agree? And what could go wrong?"],
      beneath: key ? [] : [{ kind: "lines", count: 4 }],
    },
    ...(key
      ? []
      : [small("The key has the answers to all but the last question: to that there is no one right answer.")]),
  ];
}
