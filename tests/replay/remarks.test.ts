import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withoutRemarks } from "../../src/analysis/graph/without-remarks.ts";
import type { Rule } from "../../src/model/rule.ts";
import type { Rulebook } from "../../src/model/rulebook.ts";
import { ranAway, type Trace } from "../../src/model/trace.ts";
import { personas, rulebooks, UNTIL } from "../support/arbitraries.ts";
import {
  aPersona,
  aRule,
  aRulebook,
  at,
  effectsOf,
  fact,
  live,
  liveUntil,
  on,
  story,
  tries,
} from "../support/builders.ts";
import { LONG, runs } from "../support/runs.ts";

const says = (id: string, when: Rule["when"], once?: boolean): Rule =>
  aRule({
    id,
    when,
    then: { kind: "remark", says: "not by the text", ...(once === undefined ? {} : { once }) },
    told: "nothing",
  });

const LISTED = aRule({
  id: "toy/listed",
  when: at("court-finds-refusal"),
  then: { kind: "enlist", list: "court-defaulters" },
});
const SHUT = aRule({
  id: "toy/shut",
  when: fact("lists", "contains", "court-defaulters"),
  then: { kind: "measure", closes: ["air-travel"] },
});

function unremarked({ rules, ...book }: Rulebook): Rulebook {
  return { ...book, rules: rules.filter(({ then }) => then.kind !== "remark") };
}

/** All but what the rules were asked, and which of them there are. */
function lived({ entries }: Trace): unknown {
  return withoutRemarks(entries).map(({ as: { findings: _findings, ...entry } }) => entry);
}

describe("a remark", () => {
  const book = aRulebook(
    [
      LISTED,
      SHUT,
      says("toy/wrong", at("court-finds-refusal")),
      says("toy/refused", at("attempt", fact("denied", "equal", true))),
    ],
    null,
  );
  const life = aPersona([
    tries("Y1-01", "air-travel"),
    on("Y1-02", "court-finds-refusal"),
    tries("Y1-03", "air-travel"),
    tries("Y1-04", "air-travel"),
  ]);

  test("stands at the entry, after all that came of it, and sees whether the attempt was denied", async () => {
    const trace = await liveUntil("Y1-06", book, life);
    const remarked = effectsOf(trace, "remarked");
    expect(remarked.map(({ id, rule }) => `${id} ${rule}`)).toEqual([
      "2.3 toy/wrong",
      "3.2 toy/refused",
      "4.2 toy/refused",
    ]);
    expect(remarked.every(({ told }) => told === "nothing")).toBe(true);
    // It goes back to the finding, and to the refusal.
    expect(remarked.map(({ because }) => because)).toEqual([["2.0"], ["3.1"], ["4.1"]]);
  });

  test("that is made once is made the first time in a life", async () => {
    const once = aRulebook(
      [LISTED, SHUT, says("toy/refused", at("attempt", fact("denied", "equal", true)), true)],
      null,
    );
    expect(effectsOf(await liveUntil("Y1-06", once, life), "remarked").map(({ id }) => id)).toEqual(["3.2"]);
    // Each rule by itself.
    const two = aRulebook([...once.rules, says("toy/again", at("attempt", fact("denied", "equal", true)), true)], null);
    expect(effectsOf(await liveUntil("Y1-06", two, life), "remarked").map(({ rule }) => rule)).toEqual([
      "toy/refused",
      "toy/again",
    ]);
  });

  test("makes an entry of a moment of which nothing else came", async () => {
    const quiet = aRulebook([LISTED, SHUT, says("toy/listing", at("listed"))], null);
    const trace = await liveUntil("Y1-06", quiet, life);
    expect(story(trace)).toContain("Y1-02 listed");
    expect(trace.quiet).toEqual([]);
    expect(story(await liveUntil("Y1-06", unremarked(quiet), life))).not.toContain("Y1-02 listed");
  });

  test("is no cause of the passing of time at which something else is done", async () => {
    const timed = (id: string, then: Rule["then"], of: "red-light" | "charity"): Rule =>
      aRule({ id, when: at("time-passed", fact(`monthsSince:${of}`, "equal", 2)), then });
    const listing: Rule["then"] = { kind: "enlist", list: "court-defaulters" };
    const both = aRulebook([
      timed("toy/late", listing, "red-light"),
      timed("toy/says", { kind: "remark", says: "so" }, "charity"),
    ]);
    const two = aPersona([on("Y1-01", "red-light"), on("Y1-01", "charity")]);
    const trace = await liveUntil("Y1-06", both, two);
    expect(trace.entries.at(-1)!.happening.because).toEqual(["1.0"]);
    const alone = await liveUntil("Y1-06", aRulebook(both.rules.slice(1)), two);
    expect(alone.entries.at(-1)!.happening.because).toEqual(["2.0"]);
  });

  test("does not hasten the end of a rulebook that never settles, nor keep it going", async () => {
    const wheel = (id: string, event: "listed" | "delisted", then: Rule["then"]): Rule =>
      aRule({ id, when: at(event), then });
    const turning = aRulebook(
      [
        LISTED,
        wheel("toy/off", "listed", { kind: "delist", list: "court-defaulters" }),
        wheel("toy/on", "delisted", { kind: "enlist", list: "court-defaulters" }),
        SHUT,
        says("toy/shutting", at("measure-imposed")),
        says("toy/opening", at("measure-lifted")),
      ],
      null,
    );
    const [trace, bare] = [await live(turning, life), await live(unremarked(turning), life)];
    expect([ranAway(trace), ranAway(bare)]).toEqual([true, true]);
    expect(trace.entries.length).toBeGreaterThan(bare.entries.length);
    expect(lived(trace)).toEqual(lived(bare));
  });
});

test(
  "without its remarks a rulebook gives the same life, entry by entry",
  async () => {
    let remarked = 0;
    await fc.assert(
      fc.asyncProperty(rulebooks(), personas, async (book, persona) => {
        const trace = await live(book, persona, { until: UNTIL });
        remarked += effectsOf(trace, "remarked").length;
        expect(lived(trace)).toEqual(lived(await live(unremarked(book), persona, { until: UNTIL })));
      }),
      runs(300),
    );
    expect(remarked).toBeGreaterThan(20);
  },
  LONG,
);
