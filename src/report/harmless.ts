/** What could command a terminal, or turn the direction of a line. A tab is not among them, but has no fixed width. */
const RISKY =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text that can be quoted anywhere: each risky character is spelt out, `\x1b`, and a tab becomes two spaces. */
export function harmless(text: string): string {
  return text.replace(RISKY, (character) => {
    if (character === "\t") return "  ";
    const code = character.charCodeAt(0);
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
  });
}
