import { Help } from "commander";

/**
 * Writes a help text, its prose in lines of the terminal's width. What is indented has been laid out
 * already, or is a command to be copied, and stays whole.
 */
export function writeHelp(text: string): void {
  const width = process.stdout.columns ?? 80;
  const help = new Help();
  const lines = text.split("\n").map((line) => (line.startsWith(" ") ? line : help.boxWrap(line, width)));
  process.stdout.write(lines.join("\n"));
}
