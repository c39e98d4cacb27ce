import { expect, test } from "vitest";
import { said } from "../run.ts";

// What the answers say that those among the goldens, about a small town, have no occasion to say.
const IN_TOWN = ["--rulebook", "tests/support/small-town.jsonc", "--until", "Y1-12"];

test.each<[args: readonly string[], says: readonly string[]]>([
  [
    ["ablate", "listed-father"],
    [
      "Each rule was also made a rulebook of its own, and each of the 3 packs.",
      "harm in all under no single under no single prevented by no rule alone pack alone single rule's absence",
      "losses 1 1 of 1 0 of 1 0 of 1",
    ],
  ],
  [
    ["compare", "suining-composite", "+court-guidance-2019", "listed-father"],
    [
      "As of 2019, published January 2020. The edit as a whole: inferred; [SPC20] guidance published January 2020; [DAUM-2020] on",
      "Not known: how often a grace period was granted, and of how many months; whether",
      "6 rules alike: not at once, but after 3 months; not if the last 3 months saw the debt paid or a settlement; not if work is “student”; were documented, now inferred. They are: Ground 1",
      "New: A parent falls ill: a fast train permitted (court-guidance-2019/emergency-train): permits fast train, although court/fast-trains shuts it; if the event is an attempt, and the attempt is for the family, and it is the month of a parent's illness (inferred).",
      "Only other words, sources or evidence: Head 7: no high-fee private school for a child.",
    ],
  ],
  [
    ["readings", ...IN_TOWN],
    [
      "nothing but points changes for 10 of 13 people: Shi Qing, Bai Lulu,",
      "What each life hangs on",
      "With one persona named, “demerit readings” tells of each refusal and each loss in how many readings it occurs. Fang Yi: return. Luo Min: amount. Mei Tan: amount. The open questions",
    ],
  ],
  [
    ["readings", "missed-instalment", ...IN_TOWN],
    [
      "How the sources are read changes more than points for Luo Min.",
      "answered otherwise alone, all else as it stands here, this changes a harm for Luo Min.",
    ],
  ],
  [
    ["repair", "one-entry", "--avoid", "B"],
    [
      "Under the rules as they stand, Ning An would have done it by leaving out, or putting off, a certain one of 9 acts.",
    ],
  ],
  [
    ["repair", "missed-instalment", "--avoid", "high-speed-rail"],
    [
      "So that Luo Min is never refused a seat on a fast G-train, it is enough to set one number of the rules otherwise (1 way), or to drop one rule (2 ways).",
      "As the rules stand, Luo Min is refused for the first time in Y1-12 (#22).",
      "None of the 29 acts of Luo Min, left out or put off by itself, would have done it.",
      "Nothing reaches the goal: no act of theirs left out, and none put off, by itself.",
    ],
  ],
  [
    ["sweep", "suining/loan-default.points", "case-2010", "missed-instalment", "--from", "-60", "--to", "-1"],
    [
      "Tried Every integer from −60 to −1 point was tried (60).",
      "at −58: 2 months shut new.",
      "Then at −4: 97 months of priority, not 95.",
      "Downwards: at −31: 31 months of stricter checks, not 29; 74 months of priority, not 76. Then at −34: shut for 6 months, not 4: political vetting, qualification and 4 other doors.",
      "Then at −25: 25 months of stricter checks, not 29.",
    ],
  ],
  [
    ["wrong-record", "stall-holder", "--entry", "court-finds-refusal", "--corrected-after", "12"],
    [
      "leaves a mark in 24 of the 108 months in which it could be planted; it lasts to the end of the story.",
      "Y1-01 to Y1-12 C 12 months shut; · for good partners withdrawn",
      "Y1-01 From now on some door is shut that would be none Y1-01 A court issues the spending limit that the listing demands Y1-02 Sees trading partners withdraw Y2-01 It is taken back Y2-01 No more than would be shut",
      "What never comes back",
      "Still different at the end of the story: partners: withdrawn, not kept (in 24).",
    ],
  ],
])("%j", async (args, says) => {
  const { code, stdout, stderr } = await said(args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const words = stdout.replaceAll(/[\s─]+/g, " ");
  for (const each of says) expect(words).toContain(each);
});
