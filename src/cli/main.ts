import { EXIT } from "./exit.ts";
import { ownFault, run } from "./run.ts";

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
