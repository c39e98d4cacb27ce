/** What the parts of a page are called, in every format. */
export const TITLES = {
  short: "In short",
  powers: "Who could have stopped it",
  happened: "What happened",
  ledger: "Harm ledger",
  questions: "Where sources differ",
  rules: "The rules that acted, and where they stand",
  sources: "Sources cited on this page",
  onFile: "On file",
  told: "What the person was told",
} as const;

export const STOPPED = "The rulebook never settled: the trace was stopped. See its last entry.";
