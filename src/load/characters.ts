/**
 * Characters that a file may not hold, raw or as `\u` escapes: they could make a printed trace look
 * other than it is (bidirectional controls), or command the reader's terminal (control characters).
 */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]/gu;

export interface ForbiddenCharacter {
  /** In UTF-16 units from the start of the text searched. */
  readonly offset: number;
  readonly length: number;
  /** `U+202E, a bidirectional control` */
  readonly name: string;
}

/** A few thousand would only repeat the first. */
const MOST = 200;

export function forbiddenCharacters(text: string): ForbiddenCharacter[] {
  const found: ForbiddenCharacter[] = [];
  for (const match of text.matchAll(FORBIDDEN)) {
    found.push({ offset: match.index, length: match[0].length, name: nameOf(match[0].codePointAt(0)!) });
    if (found.length === MOST) break;
  }
  return found;
}

/** The escapes in a JSON string as written (with its quotes) that stand for a forbidden character. */
export function forbiddenEscapes(raw: string): ForbiddenCharacter[] {
  const found: ForbiddenCharacter[] = [];
  for (const match of raw.matchAll(
    /\\(?:u[Dd][89ABab][0-9A-Fa-f]{2}\\u[Dd][C-Fc-f][0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|[^u])/g,
  )) {
    const decoded = decode(match[0]);
    const [bad] = decoded === undefined ? [] : forbiddenCharacters(decoded);
    if (bad !== undefined) found.push({ ...bad, offset: match.index, length: match[0].length });
  }
  return found;
}

function decode(escape: string): string | undefined {
  if (escape[1] === "b") return "\b";
  if (escape[1] === "f") return "\f";
  if (escape[1] !== "u") return undefined;
  return escape
    .split("\\u")
    .slice(1)
    .map((hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    .join("");
}

function nameOf(code: number): string {
  const number = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  if (code === 0x1b || code === 0x9b) return `${number}, with which terminal commands begin`;
  if (code < 0x20 || (code >= 0x7f && code <= 0x9f)) return `${number}, a control character`;
  if (code === 0x2028 || code === 0x2029) return `${number}, an invisible line break`;
  if (code >= 0xd800 && code <= 0xdfff) return `${number}, half of a character`;
  return `${number}, a bidirectional control`;
}
