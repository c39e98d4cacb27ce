import { type Style, styleOf } from "../report/text/style.ts";
import { type Environment, type Stream, widthOf } from "./width.ts";

/** `--no-color` first, then `FORCE_COLOR`, then `NO_COLOR` and `TERM=dumb`, then whether it is a terminal. */
function usesColour(stream: Stream, environment: Environment, flag: boolean): boolean {
  if (!flag) return false;
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: term } = environment;
  if (force !== undefined && force !== "") return force !== "0" && force !== "false";
  if ((no !== undefined && no !== "") || term === "dumb") return false;
  return stream.isTTY === true;
}

export function styleFor(stream: Stream, environment: Environment, flag: boolean): Style {
  return styleOf(widthOf(stream, environment), usesColour(stream, environment, flag));
}

/** How words are laid out that go to a file, or to standard output. */
export function styleOfOutput({
  output,
  color,
}: {
  readonly output?: string | undefined;
  readonly color: boolean;
}): Style {
  return output === undefined ? styleFor(process.stdout, process.env, color) : FILE_STYLE;
}

/** Files are plain and 80 columns wide, whatever the terminal is. */
const FILE_STYLE: Style = styleOf(80, false);
