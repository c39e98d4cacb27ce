import type { Complete } from "@bomb.sh/tab";
import tab from "@bomb.sh/tab/commander";
import type { Command } from "commander";
import { kindOf } from "../load/kind.ts";
import { catalogue, DEFAULT_RULEBOOK, rulesFile, shippedParts, shippedPersonas } from "./library.ts";
import { LISTABLE } from "./listable.ts";
import { resolveRulebook } from "./rulebook-expression.ts";

/**
 * Adds `completion <shell>`, which prints the script for a shell, and the hidden command by which
 * that script asks for words: commands and options, personas, rulebooks, rules.
 */
export function addCompletion(program: Command): void {
  const completion = tab(program, { completionCommandName: "completion" });
  for (const command of completion.commands.values()) {
    for (const argument of command.arguments.values()) {
      const words = WORDS[argument.name];
      if (words !== undefined) argument.handler = (complete) => words(complete);
    }
    const rulebook = command.options.get("rulebook");
    if (rulebook !== undefined) rulebook.handler = (complete) => rulebooks(complete);
  }
  const rule = completion.commands.get("new")?.options.get("rule");
  if (rule !== undefined) rule.handler = (complete) => rules(complete);
}

/** What fits where, by the name of the argument. */
const WORDS: Readonly<Record<string, (complete: Complete) => void>> = {
  persona: (complete) => {
    const known = catalogue();
    for (const id of shippedPersonas()) complete(id, known[id]?.title ?? "");
  },
  "entry|rule": (complete) => rules(complete),
  baseline: (complete) => rulebooks(complete),
  variant: (complete) => rulebooks(complete),
  what: (complete) => {
    for (const what of LISTABLE) complete(what, "");
  },
  "rulebook|file": (complete) => rulebooks(complete),
};

function rules(complete: Complete): void {
  for (const rule of resolveRulebook(DEFAULT_RULEBOOK).rulebook?.rules ?? []) complete(rule.id, rule.title);
}

function rulebooks(complete: Complete): void {
  for (const id of shippedParts()) complete(id, kindOf(rulesFile(id).text) ?? "");
}
