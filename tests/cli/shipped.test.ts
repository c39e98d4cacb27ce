import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { shippedPersonaBuilt, shippedRulebook } from "../../src/cli/shipped.ts";
import { shippedPersonaValues, shippedRulebooks } from "../tools/shipped.ts";
import { ROOT, scratch } from "./run.ts";

const built = (name: string): unknown => JSON.parse(readFileSync(`${ROOT}/dist/shipped/${name}`, "utf8"));

test("what the build has worked out is what json-rules-engine and the loader say now", async () => {
  const now = await shippedRulebooks();
  expect(now.size).toBeGreaterThan(3);
  for (const [id, shipped] of now)
    expect(built(`${id}.rulebook.json`), id).toEqual(JSON.parse(JSON.stringify(shipped)));
  expect(built("personas.json")).toEqual(JSON.parse(JSON.stringify(shippedPersonaValues())));
});

test("outside the bundled command there is nothing built, and so nothing out of step", () => {
  expect(shippedRulebook("suining-composite")).toBeNull();
  expect(shippedPersonaBuilt("petitioner")).toBeNull();
});

describe("in a copy of the package in which files were edited after it was built", () => {
  const [kept, fresh] = [scratch(), scratch()];

  beforeAll(() => {
    for (const copy of [kept, fresh]) {
      for (const part of ["bin", "dist", "rules", "fixtures", "package.json"])
        cpSync(join(ROOT, part), join(copy, part), { recursive: true });
      edit(join(copy, "rules/suining-2010.jsonc"), '"points": -50', '"points": -51');
      edit(join(copy, "fixtures/personas/one-entry.json"), '"savings": "some"', '"savings": "none"');
    }
    // What the build has worked out is only a shorter way to the same pages.
    rmSync(join(fresh, "dist/shipped"), { recursive: true });
  });

  function edit(file: string, from: string, to: string): void {
    const text = readFileSync(file, "utf8");
    expect(text).toContain(from);
    writeFileSync(file, text.replaceAll(from, to));
  }

  function replayed(copy: string, person: string, rulebook: string): unknown {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(copy, "bin/demerit.js"), "replay", person, "--rulebook", rulebook, "--until", "Y3-01", "--format", "json"],
      { cwd: copy, encoding: "utf8", maxBuffer: 64_000_000 },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    return JSON.parse(stdout);
  }

  test.each([
    ["a rulebook that names the pack", "petitioner", "suining-composite"],
    ["the pack itself", "petitioner", "suining-2010"],
    ["another pack, and a person edited", "one-entry", "court-defaulters-2017"],
  ])("what was built of them is not used: %s", (_, person, rulebook) => {
    const now = replayed(kept, person, rulebook);
    expect(now).toEqual(replayed(fresh, person, rulebook));
    expect(now).not.toEqual(replayed(ROOT, person, rulebook));
  });
});
