import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { FREE_NAMES } from "../../src/load/drawable.ts";
import { eventKind } from "../../src/model/vocabulary/events.ts";
import { shippedPersonas } from "../support/shipped.ts";
import { lapsedLines, lived } from "./lives.ts";

const FOLDER = new URL("../../fixtures/", import.meta.url);
const FILES = readdirSync(new URL("personas/", FOLDER))
  .map((file) => file.replace(/\.json$/, ""))
  .sort();
const CATALOGUE = JSON.parse(readFileSync(new URL("catalogue.json", FOLDER), "utf8")) as Record<
  string,
  { title: string; exposes: string }
>;
const PERSONAS = shippedPersonas();

test("there are thirteen, each named as its file", () => {
  expect(PERSONAS).toHaveLength(13);
  expect(PERSONAS.map(({ id }) => id)).toEqual(FILES);
});

test("beside each stands a title of its own and one sentence, and nobody else is in the catalogue", () => {
  expect(Object.keys(CATALOGUE).sort()).toEqual(FILES);
  const said = Object.values(CATALOGUE);
  expect(new Set(said.map(({ title }) => title)).size).toBe(said.length);
  for (const { title, exposes } of said) {
    expect(title.length).toBeLessThanOrEqual(45);
    expect(exposes).toMatch(/^(How|What|A) [^.]+\.$/);
  }
});

test("no two bear the same name, and nobody drawn bears one of theirs", () => {
  const names = PERSONAS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(FREE_NAMES.filter((name) => names.includes(name))).toEqual([]);
});

describe.each(PERSONAS.map((persona) => [persona.id, persona] as const))("%s", (_, persona) => {
  test("8 to 48 events, attempts as well as what happens, within ten years", () => {
    const { timeline } = persona;
    expect(timeline.length).toBeGreaterThanOrEqual(8);
    expect(timeline.length).toBeLessThanOrEqual(48);
    expect(timeline.some((line) => "attempt" in line)).toBe(true);
    expect(timeline.some((line) => "event" in line)).toBe(true);
    for (const { month } of timeline) expect(month).toBeLessThan(120);
  });

  test("nothing in the fixture is a loss: losses are what rules lead to", () => {
    const kinds = persona.timeline.flatMap((line) => ("event" in line ? [eventKind(line.event)] : []));
    expect(kinds.filter(({ group, own }) => group === "loss" || own === true)).toEqual([]);
  });

  test("everything in the fixture can happen when it is due", () => {
    expect(lapsedLines(lived(persona))).toEqual(INTENDED[persona.id] ?? []);
  });
});

/** Lines that are meant to lapse, by persona. */
const INTENDED: Readonly<Record<string, readonly number[]>> = {};
