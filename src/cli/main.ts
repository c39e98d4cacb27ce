import { type Command, CommanderError } from "commander";
import { CouldNotRun, EXIT } from "./exit.ts";
import { ownFaultSays } from "./own-fault.ts";
import { programOf } from "./program.ts";

async function run(argv: readonly string[]): Promise<number> {
  let code: number = EXIT.done;
  const program = programOf((exit) => {
    code = exit;
  });
  try {
    if (argv[2] === "completion" || argv[2] === "complete") (await import("./completion.ts")).addCompletion(program);
    await program.parseAsync(argv as string[]);
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.done;
      process.stderr.write(await adviceAfter(error, program, argv));
      return EXIT.couldNotRun;
    }
    if (error instanceof CouldNotRun) {
      process.stderr.write(`demerit: ${error.message}\n`);
      return EXIT.couldNotRun;
    }
    return ownFault(error);
  }
}

/** What commander has refused, it has said; what there would have been is ours to say. */
async function adviceAfter({ code }: CommanderError, program: Command, argv: readonly string[]): Promise<string> {
  const command = program.commands.find((each) => each.name() === argv[2]);
  if (command === undefined) return "(demerit --help shows the commands)\n";
  const { choicesFor } = await import("./choices.ts");
  const name =
    code === "commander.missingArgument"
      ? command.registeredArguments[command.args.length]?.name()
      : code === "commander.optionMissingArgument"
        ? command.options.find(({ long }) => long === argv.at(-1))?.attributeName()
        : code === "commander.missingMandatoryOptionValue"
          ? command.options.find(({ mandatory }) => mandatory)?.attributeName()
          : undefined;
  const choices = name === undefined ? null : await choicesFor(command.name(), name, command.args);
  return `${choices === null ? "" : `${choices}\n`}(demerit ${command.name()} --help shows its options)\n`;
}

function ownFault(error: unknown): number {
  process.stderr.write(ownFaultSays(error));
  return EXIT.ownFault;
}

// What is thrown outside the command itself, in an answer to a signal or a save, ends no better.
process.on("uncaughtException", (error) => process.exit(ownFault(error)));

// A reader that has seen enough (“| head”) closes the pipe; that is no fault. A full disk behind “>” is.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(EXIT.done);
  const why = error.code === "ENOSPC" ? "the disk is full" : error.message;
  process.stderr.write(`demerit: cannot write to standard output: ${why}\n`);
  process.exit(EXIT.couldNotRun);
});

process.exitCode = await run(process.argv);
