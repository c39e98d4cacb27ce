import { type Command, CommanderError } from "commander";
import { CouldNotRun, EXIT } from "./exit.ts";
import { ownFaultSays } from "./own-fault.ts";
import { programOf } from "./program.ts";
import { widthOf } from "./width.ts";

/** One run of the command, whatever is to come of it; returns the exit code. */
export async function run(argv: readonly string[]): Promise<number> {
  let code: number = EXIT.done;
  const completing = argv[2] === "complete" || (argv[2] === "completion" && argv.length > 3);
  const program = programOf((exit) => {
    code = exit;
  }, completing);
  try {
    if (completing) (await import("./completion.ts")).addCompletion(program);
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
  const [{ choicesFor }, { wrapped }] = await Promise.all([
    import("./choices.ts"),
    import("../report/text/columns.ts"),
  ]);
  const name = missing(code, command, argv.at(-1)!);
  const choices = name === undefined ? null : await choicesFor(command.name(), name, command.args);
  const lines = (choices ?? "")
    .split("\n")
    .flatMap((line) => (line.startsWith(" ") ? [line] : wrapped(line, widthOf(process.stderr, process.env))));
  return `${choices === null ? "" : `${lines.join("\n")}\n`}(demerit ${command.name()} --help shows its options)\n`;
}

/** The argument that is missing, or the option that has no value; nothing where that is not what is wrong. */
function missing(code: string, { args, registeredArguments, options }: Command, last: string): string | undefined {
  switch (code) {
    case "commander.optionMissingArgument":
      return options.find(({ long }) => long === last)?.attributeName();
    case "commander.missingArgument":
    case "commander.missingMandatoryOptionValue": {
      const argument = registeredArguments[args.length];
      return argument?.required === true
        ? argument.name()
        : options.find(({ mandatory }) => mandatory)?.attributeName();
    }
    default:
      return undefined;
  }
}

export function ownFault(error: unknown): number {
  process.stderr.write(ownFaultSays(error));
  return EXIT.ownFault;
}
