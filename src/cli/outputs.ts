import { extname } from "node:path";
import { browserFor } from "./browser.ts";
import { CouldNotRun } from "./exit.ts";
import { isFolder } from "./output.ts";

/** Every way in which a command can write what it has to say, by the ending of a file of it. */
export const ENDINGS = {
  text: ".txt",
  markdown: ".md",
  json: ".json",
  csv: ".csv",
  html: ".html",
  pdf: ".pdf",
  svg: ".svg",
  png: ".png",
} as const;
export type OutputFormat = keyof typeof ENDINGS;

const QUESTION = ["text", "markdown", "json", "csv", "html", "pdf"] as const;
const DRAWN_QUESTION = [...QUESTION, "svg", "png"] as const;

/** What each command can write; the first is what it writes where nothing is said. */
export const OUTPUTS = {
  replay: ["text", "markdown", "json", "csv"],
  why: ["text"],
  list: ["text", "json"],
  demo: ["text"],
  check: ["text"],
  test: ["text", "json"],
  compare: DRAWN_QUESTION,
  ablate: DRAWN_QUESTION,
  sweep: QUESTION,
  readings: QUESTION,
  repair: QUESTION,
  "wrong-record": QUESTION,
  print: ["html", "pdf", "svg", "png"],
  verify: ["text"],
  worksheet: ["text", "markdown", "html", "pdf"],
  handout: ["html", "pdf", "markdown", "text"],
} as const satisfies Readonly<Record<string, readonly [OutputFormat, ...OutputFormat[]]>>;
export type Writer = keyof typeof OUTPUTS;
export type FormatOf<W extends Writer> = (typeof OUTPUTS)[W][number];

/** Where a command's words go, and in which form. */
export interface Output<F extends OutputFormat = OutputFormat> {
  readonly format: F;
  readonly output?: string | undefined;
  readonly force: boolean;
  readonly color: boolean;
}

/** What stands on the command line about it, for every command alike. */
export interface OutputOptions {
  readonly format?: string | undefined;
  readonly output?: string | undefined;
  readonly force?: boolean | undefined;
  readonly color: boolean;
}

/**
 * The form of what a command writes: the ending of its file decides, and `--format` only where there is none.
 * Refused before any work: a form that the command has not, an ending that says another than `--format`,
 * and a PDF or PNG where no browser can make one.
 */
export function outputOf<W extends Writer>(command: W, options: OutputOptions): Output<FormatOf<W>> {
  const { output, force = false, color } = options;
  const formats: readonly OutputFormat[] = OUTPUTS[command];
  const named = options.format === undefined ? undefined : formatNamed(command, options.format);
  const ending = output === undefined || isFolder(output) ? undefined : formatEnding(command, output);
  if (named !== undefined && ending !== undefined && named !== ending)
    throw new CouldNotRun(
      `--format ${named} and the ending of ${output} say different things; leave --format out, or name a file that ends in ${ENDINGS[named]}`,
    );
  const format = ending ?? named ?? formats[0]!;
  const drawn = format === "pdf" || format === "png";
  // A page is nothing to read in a terminal, unless it is asked for by name.
  if (output === undefined && process.stdout.isTTY === true && (drawn || (format === "html" && named === undefined)))
    throw new CouldNotRun(`${format.toUpperCase()} is nothing for a terminal; name a file with -o`);
  if (drawn) browserFor(format);
  return { format: format as FormatOf<W>, output, force, color };
}

function formatNamed(command: Writer, name: string): OutputFormat {
  const formats: readonly OutputFormat[] = OUTPUTS[command];
  const format = formats.find((each) => each === name);
  if (format !== undefined) return format;
  throw new CouldNotRun(`“${command}” has no format “${name}”; it has ${formats.join(", ")}`);
}

function formatEnding(command: Writer, output: string): OutputFormat {
  const formats: readonly OutputFormat[] = OUTPUTS[command];
  const ending = extname(output).toLowerCase();
  const format = formats.find((each) => ENDINGS[each] === ending);
  if (format !== undefined) return format;
  const endings = formats.map((each) => ENDINGS[each]).join(", ");
  throw new CouldNotRun(
    ending === ""
      ? `${output === "" ? "the name after -o is empty" : `${output} has no ending`}; what “${command}” writes is decided by it: ${endings}`
      : `“${command}” writes no ${ending}; the ending of its file decides: ${endings}`,
  );
}
