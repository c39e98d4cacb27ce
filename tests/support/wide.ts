import stringWidth from "string-width";

/** The widths in which everything is looked at. */
export const WIDTHS = [60, 80, 140] as const;

/** What may be wider than the page, each because it has to stay in one piece. */
const WHOLE = [
  // A place in a file: an editor finds it by it.
  /^ *\S+:\d+:\d+$/,
  // A command to be copied.
  /^ +\$ demerit /,
  // The name of a rule, or of anything else that is listed.
  /^\S+$/,
];

/** The lines of a page that are wider than it. */
export function tooWide(lines: readonly string[], width: number): string[] {
  return lines.filter((line) => stringWidth(line) > width && !WHOLE.some((whole) => whole.test(line)));
}
