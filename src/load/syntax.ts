import { type ParseError, printParseErrorCode } from "jsonc-parser";

const HINTS: Readonly<Record<string, readonly [message: string, advice: string]>> = {
  InvalidSymbol: [
    "This word is none that JSON knows.",
    "Put text in double quotes; else use true, false, null or a number.",
  ],
  InvalidNumberFormat: [
    "This is not a number as JSON writes it.",
    "Write whole numbers without sign “+”, leading zeros or a trailing point.",
  ],
  PropertyNameExpected: [
    "A key in double quotes is expected here.",
    'Write "key": value; keys always stand in double quotes.',
  ],
  ValueExpected: ["A value is expected here.", "Give a value, or take out the comma or colon before it."],
  ColonExpected: ["A colon is expected here.", 'Write "key": value.'],
  CommaExpected: ["A comma is expected here.", "Put a comma between two entries."],
  CloseBraceExpected: ["A closing brace } is expected here.", "Look for the opening { that has no partner."],
  CloseBracketExpected: ["A closing bracket ] is expected here.", "Look for the opening [ that has no partner."],
  EndOfFileExpected: ["The file should have ended here.", "Look for a closing bracket too many before this place."],
  UnexpectedEndOfComment: ["This comment never ends.", "End it with */."],
  UnexpectedEndOfString: ["This text never ends.", "End it with a double quote on the same line."],
  UnexpectedEndOfNumber: ["This number never ends.", "Write a digit after the point or the e."],
  InvalidUnicode: ["This \\u escape is not complete.", "Write \\u and four hexadecimal digits."],
  InvalidEscapeCharacter: ["This escape is none that JSON knows.", "Write a backslash itself as \\\\."],
  InvalidCharacter: [
    "This character may not stand here as it is.",
    "Write a tab in a text as \\t and a line end as \\n.",
  ],
};

/** An error of the parser, said in words. */
export function inWords(error: ParseError): { message: string; advice: string } {
  const [message, advice] = HINTS[printParseErrorCode(error.error)] ?? [
    "This is not JSON.",
    "Compare with a file in rules/.",
  ];
  return { message, advice };
}
