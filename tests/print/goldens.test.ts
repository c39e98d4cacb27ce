import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { demerit, scratch } from "../cli/run.ts";
import { LONG } from "../support/runs.ts";
import { BROWSER } from "./browser.ts";
import { lines, readPdf } from "./pdf-text.ts";

// Pages that somebody reads. The fonts, the styles and the data, which nobody does, are left out of them.
test.each([
  ["print--one-entry.html", ["print", "one-entry"]],
  ["print--one-entry--person.html", ["print", "one-entry", "--view", "person"]],
  ["print--one-entry.svg", ["print", "one-entry", "--format", "svg"]],
  [
    "compare--reward-only-2019--one-entry.html",
    ["compare", "suining-composite", "+reward-only-2019", "one-entry", "--format", "html"],
  ],
  [
    "who-was-hurt--court-guidance-2019.svg",
    ["compare", "suining-composite", "+court-guidance-2019", "--format", "svg"],
  ],
])("%s", async (name, args) => {
  const { code, stdout, stderr } = demerit(args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const shown = stdout
    .replaceAll(/<style>[^]*?<\/style>\n/g, "")
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
