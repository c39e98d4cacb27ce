import { VERSION } from "../model/version.ts";

/**
 * One plain line for an error that nobody foresaw: what it was, where, and what to do. A reader is not
 * helped by a stack trace; whoever mends it gets the command and this line, and has the same in a moment.
 */
export function ownFaultSays(error: unknown): string {
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return `demerit: this is a fault of demerit ${VERSION} itself, not of yours: ${oneLine(what)}${placeOf(error)}. Please report this line and the command that you gave, as CONTRIBUTING.md says.\n`;
}

function oneLine(text: string): string {
  const flat = text.replaceAll(/\s+/g, " ").trim();
  return flat.length > MOST_CHARACTERS ? `${flat.slice(0, MOST_CHARACTERS)}…` : flat;
}

/** An error may quote what it stumbled over at any length. */
const MOST_CHARACTERS = 200;

/** The function in which it happened; the rest of the stack is found again by giving the command again. */
function placeOf(error: unknown): string {
  const within = error instanceof Error ? /^\s+at (?:async )?(\S+) \(/m.exec(error.stack ?? "")?.[1] : undefined;
  return within === undefined ? "" : ` (in ${within})`;
}
