import { type Command, Option } from "commander";
import { paperOption } from "./paper-option.ts";
import { type Asking, GROUPS } from "./questions.ts";

/** Adds the commands that make and check printouts. What each needs is loaded when it runs. */
export function addPrintouts(program: Command, { done, colour, rulebookOption, readingOption }: Asking): void {
  program
    .command("print")
    .helpGroup(GROUPS.paper)
    .description(
      "a life on paper: life line, numbered trace, chain of harm, ledger, every source; to be handed out and checked by hand",
    )
    .argument("[persona...]", "ids, see “demerit list personas”; several make one document, or a folder of them")
    .addOption(rulebookOption())
    .addOption(readingOption())
    .option("--until <month>", "stop after this month of story time, Y1-01 to Y10-12")
    .addOption(
      new Option(
        "--format <format>",
        "a page for any browser, a PDF (by a Chromium, Chrome or Edge), or the pictures alone",
      )
        .choices(["html", "pdf", "svg"])
        .default("html"),
    )
    .addOption(paperOption())
    .addOption(
      new Option("--view <view>", "who reads it: the auditor sees all, the person what they were told")
        .choices(["auditor", "person", "side-by-side"])
        .default("auditor"),
    )
    .option(
      "--compare <variant>",
      "draw the same life under another rulebook beside it; a leading “+” extends this one",
    )
    .option("-o, --output <file|folder>", "write to a file, or into a folder one document for each persona")
    .option("-f, --force", "replace files that exist")
    .addHelpText("after", PRINT_EXAMPLES)
    .action(async (ids: string[], options) =>
      done(await (await import("./commands/print.ts")).printCommand(ids, { ...options, color: colour() })),
    );

  program
    .command("verify")
    .helpGroup(GROUPS.paper)
    .description("checks a printout: replays the trace that it carries, draws it again, and compares every word")
    .argument("<file>", "an HTML file that “demerit print” wrote")
    .addHelpText("after", VERIFY_EXAMPLES)
    .action(async (file: string) =>
      done(await (await import("./commands/verify.ts")).verifyCommand(file, { color: colour() })),
    );
}

const PRINT_EXAMPLES = `
Examples:
  $ demerit print -o page.html
  $ demerit print petitioner --format pdf --paper letter -o petitioner.pdf
  $ demerit print petitioner one-entry -o printouts/
  $ demerit print --compare +court-guidance-2019 -o compared.html
  $ demerit print petitioner --format svg -o petitioner.svg`;

const VERIFY_EXAMPLES = `
Examples:
  $ demerit print petitioner -o page.html
  $ demerit verify page.html

Exit codes: 0 everything holds; 1 something does not; 2 the file could not be read.`;
