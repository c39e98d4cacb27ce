import { type Act, MOST_GOOD, type Recovery } from "../../../analysis/recovery.ts";
import { type Evidence, weakest } from "../../../model/evidence.ts";
import { sourceOf } from "../../../model/citation.ts";
import { evidenceOf } from "../../../model/rule.ts";
import { ruleNamed, type Rulebook } from "../../../model/rulebook.ts";
import { eventKind } from "../../../model/vocabulary/events.ts";
import { capital, count, signed, whole } from "../../wording.ts";
import { type Block, heading, type Run, type Runs, text } from "../leaf.ts";

/** What one act costs, and how slowly that is won back; nothing where no act costs points. */
export function recoveryBlocks(recovery: Recovery | null, rulebook: Rulebook): Block[] {
  if (recovery === null) return [];
  const { opening, good, lost } = recovery;
  const score = whole(opening.score);
  return [
    heading("Lost by one act, won back by many"),
    text(
      `Each act was lived once, in a life of which nothing else is known; the rules stand in the last part. Beside it: the weakest evidence for what it costs; ${
        good === null
          ? ""
          : `how many good acts, done at once, bring the score back to ${score}, counted with the least of them (${eventKind(good.event).noun}: ${signed(good.points)}, ${evidence(good, rulebook)}); `
      }and how many months it takes ${good === null ? "" : "without any "}until class ${opening.class}, and the ${score} points, are there again to stay.${
        good === null ? " No act adds points: nothing but time wins anything back." : ""
      }`,
    ),
    ...returnSays(rulebook),
    {
      kind: "table",
      head: [
        "act",
        "evidence",
        "points",
        ...(good === null ? [] : ["good acts"]),
        `months to ${opening.class}`,
        `months to ${score}`,
      ],
      rows: lost.map((act): Runs[] =>
        [
          capital(eventKind(act.event).noun),
          evidence(act, rulebook),
          signed(act.points),
          ...(good === null ? [] : [act.goodActs === null ? `> ${MOST_GOOD}` : whole(act.goodActs)]),
          act.monthsBelow === 0 ? "not left" : months(act.monthsBelow),
          months(act.months),
        ].map((cell) => [cell]),
      ),
      figures: good === null ? [2, 3, 4] : [2, 3, 4, 5],
    },
  ];
}

function evidence({ rules }: Act, rulebook: Rulebook): Evidence {
  return weakest(rules.map((id) => evidenceOf(ruleNamed(rulebook, id))));
}

function months(number: number | null): string {
  return number === null ? "never" : whole(number);
}

/** The months hang on one number of the rulebook, where it has it: how well that is known. */
function returnSays({ scoring }: Rulebook): Block[] {
  const after = scoring?.deductionsReturnAfterMonths;
  if (after === undefined) return [];
  const {
    evidence: grade = "invented",
    citations = [],
    comment = "",
  } = scoring?.numbers.deductionsReturnAfterMonths ?? {};
  const cites = [...new Set(citations.map(sourceOf))];
  const known: Run = cites.length === 0 ? grade : { cites, grade };
  return [
    text(
      after === null
        ? "What is lost does not come back by itself: "
        : `What is lost comes back after ${count(after, "month")}: `,
      known,
      comment === "" ? "." : `. ${comment}`,
    ),
  ];
}
