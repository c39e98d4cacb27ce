import { type Command, Option } from "commander";
import { paperOption } from "./paper-option.ts";

/** What the commands that ask questions of a rulebook need of the program. */
export interface Asking {
  readonly done: (exit: number) => void;
  readonly colour: () => boolean;
  readonly rulebookOption: () => Option;
  readonly readingOption: () => Option;
}

/** What the help puts the commands under. */
export const GROUPS = {
  read: "Read a life:",
  edit: "Edit the rules:",
  ask: "Ask what the rules do:",
  paper: "Put it on paper:",
  beside: "Beside these:",
} as const;

/** Adds the commands that ask questions of a rulebook. What each needs is loaded when it runs. */
export function addQuestions(program: Command, asking: Asking): void {
  const { done, colour } = asking;

  answering(program.command("compare").helpGroup(GROUPS.edit), { drawn: true })
    .description("the same lives under two rulebooks: what is edited, what that changes for whom, and who is untouched")
    .argument("<baseline>", "a rulebook")
    .argument("<variant>", "another; a leading “+” extends the baseline, by an overlay for instance")
    .argument("[persona...]", PERSONAS)
    .addHelpText(
      "after",
      examples(
        "demerit compare suining-composite +court-guidance-2019",
        "demerit compare suining-composite my-edit.jsonc petitioner",
        "demerit compare suining-composite +court-guidance-2019 --format html -o compared.html",
      ),
    )
    .action(async (baseline: string, variant: string, ids: string[], options) =>
      done(
        await (
          await import("./questions/compare.ts")
        ).compareCommand(baseline, variant, ids, { ...options, color: colour() }),
      ),
    );

  program
    .command("watch")
    .helpGroup(GROUPS.edit)
    .description("replays on each save of an overlay, and prints what changed against what it extends; Ctrl-C ends it")
    .argument("<overlay>", "your file, see “demerit new”")
    .argument("[persona...]", PERSONAS)
    .addHelpText("after", examples("demerit watch my-edit.jsonc missed-instalment"))
    .action(async (file: string, ids: string[]) =>
      done(await (await import("./commands/watch.ts")).watchCommand(file, ids, { color: colour() })),
    );

  question(program, "ablate", asking, { drawn: true })
    .description("which harms vanish, and which appear, without each rule")
    .argument("[persona...]", PERSONAS)
    .option("--pairs", "and without each pair of rules")
    .addHelpText(
      "after",
      examples(
        "demerit ablate missed-instalment",
        "demerit ablate petitioner guarantor --format svg -o who-was-hurt.svg",
        "demerit ablate --pairs --format json -o pairs.json",
      ),
    )
    .action(async (ids: string[], options) =>
      done(await (await import("./questions/ablate.ts")).ablateCommand(ids, { ...options, color: colour() })),
    );

  question(program, "readings", asking)
    .description(
      "what holds under every combination of answers to the rulebook's open questions, and what hangs on which",
    )
    .argument("[persona...]", PERSONAS)
    .addHelpText(
      "after",
      examples(
        "demerit readings missed-instalment",
        "demerit readings petitioner --reading restoration=five-years",
        "demerit readings --format csv -o readings.csv",
      ),
    )
    .action(async (ids: string[], options) =>
      done(await (await import("./questions/readings.ts")).readingsCommand(ids, { ...options, color: colour() })),
    );

  question(program, "wrong-record", asking)
    .description("one false entry in each month in turn, corrected later: what it does, and how long that outlives it")
    .argument("<persona>", "an id, see “demerit list personas”")
    .option("--entry <event>", "what is falsely recorded; the conduct with the middle deduction where absent")
    .option("--corrected-after <months>", "months until it is taken back, 1 to 119; 6 where absent")
    .addHelpText(
      "after",
      examples(
        "demerit wrong-record petitioner",
        "demerit wrong-record stall-holder --entry court-finds-refusal --corrected-after 12",
      ),
    )
    .action(async (id: string, options) =>
      done(await (await import("./questions/wrong-record.ts")).wrongRecordCommand(id, { ...options, color: colour() })),
    );

  question(program, "recovery", asking)
    .description("points lost by one act beside the months and good acts that win them back; and who never returns")
    .argument("[persona...]", PERSONAS)
    .addHelpText("after", examples("demerit recovery", "demerit recovery petitioner --rulebook suining-2010"))
    .action(async (ids: string[], options) =>
      done(await (await import("./questions/recovery.ts")).recoveryCommand(ids, { ...options, color: colour() })),
    );

  question(program, "coverage", asking)
    .description("which rules, comparisons, doors and events the lives reach, and which none does")
    .argument("[persona...]", PERSONAS)
    .addHelpText("after", examples("demerit coverage", "demerit coverage petitioner namesake --format csv"))
    .action(async (ids: string[], options) =>
      done(await (await import("./questions/coverage.ts")).coverageCommand(ids, { ...options, color: colour() })),
    );

  question(program, "sweep", asking)
    .description("one number of the rules at every integer of a range, or two crossed: where it changes what for whom")
    .argument("<number>", "suining/loan-default.points, classes.A.min, opening, … (a wrong one lists those there are)")
    .argument("[number2]", "another, to be crossed with it")
    .option("--persona <id...>", PERSONAS)
    .option("--from <integer>", "where to begin; with two numbers once for each, in their order", collected)
    .option("--to <integer>", "where to end, likewise; all that the number may be where absent", collected)
    .option("--limit <number>", "try up to so many integers, or pairs of them; 10000 where absent")
    .addHelpText(
      "after",
      examples(
        "demerit sweep suining/loan-default.points --from -60 --to -1",
        "demerit sweep classes.A.min --from 900 --to 1000 --persona one-entry winning-back",
        "demerit sweep suining/loan-default.points classes.C.min --from -60 --to -1 --from 500 --to 600",
      ),
    )
    .action(async (number: string, second: string | undefined, options) =>
      done(
        await (
          await import("./questions/sweep.ts")
        ).sweepCommand(second === undefined ? [number] : [number, second], { ...options, color: colour() }),
      ),
    );

  question(program, "mutate", asking)
    .description("what changes for whom when one number is moved or one comparison is turned round or taken out")
    .argument("[persona...]", PERSONAS)
    .addHelpText(
      "after",
      examples("demerit mutate one-entry stall-holder", "demerit mutate --format csv -o changes.csv"),
    )
    .action(async (ids: string[], options) =>
      done(await (await import("./questions/mutate.ts")).mutateCommand(ids, { ...options, color: colour() })),
    );

  question(program, "repair", asking)
    .description(
      "the smallest changes of the rules by which one harm of one life would not happen; beside it, of the life",
    )
    .argument("<persona>", "an id, see “demerit list personas”")
    .requiredOption(
      "--avoid <what>",
      "a door that is never to be refused, a class never to be in, or the number of an entry with a refusal or a loss",
    )
    .addHelpText(
      "after",
      examples(
        "demerit repair missed-instalment --avoid D",
        "demerit repair missed-instalment --avoid high-speed-rail",
        "demerit repair petitioner --avoid 36",
      ),
    )
    .action(async (id: string, options) =>
      done(await (await import("./questions/repair.ts")).repairCommand(id, { ...options, color: colour() })),
    );
}

const PERSONAS = "ids, see “demerit list personas”; all of them where none is named";

/** A command with the options that every question has. */
function question(
  program: Command,
  name: string,
  { rulebookOption, readingOption }: Asking,
  pictures: { readonly drawn?: boolean } = {},
): Command {
  return answering(
    program.command(name).helpGroup(GROUPS.ask).addOption(rulebookOption()).addOption(readingOption()),
    pictures,
  );
}

/** The options of everything that answers with an experiment; `drawn` where it has a picture. */
function answering(command: Command, { drawn = false } = {}): Command {
  return command
    .option("--until <month>", "stop after this month of story time, Y1-01 to Y10-12")
    .addOption(
      new Option(
        "--format <format>",
        `text, a Markdown hand-out, JSON (everything found), CSV for spreadsheets, a page to print, or PDF${drawn ? "; or who is hurt, as a picture alone" : ""}`,
      )
        .choices(["text", "markdown", "json", "csv", "html", "pdf", ...(drawn ? ["svg"] : [])])
        .default("text"),
    )
    .addOption(paperOption())
    .option("-o, --output <file>", "write to a file instead of standard output")
    .option("-f, --force", "replace the file if it exists");
}

/** An option that may be given more than once. */
function collected(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ ${line}`).join("\n")}`;
}
