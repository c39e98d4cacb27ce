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
  "Say at the start: the people are invented, and so are some of the rules; nobody need speak of their own life. Then each ticks the lines “before you read”, alone.";

export const PLANS: readonly Plan[] = [
  {
    minutes: 45,
    for: "one life, one question: how does one thing lead to another?",
    steps: [
      { minutes: 4, does: OPENING, needs: "worksheet, first page" },
      {
        minutes: 6,
        does: "Myth or fact: read four claims aloud, the class stands left or right, then read what is known.",
        needs: "myths and facts",
      },
      {
        minutes: 15,
        does: "In pairs, each with another sheet of the same life: fill the gaps, and compare where both have the answer.",
        needs: "worksheets with different numbers",
      },
      { minutes: 5, does: "Compare with the key. Which gap was most often wrong, and why?", needs: "answer keys" },
      { minutes: 6, does: "Two at a counter, three minutes, then change sides.", needs: "role cards" },
      {
        minutes: 6,
        does: "Guess what the safeguard spares, show the table, and say what it does not spare.",
        needs: "the safeguard",
      },
      {
        minutes: 3,
        does: "The lines “after you have read”; who has moved, and by which entry?",
        needs: "worksheet, last page",
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
        does: "Read the background in groups of three, a part each; tell each other what is documented, what is only reported, and what is not known.",
        needs: "background",
      },
      {
        minutes: 8,
        does: "Myth or fact, with a reason for each vote.",
        needs: "myths and facts",
      },
      {
        minutes: 20,
        does: "Three groups, a life each: fill the gaps and answer the questions.",
        needs: "worksheets of the three lives",
      },
      {
        minutes: 9,
        does: "Each group tells its life in three sentences; the others ask which rule was invented.",
        needs: "three lives",
      },
      {
        minutes: 8,
        does: "Two at a counter, then change sides; what would the clerk have had to know?",
        needs: "role cards",
      },
      {
        minutes: 18,
        does: "Edit one rule and replay: guess first, then see which harm is gone and which is new.",
        needs: "a computer for each group: demerit new mine.jsonc, demerit compare",
      },
      {
        minutes: 8,
        does: "What does the safeguard spare, what does it not, and who decides about it?",
        needs: "the safeguard",
      },
      {
        minutes: 4,
        does: "The lines “after you have read”, and the last question of the sheet.",
        needs: "worksheet, last page",
      },
    ],
  },
];
