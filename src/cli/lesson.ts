import { type Command, Option } from "commander";
import { paperOption } from "./paper-option.ts";
import { type Asking, GROUPS } from "./questions.ts";

/** Adds the commands that make paper for a lesson. What each needs is loaded when it runs. */
export function addLesson(program: Command, { done, colour, rulebookOption, readingOption }: Asking): void {
  program
    .command("worksheet")
    .helpGroup(GROUPS.paper)
    .description(
      "one life as a sheet for a class: gaps to fill in, questions, role cards; and its answer key, computed",
    )
    .argument("<persona>", "id, see “demerit list personas”")
    .option("--key", "the answer key of the sheet instead")
    .option(
      "--seed <number>",
      "the number of the sheet: neighbours with other numbers get other gaps and questions",
      "1",
    )
    .option("--until <month>", "the last month on the sheet; where absent, as much as fits into a lesson")
    .addOption(rulebookOption())
    .addOption(readingOption())
    .addOption(
      new Option("--format <format>", "text, Markdown to be edited, a page to print, or PDF")
        .choices(["text", "markdown", "html", "pdf"])
        .default("text"),
    )
    .addOption(paperOption())
    .option("-o, --output <file>", "write to a file instead of standard output")
    .option("-f, --force", "replace the file if it exists")
    .addHelpText("after", WORKSHEET_EXAMPLES)
    .action(async (persona: string, options) =>
      done(await (await import("./commands/worksheet.ts")).worksheetCommand(persona, { ...options, color: colour() })),
    );

  program
    .command("handout")
    .helpGroup(GROUPS.paper)
    .description("a whole lesson on paper: background, the rules with their evidence, three lives, a safeguard, plans")
    .addOption(rulebookOption())
    .addOption(readingOption())
    .addOption(
      new Option("--format <format>", "a page to print, PDF, or Markdown or text to be edited")
        .choices(["html", "pdf", "markdown", "text"])
        .default("html"),
    )
    .addOption(paperOption())
    .option("-o, --output <file>", "write to a file instead of standard output")
    .option("-f, --force", "replace the file if it exists")
    .addHelpText("after", HANDOUT_EXAMPLES)
    .action(async (options) =>
      done(await (await import("./commands/handout.ts")).handoutCommand({ ...options, color: colour() })),
    );
}

const WORKSHEET_EXAMPLES = `
Examples:
  $ demerit worksheet petitioner
  $ demerit worksheet missed-instalment --seed 2 --format html -o sheet-2.html
  $ demerit worksheet missed-instalment --seed 2 --key --format html -o key-2.html`;

const HANDOUT_EXAMPLES = `
Examples:
  $ demerit handout -o lesson.html
  $ demerit handout --rulebook suining-2010 --format markdown -o lesson.md`;
