/** A step of a lesson: minutes, what is done, and with what. */
export interface Step {
  readonly minutes: number;
  readonly does: string;
  readonly needs: string;
}

export interface Plan {
  readonly minutes: number;
  readonly for: string;
  readonly steps: readonly Step[];
}

const OPENING =
  "Say first: the people are invented, and so are some of the rules; nobody has to speak of their own life. Then each ticks the lines “Before you read”, alone.";

export const PLANS: readonly Plan[] = [
  {
    minutes: 45,
    for: "one life, and how one thing leads to another",
    steps: [
      { minutes: 4, does: OPENING, needs: "worksheet, first page" },
      {
        minutes: 6,
        does: "Myth or fact: read four claims aloud; the class stands left or right; then read out what is known.",
        needs: "myths and facts",
      },
      {
        minutes: 15,
        does: "In pairs, each with another sheet of the same life: fill the gaps, and compare where both have an answer.",
        needs: "worksheets with different numbers",
      },
      { minutes: 5, does: "Compare with the key: which gap was most often wrong, and why?", needs: "answer keys" },
      { minutes: 6, does: "Two at a counter for three minutes; then they change sides.", needs: "role cards" },
      {
        minutes: 6,
        does: "Guess what the safeguard spares; show the picture; say what it does not spare.",
        needs: "the safeguard",
      },
      {
        minutes: 3,
        does: "The lines “After you have read”: who has moved, and by which entry?",
        needs: "worksheet, end of the questions",
      },
    ],
  },
  {
    minutes: 90,
    for: "three lives, and a rule book that one may edit",
    steps: [
      { minutes: 5, does: OPENING, needs: "worksheet, first page" },
      {
        minutes: 10,
        does: "Read the background in threes, one part each; tell each other what is documented, and what is only reported.",
        needs: "background",
      },
      {
        minutes: 8,
        does: "Myth or fact, with a reason for each vote.",
        needs: "myths and facts",
      },
      {
        minutes: 20,
        does: "Three groups, one life each: fill the gaps and answer the questions.",
        needs: "worksheets of the three lives",
      },
      {
        minutes: 9,
        does: "Each group tells its life in three sentences; the others guess which rule was invented.",
        needs: "three lives",
      },
      {
        minutes: 8,
        does: "Two at a counter; then they change sides. What would the clerk have had to know?",
        needs: "role cards",
      },
      {
        minutes: 18,
        does: "Edit one rule and replay. Guess first; then see which harm is gone, and which is new.",
        needs: "a computer for each group: demerit new mine.jsonc, demerit compare",
      },
      {
        minutes: 8,
        does: "What does the safeguard spare, what does it not, and who decides about it?",
        needs: "the safeguard",
      },
      {
        minutes: 4,
        does: "The lines “After you have read”, and the last question of the sheet.",
        needs: "worksheet, end of the questions",
      },
    ],
  },
];
