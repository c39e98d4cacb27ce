import { BACKGROUND } from "../facts/background.ts";
import type { Fact } from "../facts/fact.ts";
import { MYTHS } from "../facts/myths.ts";
import { type Block, heading, items, type Runs, small, text } from "../leaf.ts";

/** What is known, each sentence with where it stands and how good that is. */
export function background(): Block[] {
  return [
    heading("Background"),
    small(
      "Each sentence is in our own words. In brackets: its sources, listed in the last part, and how good they are: documented (an official text or a scholar's own page), reported (the press or a secondary essay), contested (sources disagree), inferred (ours, joining sources).",
    ),
    ...BACKGROUND.flatMap(({ heading: title, facts }): Block[] => [heading(title, 3), items(facts.map(factRuns))]),
  ];
}

function factRuns({ says, grade, cites }: Fact): Runs {
  return [`${says} `, { cites, grade }];
}

export function myths(): Block[] {
  return [
    heading("Myths and facts"),
    text("Cover the right side, vote, then read. Some claims are half right, and of some sources disagree."),
    {
      kind: "table",
      head: ["often heard", "what is known"],
      rows: MYTHS.map((myth): Runs[] => [[`“${myth.claim}”`], factRuns(myth)]),
      shares: [35, 65],
    },
  ];
}
