import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { said, scratch } from "./run.ts";

// A reader's own remark, all the way: in an overlay, checked, replayed, asked why, saved, and read again.
const cwd = scratch();

function overlay(name: string, add: readonly unknown[], more: object = {}): string {
  const text = JSON.stringify({
    kind: "overlay",
    id: name,
    version: "1",
    title: `Own: ${name}`,
    about: "Made up for the tests.",
    asOf: "never",
    extends: "court-defaulters-2017",
    ...more,
    add,
  });
  writeFileSync(join(cwd, `${name}.jsonc`), text);
  return `${name}.jsonc`;
}

async function ran(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await said(args, { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout.replaceAll(/\s+/g, " ");
}

const event = (name: string): unknown => ({ fact: "event", operator: "equal", value: name });

describe("a remark", () => {
  const file = overlay("remarks", [
    {
      id: "remarks/not-allowed",
      title: "Not by the text",
      when: {
        all: [event("court-finds-report-missing"), { fact: "circumstance:savings", operator: "equal", value: "none" }],
      },
      then: { kind: "remark", says: "the text would not allow this finding: Art. 3(4)" },
      evidence: "invented",
    },
  ]);

  test("is checked and printed at its entry; the person is not told", async () => {
    expect(await ran("check", file)).toContain("and 1 overlay, usable");
    expect(await ran("replay", "--rulebook", file)).toContain(
      "! The text would not allow this finding: Art. 3(4) · invented",
    );
    expect(await ran("replay", "--rulebook", file, "--view", "person")).not.toContain("would not allow");
    expect(await ran("list", "rules", "--rulebook", file)).toContain("remarks: “the text would not allow");
    expect(await ran("why", "missed-instalment", "remarks/not-allowed", "--rulebook", file)).toContain(
      "matched 1 time",
    );
  });

  test("is read again from a saved trace, and a page with it can be verified", async () => {
    const { stdout } = await said(["replay", "--rulebook", file, "--format", "json"], { cwd });
    writeFileSync(join(cwd, "saved.json"), stdout);
    expect(await ran("replay", "--from", "saved.json")).toContain("! The text would not allow this finding");
    const page = (await said(["print", "--rulebook", file, "--format", "html"], { cwd })).stdout;
    writeFileSync(join(cwd, "page.html"), page);
    expect(await ran("verify", "page.html")).toContain("every sign between them");
  });
});
