import { sourceOf } from "../model/citation.ts";
import type { Powers, PowerUsed } from "../analysis/powers.ts";
import type { Power, Rulebook } from "../model/rulebook.ts";
import { citationsOfAnswer, restsOn } from "./experiment/readings-sources.ts";
import { TITLES } from "./section-titles.ts";
import type { Section } from "./section.ts";
import { count, monthsCounted } from "./wording.ts";

/** Each power whose use changes a count of harms, in one row; `null` where no power acts in the life. */
export function powersSection({ now, used }: Powers, rulebook: Rulebook): Section | null {
  if (used.length === 0) return null;
  const telling = used.filter(
    ({ denied, tried, months, losses }) =>
      denied !== now.denied || tried !== now.tried || months !== now.months || losses !== now.losses,
  );
  const idle = used.length - telling.length;
  return {
    heading: TITLES.powers,
    sentences: [
      "What a text lets somebody do (“may”), and nobody here does: the same life, with one such power used at a time.",
      ...(idle === 0
        ? []
        : [
            `${count(idle, telling.length === 0 ? "such answer" : "further answer")} ${idle === 1 ? "changes" : "change"} what happens, and none of these figures.`,
          ]),
    ],
    table:
      telling.length === 0
        ? null
        : {
            head: ["who may", "refused", "months shut", "losses"],
            rows: telling.map((each) => [
              powerSays(each, rulebook),
              each.tried === now.tried
                ? `${now.denied} → ${each.denied} of ${now.tried}`
                : `${now.denied} of ${now.tried} → ${each.denied} of ${each.tried}`,
              `${monthsCounted(now.months, now.upTo)} → ${monthsCounted(each.months, each.upTo)}`,
              `${now.losses} → ${each.losses}`,
            ]),
          },
  };
}

/** Sources of what stands in the section. */
export function powersSources({ used }: Powers, rulebook: Rulebook): string[] {
  return used.flatMap(({ question, answer }) => citationsOfAnswer(rulebook, question, answer).map(sourceOf));
}

function powerSays({ question, answer, power }: PowerUsed, rulebook: Rulebook): string {
  return `${WHO[power]}: ${rulebook.questions[question]!.answers[answer]} (${restsOn(rulebook, question, answer)})`;
}

const WHO: Record<Power, string> = { court: "the court", bank: "the bank" };
