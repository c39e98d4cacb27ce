import { readText } from "../library.ts";
import { loadWideText } from "../../report/text/columns.ts";
import { hang } from "../../report/text/style.ts";
import { CouldNotRun, EXIT } from "../exit.ts";
import { refuseBadDestination, writeDocument } from "../output.ts";
import type { Output } from "../outputs.ts";
import { styleOfOutput } from "../terminal.ts";
import { stepsOf } from "../verified-page.ts";

const LARGEST_BYTES = 60_000_000;

/** `demerit verify`: whether a printout is what its own trace gives. Prints each step, up to the first that does not hold. */
export async function verifyCommand(file: string, options: Output<"text">): Promise<number> {
  refuseBadDestination(options);
  const { name, text } = readText(file, LARGEST_BYTES);
  if (text.startsWith("%PDF"))
    throw new CouldNotRun(`${name} is a PDF, which carries no trace; verify the HTML that it was made from`);
  await loadWideText();
  const { width, paint } = styleOfOutput(options);
  const kept: string[] = [];
  // Step by step on a screen, since a large page takes a while; a file is written whole or not at all.
  const print = (lines: readonly string[]): void => {
    const words = `${lines.join("\n")}\n`;
    if (options.output === undefined) process.stdout.write(words);
    else kept.push(words);
  };
  let foreign = false;
  for await (const { holds, says, ownRules = false } of stepsOf(text)) {
    foreign ||= ownRules;
    if (!holds) {
      const end = `This is the first step that does not hold; ${name} is not what its trace gives.`;
      print([...hang(says, width, "✗ ").map((line) => paint.bold(line)), "", ...hang(end, width, "")]);
      if (options.output !== undefined) writeDocument(kept.join(""), options);
      return EXIT.faulty;
    }
    print(hang(says, width, "✓ "));
  }
  const under = ", under rules that are not this package's: what they claim to rest on is theirs to show";
  print(["", ...hang(`Everything holds${foreign ? under : ""}.`, width, "")]);
  if (options.output !== undefined) writeDocument(kept.join(""), options);
  return EXIT.done;
}
