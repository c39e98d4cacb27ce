import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { demerit, scratch } from "../cli/run.ts";
import { LONG } from "../support/runs.ts";
import { BROWSER } from "./browser.ts";
import { lines, readPdf } from "./pdf-text.ts";

// Pages that somebody reads. The fonts and the data, which nobody does, are left out of them.
test.each([
  ["print--one-entry.html", ["one-entry"]],
  ["print--one-entry--person.html", ["one-entry", "--view", "person"]],
  ["print--one-entry.svg", ["one-entry", "--format", "svg"]],
])("%s", async (name, args) => {
  const { code, stdout, stderr } = demerit(["print", ...args]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const shown = stdout
    .replace(/<style>@font-face[^]*?<\/style>\n/, "")
    .replace(/<meta http-equiv[^>]*>\n/, "")
    .replace(/(<script type="application\/json" id="demerit">)[^<]*/, "$1{}");
  await expect(shown).toMatchFileSnapshot(`../golden/${name}`);
});

describe.skipIf(BROWSER === null)("as a PDF", { timeout: LONG }, () => {
  test("print--one-entry.pdf.txt", async () => {
    const cwd = scratch();
    const { code, stderr } = demerit(["print", "one-entry", "--format", "pdf", "-o", "page.pdf"], {
      cwd,
      env: { DEMERIT_BROWSER: BROWSER! },
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "wrote page.pdf\n" });
    const { words } = await readPdf(readFileSync(join(cwd, "page.pdf")));
    // Where pages end, and so where heads are repeated, is not what is held here.
    const head = "month # what happened, and what came of it points score class ";
    const [before, ...after] = words.split(head);
    await expect(`${lines(`${before}${head}${after.join("")}`)}\n`).toMatchFileSnapshot(
      "../golden/print--one-entry.pdf.txt",
    );
  });
});
