import { describe, expect, test } from "vitest";
import type { Question } from "../../../src/analysis/worksheet/question.ts";
import { EVIDENCE, type Evidence } from "../../../src/model/evidence.ts";
import type { Measure, Rule } from "../../../src/model/rule.ts";
import type { Trace } from "../../../src/model/trace.ts";
import { EVENTS } from "../../../src/model/vocabulary/events.ts";
import { replay } from "../../../src/replay/replay.ts";
import { nameOf, ready, RULEBOOK, SHEETS } from "./sheets.ts";

/*
 * Every answer is worked out here once more: from the trace itself, or by living the life again under
 * the rules that are left, and never by what the sheet was made with.
 */

type Harm = "denied" | "months" | "losses";
type Found = Readonly<Record<Harm, readonly string[]>>;
const KINDS: readonly Harm[] = ["denied", "months", "losses"];

/** The harms of a trace, each by a name that tells it from others. */
function harmsOf({ entries, rulebook, until }: Trace): Found {
  const denied: string[] = [];
  const losses: string[] = [];
  for (const { month, happening, effects } of entries) {
    const lapsed = effects[0]?.kind === "lapsed" && effects[0].rule === null;
    if (happening.kind === "attempt" && effects.some(({ kind }) => kind === "denied")) {
      const { door, purpose, origin } = happening;
      denied.push(`${month} ${door} ${purpose} ${origin.kind === "exogenous" ? origin.line : "-"}`);
    }
    if (happening.kind === "life-event" && happening.origin.kind === "derived" && !lapsed)
      if (EVENTS[happening.event].group === "loss") losses.push(`${month} ${happening.event}`);
  }
  const months: string[] = [];
  const closes = (id: string): boolean => {
    const { then } = rulebook.rules.find((rule) => rule.id === id)!;
    return then.kind === "measure" && (then.closes ?? []).length > 0;
  };
  for (let month = 0; month <= until; month++) {
    const standing = entries.filter((entry) => entry.month <= month).at(-1)!.after;
    if (standing.measures.some(closes)) months.push(String(month));
  }
  return { denied, losses, months };
}

async function lived(trace: Trace, keeps: (rule: Rule) => boolean): Promise<Trace> {
  const rulebook = { ...RULEBOOK, rules: RULEBOOK.rules.filter(keeps) };
  return replay(await ready(rulebook), trace.persona, { until: trace.until });
}

function counts(found: Found): Record<Harm, number> {
  return { denied: found.denied.length, months: found.months.length, losses: found.losses.length };
}

function less(one: Found, other: Found): Record<Harm, number> {
  const only = (kind: Harm): number => one[kind].filter((each) => !other[kind].includes(each)).length;
  return { denied: only("denied"), months: only("months"), losses: only("losses") };
}

function link({ entries }: Trace, id: string) {
  const [seq, place] = id.split(".").map(Number) as [number, number];
  const entry = entries[seq]!;
  return place === 0
    ? { seq, effect: null, because: entry.happening.because }
    : { seq, effect: entry.effects[place - 1]!, because: entry.effects[place - 1]!.because };
}

/** From an effect along first causes to the root, root first. */
function lineTo(trace: Trace, id: string): string[] {
  const [first] = link(trace, id).because;
  return first === undefined ? [id] : [...lineTo(trace, first), id];
}

function rootsOf(trace: Trace, id: string): Set<string> {
  const { because } = link(trace, id);
  return because.length === 0 ? new Set([id]) : new Set(because.flatMap((cause) => [...rootsOf(trace, cause)]));
}

function levelOf(rule: Rule): Evidence {
  return rule.evidence;
}

const rule = (id: string): Rule => RULEBOOK.rules.find((each) => each.id === id)!;

async function check(question: Question, trace: Trace, box: readonly string[]): Promise<void> {
  const here = harmsOf(trace);
  const without = async (id: string) => lived(trace, (each) => each.id !== id);
  switch (question.kind) {
    case "chain": {
      const ordered = question.links
        .map((id, at) => ({ id, place: question.places[at]! }))
        .sort((a, b) => a.place - b.place)
        .map(({ id }) => id);
      expect(question.links).not.toEqual(ordered);
      const line = lineTo(trace, ordered.at(-1)!);
      expect(ordered.map((id) => line.indexOf(id))).toEqual(
        ordered.map((id) => line.indexOf(id)).toSorted((a, b) => a - b),
      );
      expect(ordered.every((id) => line.includes(id))).toBe(true);
      return;
    }
    case "root":
      expect([...rootsOf(trace, question.harm)]).toEqual(question.roots);
      return;
    case "share": {
      const refusals = trace.entries.flatMap(({ effects }) => effects.filter(({ kind }) => kind === "denied"));
      expect(question.of).toBe(refusals.length);
      expect(question.denied).toBe(refusals.filter(({ id }) => rootsOf(trace, id).has(question.root)).length);
      return;
    }
    case "outstanding": {
      const { seq, effect } = link(trace, question.moved);
      expect(effect?.kind).toBe("class-moved");
      const before = trace.entries.slice(0, seq).flatMap(({ effects }) => effects);
      const taken = new Map<string, number>();
      for (const each of before) {
        if (each.kind !== "posting") continue;
        if (each.reason === "rule" && each.points < 0) taken.set(each.id, -each.points);
        else if (each.of !== null && taken.has(each.of)) taken.set(each.of, taken.get(each.of)! - each.points);
      }
      const left = [...taken.values()].filter((points) => points > 0);
      expect(question.points).toBe(left.reduce((sum, points) => sum + points, 0));
      expect(question.entries).toBe(left.length);
      return;
    }
    case "taken": {
      const postings = trace.entries.flatMap(({ effects }) =>
        effects.flatMap((each) => (each.kind === "posting" ? [each] : [])),
      );
      const sum = (of: typeof postings): number => of.reduce((total, { points }) => total + points, 0);
      expect(question.lost).toBe(-sum(postings.filter(({ reason, points }) => reason === "rule" && points < 0)));
      expect(question.returned).toBe(sum(postings.filter(({ reason }) => reason !== "rule")));
      return;
    }
    case "priority": {
      const preferred = (ids: readonly string[]): string[] =>
        ids.flatMap((id) => {
          const { then } = rule(id);
          return then.kind === "measure" ? [...(then.prefers ?? [])] : [];
        });
      const first = preferred(trace.entries[0]!.after.measures);
      let months = 0;
      for (let month = 0; month <= trace.until; month++) {
        const now = preferred(trace.entries.filter((entry) => entry.month <= month).at(-1)!.after.measures);
        if (first.some((door) => !now.includes(door))) months++;
      }
      expect(question.months).toBe(months);
      return;
    }
    case "enough": {
      const { seq } = link(trace, question.moved);
      const before = trace.entries[seq - 1]!.after;
      const bandAt = (score: number): string =>
        RULEBOOK.scoring!.classes.find(({ min }) => min === null || score >= min)!.id;
      expect(trace.entries[seq]!.after.score).toBe(before.score! - question.taken);
      expect(bandAt(before.score! - question.points)).not.toBe(before.class);
      expect(bandAt(before.score! - question.points + 1)).toBe(before.class);
      expect(question.taken).toBeGreaterThanOrEqual(question.points);
      return;
    }
    case "one-rule": {
      expect(question.all).toEqual(counts(here));
      const alone: Found[] = [];
      for (const { id } of RULEBOOK.rules) alone.push(harmsOf(await lived(trace, (each) => each.id === id)));
      for (const kind of KINDS)
        expect(question.underOneRule[kind]).toBe(
          here[kind].filter((harm) => alone.some((found) => found[kind].includes(harm))).length,
        );
      return;
    }
    case "level":
      expect(question.of).toBe(box.length);
      expect(question.rules).toEqual(box.filter((id) => levelOf(rule(id)) === question.level));
      return;
    case "weakest": {
      const ids = lineTo(trace, question.harm).flatMap((id) => {
        const { effect } = link(trace, id);
        return effect !== null && "rule" in effect && effect.rule !== null ? [effect.rule] : [];
      });
      const worst = Math.max(...ids.map((id) => EVIDENCE.indexOf(levelOf(rule(id)))));
      expect(question.level).toBe(EVIDENCE[worst]);
      expect([...question.rules].sort()).toEqual(
        [...new Set(ids.filter((id) => EVIDENCE.indexOf(levelOf(rule(id))) === worst))].sort(),
      );
      expect(ids.every((id) => box.includes(id))).toBe(true);
      return;
    }
    case "without-invented": {
      const taken = (each: Rule): boolean =>
        levelOf(each) === "invented" &&
        (["post", "enlist", "lead"].includes(each.then.kind) || (each.then as Measure).closes !== undefined);
      expect(question.before).toEqual(counts(here));
      expect(question.after).toEqual(counts(harmsOf(await lived(trace, (each) => !taken(each)))));
      expect(question.rules).toBe(RULEBOOK.rules.filter(taken).length);
      return;
    }
    case "without-rule": {
      const there = harmsOf(await without(question.rule));
      expect(question.options[question.right]).toEqual({ gone: less(here, there), fresh: less(there, here) });
      const texts = question.options.map((option) => JSON.stringify(option));
      expect(new Set(texts).size).toBe(texts.length);
      expect(texts.length).toBeGreaterThan(1);
      return;
    }
    case "most": {
      const gone: number[] = [];
      for (const id of question.rules) {
        const there = harmsOf(await without(id));
        gone.push(here[question.of].length - there[question.of].length);
      }
      expect(question.gone).toEqual(gone);
      expect(gone.filter((each) => each === Math.max(...gone))).toHaveLength(1);
      expect(question.right).toBe(gone.indexOf(Math.max(...gone)));
      return;
    }
    case "worse": {
      const fresh: Record<Harm, number>[] = [];
      for (const id of question.rules) fresh.push(less(harmsOf(await without(id)), here));
      const sparing = fresh.map(({ denied, months, losses }) => denied + months + losses > 0);
      expect(sparing.filter(Boolean)).toHaveLength(1);
      expect(question.right).toBe(sparing.indexOf(true));
      expect(question.fresh).toEqual(fresh[question.right]);
      return;
    }
    case "worst-class": {
      const bands = RULEBOOK.scoring!.classes.map(({ id }) => id);
      const worst = (of: Trace): string =>
        bands[Math.max(...of.entries.map(({ after }) => bands.indexOf(after.class!)))]!;
      expect(question.before).toBe(worst(trace));
      expect(question.after).toBe(worst(await without(question.rule)));
      return;
    }
  }
}

describe.each(SHEETS.map((worksheet) => ({ name: nameOf(worksheet), worksheet })))("$name", ({ worksheet }) => {
  test.each(worksheet.questions.map((question) => [question.kind, question] as const))(
    "%s: worked out again",
    async (_, question) => {
      await check(question, worksheet.trace, worksheet.box);
    },
  );
});

test("every kind of question is asked on some sheet", () => {
  const asked = new Set(SHEETS.flatMap(({ questions }) => questions.map(({ kind }) => kind)));
  expect([...asked].sort()).toEqual([
    "chain",
    "enough",
    "level",
    "most",
    "one-rule",
    "outstanding",
    "priority",
    "root",
    "share",
    "taken",
    "weakest",
    "without-invented",
    "without-rule",
    "worse",
    "worst-class",
  ]);
});
