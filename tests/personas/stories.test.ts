import { expect, test } from "vitest";
import type { FixtureEvent } from "../../src/model/persona.ts";
import { closing, type Trace } from "../../src/model/trace.ts";
import { answered, composite, shippedPersona } from "../support/shipped.ts";
import { effectsOf, live } from "../support/builders.ts";
import { attemptsOn, classMoves, lifeOf, lived, losses } from "./lives.ts";

// Each test holds what the sentence beside the persona says.

const entriesAbout = (trace: Trace, event: string) =>
  trace.entries.filter(({ happening }) => happening.kind === "life-event" && happening.event === event);

test("petitioner: nothing but complaints is deducted for, and aid is refused for them", () => {
  const { trace } = lifeOf("petitioner");
  const complaints = new Set(["petition-judged-disruptive", "office-besieged", "online-post-judged-slander"]);
  expect(
    effectsOf(trace, "posting").filter(({ reason, conduct }) => reason === "rule" && !complaints.has(conduct!)),
  ).toEqual([]);
  expect(attemptsOn(trace, "social-aid").slice(0, 2)).toEqual(["Y2-10 refused", "Y2-12 refused"]);
});

test("one-entry: 35 points end class A, and every priority with it, for two years", () => {
  const { trace, ledger } = lifeOf("one-entry");
  expect(classMoves(trace)).toEqual(["Y1-08 B", "Y3-08 A"]);
  expect(ledger.lostPriority).toBe(24);
});

test("case-2010: fourteen missed repayments in two months are 420 points and class D", () => {
  const { trace } = lifeOf("case-2010");
  expect(trace.entries.findLast(({ month }) => month === 1)!.after).toMatchObject({ score: 580, class: "D" });
});

test("stall-holder: three months in class D, and the licence is due in one of them", () => {
  const { trace, ledger } = lifeOf("stall-holder");
  expect(classMoves(trace).slice(2, 4)).toEqual(["Y2-12 D", "Y3-03 C"]);
  expect(attemptsOn(trace, "business-licence")).toEqual([
    "Y1-01 not refused",
    "Y2-01 not refused",
    "Y3-01 refused",
    "Y3-06 not refused",
  ]);
  expect(losses(ledger)["trade-closed"]).toBe(1);
  expect(closing(trace).circumstances.trade).toBe("closed");
});

test("disputed-care: what is recorded costs 50 each time; what is done for the parents moves nothing", () => {
  const { trace, ledger } = lifeOf("disputed-care");
  const recorded = entriesAbout(trace, "parents-not-supported");
  expect(recorded).toHaveLength(3);
  for (const { effects } of recorded)
    expect(effects).toContainEqual(expect.objectContaining({ kind: "posting", points: -50 }));
  const cared = entriesAbout(trace, "parents-cared-for");
  expect(cared).toHaveLength(7);
  for (const { effects } of cared) expect(effects).toEqual([]);
  expect(ledger.lostPriority).toBe(40);
  expect(losses(ledger)).toEqual({ "hours-cut": 1, "friends-withdrawn": 1 });
});

test("online-critic: posts cost class, job and aid; silence is not scored, and the points come back", () => {
  const { trace, ledger } = lifeOf("online-critic");
  expect(losses(ledger)).toMatchObject({ "job-lost": 1, "aid-forgone": 1 });
  const silence = entriesAbout(trace, "post-kept-back");
  expect(silence.length).toBeGreaterThan(4);
  for (const { effects } of silence) expect(effects).toEqual([]);
  expect(closing(trace)).toMatchObject({ score: 1000, class: "A" });
});

test("honoured-official: far above 1,000, what costs others the class changes nothing, also at the dearest reading", async () => {
  const { trace, ledger } = lifeOf("honoured-official");
  expect(Math.max(...trace.entries.map(({ after }) => after.score!))).toBe(1225);
  expect(entriesAbout(trace, "drunk-driving")).toHaveLength(1);
  expect(classMoves(trace)).toEqual([]);
  expect(ledger).toMatchObject({ attempts: { denied: 0 }, lostPriority: 0, losses: [] });
  expect(entriesAbout(trace, "bribe-taken")[0]!.after).toMatchObject({ score: 1115, class: "A" });
  const dearest = await live(answered(composite(), { "unknown-amounts": "high" }), shippedPersona("honoured-official"));
  expect(classMoves(dearest)).toEqual([]);
});

test("namesake: the corrections take back points and listing, and no loss", () => {
  const { trace, ledger } = lifeOf("namesake");
  const [corrected] = entriesAbout(trace, "record-corrected");
  expect(corrected!.effects.filter(({ kind }) => kind === "posting")).toHaveLength(4);
  expect(corrected!.after).toMatchObject({ score: 980, class: "A" });
  const [delisted] = entriesAbout(trace, "court-corrects-record");
  expect(delisted!.effects).toContainEqual(expect.objectContaining({ kind: "delisted", list: "court-defaulters" }));
  expect(losses(ledger)).toEqual({
    "shift-missed": 3,
    "wage-lost": 3,
    "hours-cut": 1,
    "friends-withdrawn": 1,
    "visit-missed": 1,
  });
  expect(closing(trace).circumstances).toMatchObject({ hours: "short", friends: "withdrawn", savings: "none" });
  const causes = entriesAbout(trace, "online-post-judged-slander").map(
    ({ happening }) => "origin" in happening && happening.origin.kind,
  );
  expect(causes).toEqual(["derived", "derived", "derived", "derived"]);
});

test("guarantor: 43 months of shut doors with 1,000 points in class A", () => {
  const { trace, ledger } = lifeOf("guarantor");
  expect(new Set(trace.entries.map(({ after }) => `${after.score} ${after.class}`))).toEqual(new Set(["1000 A"]));
  expect(ledger).toMatchObject({ attempts: { tried: 11, denied: 8 }, months: { anyDoor: 43 } });
  expect(entriesAbout(trace, "instalment-missed")).toEqual([]);
  // Nothing lost is 0, not −0, which would be printed.
  expect(ledger.points!.lost).toBe(0);
});

test("listed-father: a school is lost and a place put at risk, with nothing on the child's own file", () => {
  const { trace, ledger } = lifeOf("listed-father");
  expect(effectsOf(trace, "posting")).toEqual([]);
  expect(effectsOf(trace, "enlisted")).toEqual([]);
  expect(losses(ledger)).toEqual({ "school-changed": 1 });
  expect(entriesAbout(trace, "place-at-risk")).toHaveLength(1);
  expect(attemptsOn(trace, "university-place")).toEqual(["Y5-08 not refused", "Y5-11 not refused"]);
  expect(attemptsOn(trace, "high-speed-rail")).toEqual(["Y2-04 not refused"]);
});

test("winning-back: seven good entries and the savings bring class A back nine months before time would", () => {
  const { trace } = lifeOf("winning-back");
  expect(classMoves(trace)).toEqual(["Y1-02 B", "Y2-07 A"]);
  const gains = effectsOf(trace, "posting").filter(({ points, reason }) => reason === "rule" && points > 0);
  const [back] = trace.entries.filter(({ effects }) =>
    effects.some((effect) => effect.kind === "class-moved" && effect.to === "A"),
  );
  expect(gains.filter(({ id }) => Number(id.split(".")[0]) <= back!.seq)).toHaveLength(7);
  expect(closing(trace).circumstances.savings).toBe("none");
  expect(
    classMoves(lived(without("winning-back", ["charity", "orphan-mentoring", "bravery", "media-praise"]))),
  ).toEqual(["Y1-02 B", "Y3-04 A"]);
});

test("ruined-trader: listed for more than two years; each refused journey loses the order that would have paid", () => {
  const { trace, ledger } = lifeOf("ruined-trader");
  const listed = trace.entries
    .filter(({ after }) => after.lists.some(({ list }) => list === "court-defaulters"))
    .map(({ month }) => month);
  expect(Math.max(...listed) - Math.min(...listed)).toBeGreaterThan(24);
  expect(losses(ledger)).toMatchObject({ "order-lost": ledger.attempts.denied, "partners-withdrawn": 1 });
  expect(
    entriesAbout(trace, "instalment-missed").filter(
      ({ happening }) => happening.kind === "life-event" && happening.origin.kind === "derived",
    ).length,
  ).toBeGreaterThan(4);
});

/** The same life without some of its events. */
function without(id: string, events: readonly string[]) {
  const persona = shippedPersona(id);
  const kept = persona.timeline.filter((line) => !("event" in line && events.includes(line.event)));
  const timeline = kept.map((line): FixtureEvent =>
    "event" in line
      ? { month: line.month, event: line.event }
      : { month: line.month, attempt: line.attempt, purpose: line.purpose },
  );
  return { ...persona, timeline };
}
