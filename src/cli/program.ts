import { Command, Help, InvalidArgumentError, Option } from "commander";
import { adviceFor, nearest } from "../load/suggest.ts";
import { VERSION } from "../model/version.ts";
import { CouldNotRun } from "./exit.ts";
import { HELP, HELP_NOTE } from "./help.ts";
import { DEFAULT_RULEBOOK } from "./library.ts";
import { LISTABLE, type Listable } from "./listable.ts";
import { ENDINGS, type FormatOf, type Output, outputOf, type OutputOptions, OUTPUTS, type Writer } from "./outputs.ts";
import { widthOf } from "./width.ts";
import { WELCOME } from "./welcome.ts";

/**
 * The commands. What a command needs is loaded when it runs, so that help comes at once. `done` gets the exit
 * code. Where words are to be completed, the library that does it brings `completion` itself.
 */
export function programOf(done: (exit: number) => void, completing: boolean): Command {
  const program = new Command("demerit")
    .version(VERSION, "--version", "print the version")
    .option("-o, --output <file>", "write to a file; its ending decides the form")
    .option("--format <format>", "the form on standard output, where no file is named")
    .option("-f, --force", "replace a file that exists")
    .option("--no-color", "plain text (NO_COLOR and FORCE_COLOR are obeyed too)")
    .exitOverride()
    // What holds where nothing is said stands in the words themselves.
    .configureHelp({
      optionDescription: ({ description }) => description,
      minWidthToWrap: 20,
      styleUsage(this: Help, usage: string) {
        return this.boxWrap(usage, (this.helpWidth ?? 80) - "Usage: ".length).replaceAll("\n", "\n  ");
      },
    })
    .allowExcessArguments(true)
    .action((_options, { args: [unknown] }: Command) => {
      if (unknown !== undefined) throw new CouldNotRun(noCommand(unknown, program));
      process.stdout.write(WELCOME);
    });
  program.helpInformation = () => HELP;

  /** What a command writes, and whether the reader wants colour; refused at once where that cannot be. */
  const output = <W extends Writer>(command: W): Output<FormatOf<W>> =>
    outputOf(command, program.opts<OutputOptions>());
  const color = (): boolean => program.opts<OutputOptions>().color;
  const command = (name: string, says: string): Command => program.command(name).description(says);

  reading(command("replay", "the audit trace of a life: the rules, the sums, what was refused and why"))
    .argument("[persona...]", PEOPLE_ONE)
    .option("--full", "add every rule consulted, and where its source says so")
    .addOption(viewOption(["auditor", "clerk", "person", "side-by-side"]))
    .option("--from <file>", "a trace that “-o trace.json” saved, drawn again")
    .addHelpText(
      "after",
      examples(
        "replay",
        "replay petitioner seed-7 --view person",
        "replay case-2010 --rulebook suining-2010 --until Y1-02",
        "replay -o trace.json",
      ),
    )
    .action(async (ids: string[], options, self: Command) => {
      refuseBesideFrom(ids, self);
      const { replayCommand } = await import("./commands/replay.ts");
      done(await replayCommand(ids, { ...options, ...output("replay") }));
    });

  reading(command("why", "how an entry of a life came about, back to its roots; or what a rule answered in it"))
    .argument("<persona>", PERSON)
    .argument("<entry|rule>", "a number that “replay” prints, or the id of a rule")
    .option("--all", "follow every cause, not only the first of each link")
    .addHelpText(
      "after",
      examples("why missed-instalment 64", "why petitioner 36 --all", "why one-entry everyday/friends-withdraw"),
    )
    .action(async (persona: string, what: string, options) => {
      const { whyCommand } = await import("./commands/why.ts");
      done(await whyCommand(persona, what, { ...options, ...output("why") }));
    });

  withRulebook(command("list", "what there is"))
    .argument("<what>", LISTABLE.join(", "), oneOf(LISTABLE))
    .addHelpText("after", examples("list personas", "list rules --rulebook court-defaulters-2017", "list questions"))
    .action(async (what: Listable, options) => {
      const { listCommand } = await import("./commands/list.ts");
      done(await listCommand(what, { ...options, ...output("list") }));
    });

  command(
    "demo",
    "a guided walk through the flagship's life, screen by screen; without a terminal, all at once",
  ).action(async () => {
    const { demoCommand } = await import("./commands/demo.ts");
    done(await demoCommand(output("demo")));
  });

  command("new", "an overlay to begin with: your own edit of a rulebook, beside the original")
    .argument("<file>", "the file to be written, for instance mine.jsonc")
    .option("--rulebook <expr>", RULEBOOK, DEFAULT_RULEBOOK)
    .option("--rule <id>", "to begin with, as it stands; see “demerit list rules”")
    .addHelpText("after", examples("new mine.jsonc", "new mine.jsonc --rule suining/drunk-driving"))
    .action(async (file: string, options) => {
      const { output: elsewhere, format, force = false } = program.opts<OutputOptions>();
      if (elsewhere !== undefined || format !== undefined)
        throw new CouldNotRun(
          "“new” writes the file that it is given, as JSON with comments; leave -o and --format out",
        );
      const { newCommand } = await import("./commands/new.ts");
      done(await newCommand(file, { ...options, force, color: color() }));
    });

  command("check", "all problems of rulebooks or files at once, with their place")
    .argument("<rulebook|file...>", "ids or files")
    .option("--coverage", "add which rules the lives here reach, and which none does")
    .option("--review", "add the review sheet: one row a rule, its level, where it stands")
    .addHelpText("after", examples("check suining-composite", "check my-rules.jsonc", "check suining-2010 --review"))
    .action(async (names: string[], options) => {
      const { checkCommand } = await import("./commands/check.ts");
      done(await checkCommand(names, { ...options, ...output("check") }));
    });

  command("test", "whether a rulebook does what readers' own tests expect of it")
    .argument("<file...>", "*.test.jsonc, written as rules/README.md says")
    .option("--rulebook <expr>", "instead of the rulebook that each file names")
    .addHelpText(
      "after",
      examples("test rules/tests/suining-2010.test.jsonc", "test my.test.jsonc --rulebook my-rules.jsonc"),
    )
    .action(async (names: string[], options) => {
      const { testCommand } = await import("./commands/test.ts");
      done(await testCommand(names, { ...options, ...output("test") }));
    });

  laidOut(command("compare", "the same lives under two rulebooks: what is edited, whom that hurts less, or more"))
    .argument("<baseline>", "a rulebook")
    .argument("<variant>", "another; “+ID” adds to the baseline")
    .argument("[persona...]", PEOPLE_ALL)
    .option("--until <month>", UNTIL)
    .option("--watch", "again at each save of your own file, until Ctrl-C")
    .addHelpText(
      "after",
      examples(
        "compare suining-composite +court-guidance-2019",
        "compare suining-composite my-rules.jsonc petitioner --watch",
        "compare suining-composite +court-guidance-2019 -o who-was-hurt.svg",
      ),
    )
    .action(async (baseline: string, variant: string, ids: string[], options) => {
      const { compareCommand } = await import("./questions/compare.ts");
      done(await compareCommand(baseline, variant, ids, { ...options, ...output("compare") }));
    });

  question("ablate", "which harms vanish, and which appear, without each rule")
    .argument("[persona...]", PEOPLE_ALL)
    .option("--pairs", "and without each pair of rules")
    .addHelpText(
      "after",
      examples(
        "ablate missed-instalment",
        "ablate petitioner guarantor -o who-was-hurt.svg",
        "ablate --pairs -o pairs.json",
      ),
    )
    .action(async (ids: string[], options) => {
      const { ablateCommand } = await import("./questions/ablate.ts");
      done(await ablateCommand(ids, { ...options, ...output("ablate") }));
    });

  question("sweep", "one number of the rules at every integer of a range: where it changes what for whom")
    .argument("<number>", "suining/loan-default.points, classes.A.min, opening …")
    .argument("[persona...]", PEOPLE_ALL)
    .option("--from <integer>", "where to begin; else the least that it may be")
    .option("--to <integer>", "where to end; else the most")
    .addHelpText(
      "after",
      examples(
        "sweep suining/loan-default.points --from -60 --to -1",
        "sweep classes.A.min one-entry winning-back --from 900 --to 1000",
      ),
    )
    .action(async (number: string, ids: string[], options) => {
      const { sweepCommand } = await import("./questions/sweep.ts");
      done(await sweepCommand(number, ids, { ...options, ...output("sweep") }));
    });

  question("readings", "what holds however the sources are read, and what hangs on which question")
    .argument("[persona...]", PEOPLE_ALL)
    .addHelpText(
      "after",
      examples(
        "readings missed-instalment",
        "readings petitioner --reading restoration=five-years",
        "readings -o readings.csv",
      ),
    )
    .action(async (ids: string[], options) => {
      const { readingsCommand } = await import("./questions/readings.ts");
      done(await readingsCommand(ids, { ...options, ...output("readings") }));
    });

  question("repair", "the smallest change of the rules by which one harm would not come; beside it, of the life")
    .argument("<persona>", PERSON)
    .requiredOption("--avoid <what>", "a door, a class, or the number of an entry that is a harm")
    .addHelpText(
      "after",
      examples(
        "repair missed-instalment --avoid D",
        "repair missed-instalment --avoid high-speed-rail",
        "repair petitioner --avoid 36",
      ),
    )
    .action(async (id: string, options) => {
      const { repairCommand } = await import("./questions/repair.ts");
      done(await repairCommand(id, { ...options, ...output("repair") }));
    });

  question("wrong-record", "one false entry, corrected later: how far it spreads, and how long it outlives that")
    .argument("<persona>", PERSON)
    .option("--entry <event>", "what is falsely recorded; else the middle deduction")
    .option("--corrected-after <n>", "when it is taken back, 1 to 119 months; else 6")
    .addHelpText(
      "after",
      examples("wrong-record petitioner", "wrong-record petitioner --entry red-light --corrected-after 12"),
    )
    .action(async (id: string, options) => {
      const { wrongRecordCommand } = await import("./questions/wrong-record.ts");
      done(await wrongRecordCommand(id, { ...options, ...output("wrong-record") }));
    });

  laidOut(
    reading(command("print", "a life on paper: pictures, numbered trace, ledger, every source; checked by “verify”")),
  )
    .argument("[persona...]", PEOPLE_ONE)
    .addOption(viewOption(["auditor", "person", "side-by-side"]))
    .option("--compare <variant>", "beside it the same life under another rulebook")
    .addHelpText(
      "after",
      examples(
        "print petitioner --paper letter -o petitioner.pdf",
        "print petitioner one-entry -o printouts/",
        "print --compare +court-guidance-2019 -o both.html",
      ),
    )
    .action(async (ids: string[], options) => {
      const { printCommand } = await import("./commands/print.ts");
      done(await printCommand(ids, { ...options, ...output("print") }));
    });

  command("verify", "whether a printout is what its own trace gives: replayed, drawn again, every word compared")
    .argument("<file>", "an HTML file that “print” wrote")
    .addHelpText("after", examples("print petitioner -o page.html", "verify page.html"))
    .action(async (file: string) => {
      const { verifyCommand } = await import("./commands/verify.ts");
      done(await verifyCommand(file, output("verify")));
    });

  laidOut(reading(command("worksheet", "one life as a sheet for a class: gaps, questions, role cards; and its key")))
    .argument("<persona>", PERSON)
    .option("--key", "the key of the sheet instead")
    .option("--seed <number>", "another number, another sheet, so that neighbours differ", "1")
    .addHelpText(
      "after",
      examples(
        "worksheet petitioner",
        "worksheet missed-instalment --seed 2 -o sheet-2.html",
        "worksheet missed-instalment --seed 2 --key -o key-2.html",
      ),
    )
    .action(async (persona: string, options) => {
      const { worksheetCommand } = await import("./commands/worksheet.ts");
      done(await worksheetCommand(persona, { ...options, ...output("worksheet") }));
    });

  laidOut(withRulebook(command("handout", "a whole lesson: background, rules, three lives, a safeguard, plans")))
    .addHelpText("after", examples("handout -o lesson.html", "handout --rulebook suining-2010 -o lesson.md"))
    .action(async (options) => {
      const { handoutCommand } = await import("./commands/handout.ts");
      done(await handoutCommand({ ...options, ...output("handout") }));
    });

  if (!completing)
    command("completion", "the script by which a shell completes words").argument(
      "<shell>",
      "bash, zsh, fish or powershell",
    );

  program.hook("preAction", (_program, command) => {
    if (command.name() === "completion" && program.opts<OutputOptions>().output !== undefined)
      throw new CouldNotRun("“completion” prints what a shell reads; put > and a file behind it, and leave -o out");
  });
  for (const each of program.commands) {
    // A word too many is a mistake, and must not be passed over.
    each.allowExcessArguments(false);
    each.addHelpText("after", writesSays(each.name()));
  }
  return program;

  function question(name: Writer, says: string): Command {
    return laidOut(reading(command(name, says)));
  }
}

const PERSON = "see “demerit list personas”";
const PEOPLE_ONE = "see “demerit list personas”; else missed-instalment";
const PEOPLE_ALL = "see “demerit list personas”; else all of them";
const RULEBOOK = `ids or files, with commas; “+ID” adds to the usual`;
const UNTIL = "stop after this month, Y1-01 to Y10-12";

function withRulebook(command: Command): Command {
  return command
    .option("--rulebook <expr>", RULEBOOK, DEFAULT_RULEBOOK)
    .addOption(
      new Option("--reading <q=a>", "answer an open question otherwise: “list questions”").argParser<
        readonly string[] | undefined
      >((given, before) => [...(before ?? []), given]),
    );
}

/** The options of everything that replays a life under one rulebook. */
function reading(command: Command): Command {
  return withRulebook(command).option("--until <month>", UNTIL);
}

/** The option of everything that can be a page. */
function laidOut(command: Command): Command {
  return command.addOption(
    new Option("--paper <size>", "the sheet of a page or PDF: a4 or letter").choices(["a4", "letter"]).default("a4"),
  );
}

function viewOption(views: readonly string[]): Option {
  return new Option("--view <view>", `who reads it: ${views.join(", ")}`).choices(views).default("auditor");
}

function oneOf<T extends string>(words: readonly T[]): (given: string) => T {
  return (given) => {
    const word = words.find((each) => each === given);
    if (word !== undefined) return word;
    throw new InvalidArgumentError(`There are: ${words.join(", ")}. ${adviceFor(given, words)}`);
  };
}

function noCommand(unknown: string, { commands }: Command): string {
  const names = commands.map((each) => each.name());
  const meant = nearest(unknown, names);
  return `there is no command “${unknown}”. ${meant === undefined ? "" : `Did you mean “${meant}”? `}“demerit --help” shows them all`;
}

function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ demerit ${line}`).join("\n")}`;
}

/** Which endings a file after `-o` may have; commands that write none of their own say nothing. */
function writesSays(name: string): string {
  const formats: readonly (keyof typeof ENDINGS)[] | undefined = OUTPUTS[name as Writer];
  const endings = formats === undefined ? "" : `-o FILE ends in ${formats.map((each) => ENDINGS[each]).join(" ")}; `;
  return `\n${new Help().boxWrap(`${endings}${HELP_NOTE}`, widthOf(process.stdout, process.env))}`;
}

/** A saved trace is drawn as it is. */
function refuseBesideFrom(ids: readonly string[], command: Command): void {
  if (command.getOptionValueSource("from") === undefined) return;
  const beside = [
    ...(ids.length > 0 ? ["personas"] : []),
    ...["rulebook", "reading", "until"]
      .filter((name) => command.getOptionValueSource(name) === "cli")
      .map((name) => `--${name}`),
  ];
  if (beside.length > 0)
    throw new CouldNotRun(
      `--from takes no ${beside.join(", no ")}: a saved trace carries its own person, rulebook and end`,
    );
}
