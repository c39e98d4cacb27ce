import { describe, expect, test } from "vitest";
import { drawPersona } from "../../src/load/draw.ts";
import { LARGEST_SEED, seedOf, seedOfId } from "../../src/load/seed.ts";
import { ATTEMPTS, CONDUCT, SEQUELS } from "../../src/load/drawable.ts";
import { parsePersona } from "../../src/load/persona.ts";
import type { Persona } from "../../src/model/persona.ts";
import { printMonth } from "../../src/model/story-time.ts";
import { ranAway } from "../../src/model/trace.ts";
import { PURPOSES } from "../../src/model/vocabulary/doors.ts";
import { eventKind, type Needs } from "../../src/model/vocabulary/events.ts";
import { said } from "../cli/run.ts";
import { expectGolden } from "../support/golden.ts";
import { lived } from "./lives.ts";

const SEEDS = [...Array.from({ length: 497 }, (_, seed) => seed), 2 ** 31 - 1, 2 ** 31, LARGEST_SEED];
const DRAWN = SEEDS.map(drawPersona);

/** As a file of the package would hold it. */
function fileOf({ id, name, circumstances, timeline }: Persona): string {
  return JSON.stringify({
    kind: "persona",
    id,
    name,
    circumstances,
    timeline: timeline.map(({ month, ...line }) => ({ at: printMonth(month), ...line })),
  });
}

test("the person drawn from seed 7 is this one, on every platform and in every version", async () => {
  await expectGolden("persona--drawn-from-seed-7.json", `${JSON.stringify(drawPersona(7), null, 2)}\n`);
});

test("the same seed gives the same person", () => {
  expect(SEEDS.map(drawPersona)).toEqual(DRAWN);
});

test("different seeds give different lives", () => {
  const lives = new Set(DRAWN.map(({ circumstances, timeline }) => JSON.stringify([circumstances, timeline])));
  expect(lives.size).toBe(SEEDS.length);
});

test("whoever is drawn could stand in a file: closed lists only, in order of time, 8 to 20 events", () => {
  for (const persona of DRAWN) {
    expect(parsePersona(fileOf(persona), persona.id)).toEqual({ ok: true, value: persona, notes: [] });
    expect(persona.timeline.length).toBeGreaterThanOrEqual(8);
    expect(persona.timeline.length).toBeLessThanOrEqual(20);
    expect(Object.values(persona.circumstances)).not.toContain("not-known");
  }
});

test("each event can happen by what stands before it", () => {
  for (const { id, circumstances, timeline } of DRAWN) {
    const now: Record<string, string> = { ...circumstances };
    for (const line of timeline) {
      const needs: Needs = ("event" in line ? eventKind(line.event).needs : PURPOSES[line.purpose].needs) ?? {};
      for (const [name, values] of Object.entries(needs))
        expect(values, `${id}: ${JSON.stringify(line)}`).toContain(now[name]);
      if ("event" in line) Object.assign(now, eventKind(line.event).sets);
    }
  }
});

test("nothing drawn is a loss, and everything that can be drawn is, sooner or later", () => {
  const kinds = new Set(
    DRAWN.flatMap(({ timeline }) =>
      timeline.map((line) => ("event" in line ? line.event : `${line.attempt} ${line.purpose}`)),
    ),
  );
  const drawable = [...CONDUCT, ...ATTEMPTS, ...Object.values(SEQUELS).flat()].map((each) =>
    "event" in each ? each.event : `${each.attempt} ${each.purpose}`,
  );
  expect([...kinds].sort()).toEqual([...new Set(drawable)].sort());
  for (const each of drawable) if (!each.includes(" ")) expect(eventKind(each as never).group, each).not.toBe("loss");
});

test("500 drawn lives come to rest, and in some of them a door is shut", () => {
  const traces = DRAWN.map(lived);
  expect(traces.filter(ranAway)).toEqual([]);
  expect(
    traces.filter(({ entries }) => entries.some(({ effects }) => effects.some(({ kind }) => kind === "denied"))).length,
  ).toBeGreaterThan(50);
});

describe("what is no seed", () => {
  test.each([-1, 1.5, LARGEST_SEED + 1, Number.NaN, Number.POSITIVE_INFINITY, 1e21])("%s", (number) => {
    expect(seedOf(String(number))).toBeUndefined();
    expect(() => drawPersona(number)).toThrow(RangeError);
  });

  test.each(["", "07", "+7", "7 ", "1e3", "0x7", "seven", "４", "99999999999"])("“%s”", async (text) => {
    expect(seedOf(text)).toBeUndefined();
    expect(seedOfId(`seed-${text}`)).toBeUndefined();
    const { code, stdout, stderr } = await said(["replay", `seed-${text}`]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(`“seed-${text}” draws nobody; behind “seed-” stands a whole number from 0 to 4294967295`);
  });

  test("the ends of the range are seeds", () => {
    expect(["0", "4294967295"].map(seedOf)).toEqual([0, LARGEST_SEED]);
    expect([seedOfId("seed-7"), seedOfId("seed"), seedOfId("petitioner")]).toEqual([7, undefined, undefined]);
  });
});

describe("replay --seed", async () => {
  const drawn = await said(["replay", "seed-7"]);

  test("replays the drawn person alone where nobody is named, and says where they come from", () => {
    expect(drawn.code).toBe(0);
    expect(drawn.stdout).toMatch(/^.+ \(invented\): drawn from seed 7\n.*drawn from seed 7 over the closed lists/);
    expect(drawn.stdout.match(/── Harm ledger/g)).toHaveLength(1);
  });

  test("adds the drawn person to those named", async () => {
    expect((await said(["replay", "one-entry", "seed-7"])).stdout).toBe(
      `${(await said(["replay", "one-entry"])).stdout}\n${"═".repeat(80)}\n\n${drawn.stdout}`,
    );
  });

  test("the command printed on the page gives the page again", async () => {
    const [, command] = /Again {3}demerit (.+)/.exec(drawn.stdout)!;
    expect((await said(command!.split(" "))).stdout).toBe(drawn.stdout);
  });

  test("counts towards the 32 of one run", async () => {
    expect((await said(["replay", ...Array.from({ length: 32 }, () => "one-entry"), "seed-7"])).code).toBe(2);
  });
});
