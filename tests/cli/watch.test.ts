import { type ChildProcess, spawn } from "node:child_process";
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { demerit, ROOT, scratch } from "./run.ts";

/** An overlay as a reader might save it. */
function overlay(amend: string): string {
  return `{
  "kind": "overlay", "id": "my-edit", "version": "1", "title": "My edit", "about": "An edit.", "asOf": "never",
  "extends": "suining-composite",
  "amend": { ${amend} }
}
`;
}

const LOAN = (points: string): string => overlay(`"suining/loan-default": { "then": { "points": ${points} } }`);

let running: ChildProcess | undefined;
afterEach(() => running?.kill("SIGKILL"));

interface Watched {
  /** What was printed since it was last asked, once it holds `says`. */
  readonly until: (says: string) => Promise<string>;
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
}

function watch(file: string, ...people: readonly string[]): Watched {
  const child = spawn(
    process.execPath,
    [join(ROOT, "bin", "demerit.js"), "compare", "suining-composite", file, ...people, "--watch"],
    {
      cwd: ROOT,
      env: { PATH: process.env["PATH"] ?? "", COLUMNS: "200" },
    },
  );
  running = child;
  let printed = "";
  child.stdout.on("data", (data: Buffer) => (printed += data.toString()));
  child.stderr.on("data", (data: Buffer) => (printed += data.toString()));
  return {
    until: async (says) => {
      for (let waited = 0; !printed.includes(says); waited += 20) {
        if (waited > 10_000) throw new Error(`“${says}” was never printed, but:\n${printed}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      // The rest of the same page.
      await new Promise((resolve) => setTimeout(resolve, 100));
      const page = printed;
      printed = "";
      return page;
    },
    end: (signal) =>
      new Promise((resolve) => {
        child.on("exit", resolve);
        child.kill(signal);
      }),
  };
}

test("good saves, a broken one, a file that is away for a moment, and an end", async () => {
  const file = join(scratch(), "my-edit.jsonc");
  writeFileSync(file, LOAN("-12"));
  const watched = watch(file, "missed-instalment");

  const first = await watched.until("The lives part at");
  expect(first).toContain("Invented persons only");
  expect(first).toContain("Missed loan repayment (suining/loan-default): −30 → −12 points");

  writeFileSync(file, LOAN("-1x"));
  const broken = await watched.until("waiting for the next save");
  expect(broken).toContain("my-edit.jsonc:4:");
  expect(broken).toContain("file/syntax");

  writeFileSync(file, LOAN("-30"));
  expect(await watched.until("nothing changes yet")).not.toContain("−30 →");

  // As editors save: into a new file, which then takes the place of the old one.
  writeFileSync(`${file}.new`, LOAN("-20"));
  renameSync(`${file}.new`, file);
  expect(await watched.until("The lives part at")).toContain("−30 → −20 points");

  rmSync(file);
  await watched.until("waiting for the next save");
  writeFileSync(file, overlay('"suining/loan-defualt": { "then": { "points": -20 } }'));
  expect(await watched.until("waiting for the next save")).toContain("Did you mean “suining/loan-default”?");

  expect(await watched.end("SIGINT")).toBe(0);
});

const COMPOSITE = "suining-composite";

test.each([
  [["compare", COMPOSITE, "no-such.jsonc", "--watch"], /no-such\.jsonc: there is no such file/],
  [["compare", COMPOSITE, "+reward-only-2019", "--watch"], /--watch follows your own files.*“demerit new mine\.jsonc”/],
  [["compare", COMPOSITE, "rules/overlays/reward-only-2019.jsonc", "nobody", "--watch"], /no persona “nobody”/],
  [["compare", COMPOSITE, "rules/overlays/reward-only-2019.jsonc", "--watch", "-o", "x.txt"], /leave -o/],
  [["compare", COMPOSITE, "rules/overlays/reward-only-2019.jsonc", "--watch", "--format", "csv"], /leave -o/],
])("%j is refused", (args, says) => {
  const { code, stderr } = demerit(args);
  expect(code).toBe(2);
  expect(stderr).toMatch(says);
});
