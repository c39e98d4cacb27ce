import { PROGRAM } from "../../model/version.ts";

/** What the parts of a page about a question are called, in every format. */
export const RULES_NAMED = "The rules named, and where they stand";

export const QUESTION_KICKER = `${PROGRAM} · a question to a rulebook, over invented lives`;
