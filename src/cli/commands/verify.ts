import { readText } from "../library.ts";
import { loadWideText } from "../../report/text/columns.ts";
import { hang } from "../../report/text/style.ts";
import { CouldNotRun, EXIT } from "../exit.ts";
import { styleFor } from "../terminal.ts";
import { stepsOf } from "../verified-page.ts";

const LARGEST_BYTES = 60_000_000;

/** `demerit verify`: whether a printout is what its own trace gives. Prints each step, up to the first that does not hold. */
export async function verifyCommand(file: string, { color }: { readonly color: boolean }): Promise<number> {
  const { name, text } = readText(file, LARGEST_BYTES);
  if (text.startsWith("%PDF"))
    throw new CouldNotRun(`${name} is a PDF, which carries no trace; verify the HTML that it was made from`);
  await loadWideText();
  const { width, paint } = styleFor(process.stdout, process.env, color);
  const print = (lines: readonly string[]): void => void process.stdout.write(`${lines.join("\n")}\n`);
  let foreign = false;
  for await (const { holds, says, ownRules = false } of stepsOf(text)) {
    foreign ||= ownRules;
    if (!holds) {
      const end = `This is the first step that does not hold; ${name} is not what its trace gives.`;
      print([...hang(says, width, "✗ ").map((line) => paint.bold(line)), "", ...hang(end, width, "")]);
      return EXIT.faulty;
    }
    print(hang(says, width, "✓ "));
  }
  const under = ", under rules that are not this package's: what they claim to rest on is theirs to show";
  print(["", ...hang(`Everything holds${foreign ? under : ""}.`, width, "")]);
  return EXIT.done;
}
