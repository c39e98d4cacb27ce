import { readdirSync } from "node:fs";
import { relative } from "node:path";
import { dialsOf } from "../analysis/dials.ts";
import { DOOR_NAMES } from "../model/vocabulary/doors.ts";
import { LISTABLE } from "./listable.ts";
import { DEFAULT_RULEBOOK, ruleTestsFolder, shippedOverlays, shippedPersonas, shippedRules } from "./library.ts";
import { usableRulebook } from "./usable-rulebook.ts";

/**
 * What could stand where an argument, or the value of an option, is missing; `null` where it is any file
 * or number. `given` are the arguments that were there.
 */
export async function choicesFor(command: string, missing: string, given: readonly string[]): Promise<string | null> {
  switch (missing) {
    case "persona":
      return `The invented people here: ${ids(shippedPersonas())}; or seed-1, seed-2 … for one who is drawn.`;
    case "entry|rule":
      return `Name an entry by its number: “demerit replay ${given[0]}” prints them. Or a rule: “demerit list rules” has them.`;
    case "what":
      return `There is to be listed: ${ids(LISTABLE)}.`;
    case "baseline":
    case "variant":
    case "compare":
    case "rulebook|file":
    case "rulebook":
      return `There are the packs and rulebooks ${ids(shippedRules())}, and the overlays ${ids(shippedOverlays())}; or your own file, which “demerit new” begins.`;
    case "number":
      return `The numbers of ${DEFAULT_RULEBOOK}:\n${lines((await numbers()).map((address) => `  ${address}`))}`;
    case "reading":
      return `The open questions:\n${lines(await questions())}`;
    case "rule":
      return `“demerit list rules” has the rules.`;
    case "avoid":
      return `A class (A, B, C, D), the number of an entry, or a door: ${ids(DOOR_NAMES)}.`;
    case "file":
      return command === "test"
        ? `There are: ${ids(shippedTests())}.`
        : command === "verify"
          ? "Name a page that “demerit print -o page.html” wrote."
          : command === "new"
            ? "Name a file that is to be written, for instance mine.jsonc."
            : null;
    case "shell":
      return "There are: bash, zsh, fish, powershell.";
    default:
      return null;
  }
}

function ids(words: readonly string[]): string {
  return words.join(", ");
}

function lines(words: readonly string[]): string {
  return words.join("\n");
}

async function numbers(): Promise<string[]> {
  const { rulebook } = await usableRulebook(DEFAULT_RULEBOOK, false);
  return dialsOf(rulebook).map(({ address }) => address);
}

async function questions(): Promise<string[]> {
  const { rulebook } = await usableRulebook(DEFAULT_RULEBOOK, false);
  return Object.entries(rulebook.questions).flatMap(([id, { answers }]) =>
    Object.keys(answers).map((answer) => `  ${id}=${answer}`),
  );
}

function shippedTests(): string[] {
  const folder = ruleTestsFolder();
  return readdirSync(folder)
    .filter((file) => file.endsWith(".test.jsonc"))
    .map((file) => relative(process.cwd(), `${folder}/${file}`));
}
