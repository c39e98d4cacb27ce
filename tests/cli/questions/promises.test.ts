import { writeFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { NOTICE } from "../../../src/model/notice.ts";
import { EXPERIMENT_FORMATS, type AnyExperiment } from "../../../src/report/experiment/formats.ts";
import { EXPERIMENT_PAPER } from "../../../src/report/experiment/paper.ts";
import { parseSvg, textOf } from "../../report/picture/svg.ts";
import { htmlFaults } from "../../support/html-faults.ts";
import { few } from "../../support/runs.ts";
import { said, scratch, STACK } from "../run.ts";

// What every answer promises, whatever is asked and however it is drawn; an answer added next year is
// held to it too, since this table has to name every kind.
const ASKED: Record<AnyExperiment["kind"], (rulebook: string) => string[]> = {
  ablation: (rulebook) => ["ablate", "one-entry", "--rulebook", rulebook],
  comparison: (rulebook) => ["compare", "suining-composite", rulebook, "one-entry"],
  readings: (rulebook) => ["readings", "one-entry", "--rulebook", rulebook],
  repair: (rulebook) => ["repair", "one-entry", "--avoid", "B", "--until", "Y1-12", "--rulebook", smaller(rulebook)],
  sweep: (rulebook) => ["sweep", "opening", "one-entry", "--from", "960", "--to", "1010", "--rulebook", rulebook],
  "wrong-record": (rulebook) => ["wrong-record", "one-entry", "--until", "Y2-12", "--rulebook", rulebook],
};

/** A title as somebody might write it who wants to see it break out of the page; what could command a terminal is refused at load. */
const HOSTILE = "=1+1 <script>alert(1)</script> | [x](javascript:alert(1)) ``` # 字";
const folder = scratch();
const OVERLAY = join(folder, "hostile.jsonc");
writeFileSync(
  OVERLAY,
  JSON.stringify({
    kind: "overlay",
    id: "hostile",
    version: "1",
    title: HOSTILE,
    about: HOSTILE,
    asOf: "never",
    extends: "suining-composite",
    amend: Object.fromEntries(
      ["suining/drunk-driving", "suining/class-a-priority", "suining/publication", "suining/red-light"].map((id) => [
        id,
        { title: HOSTILE },
      ]),
    ),
  }),
);

/** Every two edits are tried: with the court's rules too that takes four times as long, in each format anew. */
function smaller(rulebook: string): string {
  return rulebook === OVERLAY ? few(`suining-2010,everyday-consequences,${rulebook}`, rulebook) : rulebook;
}

/** The kinds of which there is a picture. */
const DRAWN: readonly string[] = ["ablation", "comparison"] satisfies AnyExperiment["kind"][];

describe.each(Object.entries(ASKED))("%s", (kind, args) => {
  const paper = Object.keys(EXPERIMENT_PAPER).filter((format) => format !== "svg" || DRAWN.includes(kind));
  test.each([...Object.keys(EXPERIMENT_FORMATS), ...paper])(
    "%s carries the notice and the warning, and no text breaks out of it",
    async (format) => {
      const { code, stdout, stderr } = await said([...args(OVERLAY), "--format", format], { env: { COLUMNS: "200" } });
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      const flat = (format === "svg" ? textOf(parseSvg(stdout)) : stdout).replaceAll(/\s+/g, " ");
      expect(flat).toContain(NOTICE);
      expect(flat).toContain("nobody lived under exactly these rules together");
      expect(stdout).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069]/);
      expect(stdout).not.toMatch(STACK);
      if (format === "html") expect(htmlFaults(stdout)).toEqual([]);
      if (format === "html" || format === "svg") {
        expect(stdout).not.toMatch(/<script|<a [^>]*javascript/i);
        expect(stdout).toContain(`--format ${format}`);
      }
      if (format === "markdown") expect(stdout).not.toMatch(/(?<!\\)<script|(?<!\\)\]\(javascript/);
      if (format === "json")
        expect(JSON.parse(stdout)).toMatchObject({
          experimentVersion: 1,
          notice: NOTICE,
          personas: [{ id: "one-entry" }],
        });
      if (format === "csv") {
        const { data, errors } = Papa.parse<string[]>(stdout.slice(1).trimEnd());
        expect(errors).toEqual([]);
        expect(new Set(data.map((row) => row.length)).size).toBe(1);
      }
    },
    60_000,
  );

  test("asks a browser for its PDF, and draws nothing where there is nothing to draw", async () => {
    const without = await said([...args("suining-composite"), "--format", "pdf"], {
      env: { DEMERIT_BROWSER: "/nowhere" },
    });
    expect({ code: without.code, stdout: without.stdout }).toEqual({ code: 2, stdout: "" });
    expect(without.stderr).toContain("DEMERIT_BROWSER names /nowhere");
    if (DRAWN.includes(kind)) return;
    const drawn = await said([...args("suining-composite"), "--format", "svg"]);
    expect({ code: drawn.code, stdout: drawn.stdout }).toEqual({ code: 2, stdout: "" });
  });

  test("has no more room for a person than a fixture: nobody is asked about who is not in the package", async () => {
    const { code, stdout, stderr } = await said(
      args("suining-composite").map((arg) => (arg === "one-entry" ? "Li Lei" : arg)),
    );
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/no persona “Li Lei”|not a persona/);
  });
});

test("people stand in the order in which they were asked for, whatever befalls them", async () => {
  // Of this life more hangs on readings than of any other, and takes as much longer.
  const third = few("case-2010", "missed-instalment");
  for (const people of [
    [third, "one-entry", "petitioner"],
    ["petitioner", "one-entry", third],
  ]) {
    for (const command of ["ablate", "readings"]) {
      const { stdout } = await said([command, ...people, "--format", "json"]);
      expect((JSON.parse(stdout) as { personas: { id: string }[] }).personas.map(({ id }) => id)).toEqual(people);
    }
  }
}, 120_000);
