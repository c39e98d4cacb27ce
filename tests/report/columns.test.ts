import stringWidth from "string-width";
import { expect, test } from "vitest";
import { columnsOf } from "../../src/report/text/columns.ts";

test("what is counted at once is counted as the library counts it, for every character of the plane", () => {
  for (let code = 0x20; code < 0xd800; code++) {
    const char = String.fromCodePoint(code);
    expect(columnsOf(`a${char}b`), code.toString(16)).toBe(stringWidth(`a${char}b`));
  }
});

test("what is not plain is left to the library", () => {
  for (const text of ["👩‍👩‍👧", "é", "가나", "\u200b", "ﾊﾝ"]) expect(columnsOf(text)).toBe(stringWidth(text));
});
