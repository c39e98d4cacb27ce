import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { adviceFor } from "../load/suggest.ts";
import { VERSION } from "../model/version.ts";
import { CouldNotRun, EXIT } from "./exit.ts";
import { writeHelp } from "./help-text.ts";
import { DEFAULT_RULEBOOK } from "./library.ts";
import { LISTABLE, type Listable } from "./listable.ts";
import { addLesson } from "./lesson.ts";
import { addPrintouts } from "./printouts.ts";
import { addQuestions, GROUPS } from "./questions.ts";
import { WELCOME } from "./welcome.ts";

async function run(argv: readonly string[]): Promise<number> {
  let code: number = EXIT.done;
  const program = programOf((exit) => {
    code = exit;
  });
  try {
    if (argv[2] === "completion" || argv[2] === "complete") (await import("./completion.ts")).addCompletion(program);
    else
      program
        .command("completion")
        .helpGroup(GROUPS.beside)
        .description("prints the completion script for a shell: bash, zsh or fish")
        .argument("<shell>", "bash, zsh or fish");
    await program.parseAsync(argv as string[]);
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.couldNotRun;
    if (error instanceof CouldNotRun) {
      process.stderr.write(`demerit: ${error.message}\n`);
      return EXIT.couldNotRun;
    }
    throw error;
  }
}

/** The commands. What a command needs is loaded when it runs, so that help comes at once. */
function programOf(done: (exit: number) => void): Command {
  const program = new Command("demerit")
    .description("Takes a social scoring system apart: sourced and graded rules, invented people, an audit trace.")
    .version(VERSION, "--version", "print the version")
    .option("--no-color", "plain text (NO_COLOR and FORCE_COLOR are obeyed too)")
    .exitOverride()
    // The name alone leaves room for what is said of it; “demerit ablate --help” has the rest.
    .configureHelp({ subcommandTerm: (command) => command.name(), minWidthToWrap: 20 })
    .configureOutput({ writeOut: writeHelp })
    .showHelpAfterError("(demerit --help shows the commands and options)")
    .addHelpText("after", EXAMPLES)
    .allowExcessArguments(true)
    .action((_options, command: Command) => {
      const [unknown] = command.args;
      if (unknown !== undefined)
        command.error(
          `error: there is no command “${unknown}”. ${adviceFor(
            unknown,
            command.commands.map((each) => each.name()),
          )}`,
        );
      process.stdout.write(WELCOME);
    });
  const colour = (): boolean => program.opts<{ color: boolean }>().color;

  program
    .command("replay")
    .helpGroup(GROUPS.read)
    .description("the audit trace of one persona or several; without one, the flagship's")
    .argument("[persona...]", "ids, see “demerit list personas”")
    .addOption(rulebookOption())
    .addOption(readingOption())
    .addOption(
      new Option("--detail <level>", "how much to show; “full” adds every condition of every rule consulted")
        .choices(["summary", "matched", "full"])
        .default("summary"),
    )
    .option("--seed <number>", "one more person, drawn from this seed over the closed lists; alone where none is named")
    .option("--until <month>", "stop after this month of story time, Y1-01 to Y10-12")
    .option("--from <file>", "draw a trace again that “--format json -o” saved; it carries its own rulebook and person")
    .addOption(
      new Option(
        "--view <view>",
        "who reads it: the auditor sees all, a clerk what stands on file, the person what they were told",
      )
        .choices(["auditor", "clerk", "person", "side-by-side"])
        .default("auditor"),
    )
    .addOption(
      new Option(
        "--format <format>",
        "text, a Markdown hand-out, JSON (the whole trace), CSV for spreadsheets, a Mermaid flowchart",
      )
        .choices(["text", "markdown", "json", "csv", "mermaid"])
        .default("text"),
    )
    .option("-o, --output <file>", "write to a file instead of standard output")
    .option("-f, --force", "replace the file if it exists")
    .addHelpText("after", REPLAY_EXAMPLES)
    .action(async (ids: string[], options, command: Command) => {
      refuseBesideFrom(ids, command);
      done(await (await import("./commands/replay.ts")).replayCommand(ids, { ...options, color: colour() }));
    });

  program
    .command("why")
    .helpGroup(GROUPS.read)
    .description("the chain from one entry back to its roots: rules, condition values, sources")
    .argument("<persona>", "id, see “demerit list personas”")
    .argument("<entry>", "number of an entry, as “demerit replay” prints it")
    .addOption(rulebookOption())
    .addOption(readingOption())
    .option("--until <month>", "stop after this month of story time")
    .option("--all", "follow every cause, not only the first of each link")
    .addHelpText("after", WHY_EXAMPLES)
    .action(async (persona: string, entry: string, options) =>
      done(await (await import("./commands/why.ts")).whyCommand(persona, entry, { ...options, color: colour() })),
    );

  program
    .command("why-not")
    .helpGroup(GROUPS.read)
    .description("each moment at which a rule was consulted and did not match, and what stood in the way")
    .argument("<persona>", "id, see “demerit list personas”")
    .argument("<rule>", "id, see “demerit list rules”")
    .addOption(rulebookOption())
    .addOption(readingOption())
    .option("--until <month>", "stop after this month of story time")
    .addHelpText("after", WHY_NOT_EXAMPLES)
    .action(async (persona: string, rule: string, options) =>
      done(await (await import("./commands/why.ts")).whyNotCommand(persona, rule, { ...options, color: colour() })),
    );

  program
    .command("demo")
    .helpGroup(GROUPS.read)
    .description(
      "a guided walk through the flagship's life, screen by screen, for a projector; without a terminal, everything at once",
    )
    .action(async () => done(await (await import("./commands/demo.ts")).demoCommand({ color: colour() })));

  program
    .command("list")
    .helpGroup(GROUPS.read)
    .description("what there is: personas, rulebooks, rules, sources …")
    .argument("<what>", LISTABLE.join(", "), listable)
    .addOption(rulebookOption())
    .addOption(readingOption())
    .addOption(new Option("--format <format>", "a table, or JSON").choices(["text", "json"]).default("text"))
    .addHelpText("after", LIST_EXAMPLES)
    .action(async (what: Listable, options) =>
      done(await (await import("./commands/list.ts")).listCommand(what, { ...options, color: colour() })),
    );

  program
    .command("check")
    .helpGroup(GROUPS.edit)
    .description("validates rulebooks or files: all problems at once, with their place")
    .argument("<rulebook|file...>", "ids or files")
    .addHelpText("after", CHECK_EXAMPLES)
    .action(async (names: string[]) =>
      done(await (await import("./commands/check.ts")).checkCommand(names, { color: colour() })),
    );

  program
    .command("new")
    .helpGroup(GROUPS.edit)
    .description("writes an overlay to begin with: your own edit of a rulebook, beside the original")
    .argument("<file>", "the file to be written, for instance mine.jsonc")
    .addOption(
      new Option("--from <expr>", "what it edits: packs, rulebooks, overlays or files").default(DEFAULT_RULEBOOK),
    )
    .option("--rule <id>", "a rule to begin with, as it stands now; see “demerit list rules”")
    .option("-f, --force", "replace the file if it exists")
    .addHelpText("after", NEW_EXAMPLES)
    .action(async (file: string, options) =>
      done(await (await import("./commands/new.ts")).newCommand(file, { ...options, color: colour() })),
    );

  program
    .command("test")
    .helpGroup(GROUPS.edit)
    .description("tests for rules, written by readers: whether a rulebook does what is expected of it")
    .argument("<file...>", "files of tests, *.test.jsonc; see rules/README.md")
    .option("--rulebook <expr>", "a rulebook expression that stands for the one that each file names")
    .addOption(new Option("--format <format>", "a page, or JSON").choices(["text", "json"]).default("text"))
    .addHelpText("after", TEST_EXAMPLES)
    .action(async (names: string[], options) =>
      done(await (await import("./commands/test.ts")).testCommand(names, { ...options, color: colour() })),
    );

  addPrintouts(program, { done, colour, rulebookOption, readingOption });
  addLesson(program, { done, colour, rulebookOption, readingOption });
  addQuestions(program, { done, colour, rulebookOption, readingOption });
  // A word too many is a mistake, and must not be passed over.
  for (const command of program.commands) command.allowExcessArguments(false);

  return program;
}

/** A saved trace is drawn as it is. */
function refuseBesideFrom(ids: readonly string[], command: Command): void {
  if (command.getOptionValueSource("from") === undefined) return;
  const beside = [
    ...(ids.length > 0 ? ["personas"] : []),
    ...["rulebook", "reading", "seed", "until"]
      .filter((name) => command.getOptionValueSource(name) === "cli")
      .map((name) => `--${name}`),
  ];
  if (beside.length > 0)
    throw new CouldNotRun(
      `--from takes no ${beside.join(", no ")}: a saved trace carries its own person, rulebook and end`,
    );
}

function rulebookOption(): Option {
  return new Option(
    "--rulebook <expr>",
    "packs, rulebooks, overlays or files, separated by commas; a leading “+” adds to the default",
  ).default(DEFAULT_RULEBOOK);
}

function readingOption(): Option {
  return new Option(
    "--reading <question=answer>",
    "answer one of the rulebook's open questions otherwise, see “demerit list questions”; may be repeated",
  ).argParser<readonly string[] | undefined>((given, before) => [...(before ?? []), given]);
}

function listable(what: string): string {
  if ((LISTABLE as readonly string[]).includes(what)) return what;
  throw new InvalidArgumentError(adviceFor(what, LISTABLE));
}

const EXAMPLES = `
Examples:
  $ demerit replay
  $ demerit replay case-2010 --rulebook suining-2010 --until Y1-02
  $ demerit check suining-composite

Exit codes: 0 done; 1 “check” found problems, a test fails, “verify” finds a difference, or a rulebook never settles; 2 could not run; 130 ended by Ctrl-C, with a part
Every person here is invented. See ETHICS.md.`;

const REPLAY_EXAMPLES = `
Examples:
  $ demerit replay
  $ demerit replay petitioner one-entry --detail matched
  $ demerit replay case-2010 --rulebook suining-2010 --until Y1-02
  $ demerit replay --seed 7
  $ demerit replay --view side-by-side
  $ demerit replay --view person --format markdown -o told.md
  $ demerit replay --format json -o trace.json`;

const WHY_EXAMPLES = `
Examples:
  $ demerit why missed-instalment 11
  $ demerit why petitioner 36 --all`;

const WHY_NOT_EXAMPLES = `
Examples:
  $ demerit why-not one-entry everyday/friends-withdraw
  $ demerit why-not missed-instalment suining/class-d-no-loan`;

const LIST_EXAMPLES = `
Examples:
  $ demerit list personas
  $ demerit list rules --rulebook court-defaulters-2017
  $ demerit list sources --format json`;

const CHECK_EXAMPLES = `
Examples:
  $ demerit check suining-composite
  $ demerit check my-rules.jsonc

Exit codes: 0 nothing wrong; 1 problems found; 2 a file could not be read.`;

const NEW_EXAMPLES = `
Examples:
  $ demerit new mine.jsonc
  $ demerit new mine.jsonc --rule suining/drunk-driving
  $ demerit replay --rulebook mine.jsonc`;

const TEST_EXAMPLES = `
Examples:
  $ demerit test rules/tests/suining-2010.test.jsonc
  $ demerit test my-rules.test.jsonc --rulebook my-rules.jsonc

Exit codes: 0 all tests hold; 1 a test fails; 2 a file is faulty, and nothing was tested.`;

// A reader that has seen enough (“| head”) closes the pipe; that is no fault. A full disk behind “>” is.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(EXIT.done);
  const why = error.code === "ENOSPC" ? "the disk is full" : error.message;
  process.stderr.write(`demerit: cannot write to standard output: ${why}\n`);
  process.exit(EXIT.couldNotRun);
});

process.exitCode = await run(process.argv);
