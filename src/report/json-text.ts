/** A value as a JSON document, formatted; nothing in it commands a terminal or turns the direction of a line. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2).replaceAll(RISKY, spelt)}\n`;
}

/** What JSON allows in a string as it is. */
const RISKY = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

function spelt(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
