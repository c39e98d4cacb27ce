import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { shippedPersonaBuilt, shippedRulebook } from "../../src/cli/shipped.ts";
import { shippedPersonaValues, shippedRulebooks } from "../tools/shipped.ts";
import { ROOT } from "./run.ts";

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
