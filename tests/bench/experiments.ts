import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { dialAt } from "../../src/analysis/dials.ts";
import { withoutRules } from "../../src/analysis/experiment.ts";
import { Lab } from "../../src/analysis/lab.ts";
import { type Outcome, outcomeOf, sameOutcome } from "../../src/analysis/outcome.ts";
import { type Memory, prepare } from "../../src/engine/prepare.ts";
import type { Condition } from "../../src/model/condition.ts";
import type { Persona } from "../../src/model/persona.ts";
import type { Rulebook } from "../../src/model/rulebook.ts";
import type { Prepared, PreparedRule } from "../../src/model/verdict.ts";
import { HORIZON } from "../../src/model/story-time.ts";
import { replay } from "../../src/replay/replay.ts";
import { NaiveLife } from "../support/naive-replay.ts";
import { handWritten } from "./closures.ts";
import { naiveEngine } from "./naive.ts";
import { median, type Row } from "./rows.ts";
import { phasesOf } from "./workload.ts";

/*
 * Ten thousand variants of the composite over all shipped personas: every rule left out, every pair,
 * a grid of two numbers, and walks that take out one rule after the other. Ours with exact reuse,
 * against hand-written closures that replay each life, and against json-rules-engine used naively
 * (extrapolated from a sample whose answers must agree).
 */
const VARIANTS = 10_000;
const TURNS = 20;
const SAMPLE = 12;
const SEED = 1;

const ROWS = {
  closures: {
    what: "10,000 variants x 13 lives: ours with reuse / closures without, time",
    must: 1.5,
    aim: 0.8,
    more: false,
  },
  naive: {
    what: "10,000 variants x 13 lives: naive (extrapolated) / ours, times faster",
    must: 150,
    aim: 1000,
    more: true,
  },
  questions: { what: "questions put to json-rules-engine for all 10,000", must: 6000, aim: null, more: false },
  pairs: { what: "pair ablation: lives replayed / asked for", must: 1 / 3, aim: 1 / 5, more: false },
  linear: { what: "100,000 variants / 10 times 10,000, time", must: 1.5, aim: 1, more: false },
  memory: { what: "heap after 100,000 variants / after 10,000", must: 1.5, aim: 1, more: false },
} as const;

export async function experimentRows(rulebook: Rulebook, personas: readonly Persona[]): Promise<Row[]> {
  const variants = variantsOf(rulebook);
  const ours = new Ours(rulebook, personas);
  const theirs = await closuresFor(rulebook, personas);
  const times = { ours: [] as number[], closures: [] as number[] };
  for (let turn = 0; turn < TURNS; turn++) {
    const slice = variants.filter((_, at) => at % TURNS === turn);
    const measure = {
      ours: async () => await ours.run(slice),
      closures: () => slice.map((variant) => theirs(variant)),
    };
    const results: Partial<Record<keyof typeof measure, Outcome[][]>> = {};
    for (const who of turn % 2 === 0 ? (["ours", "closures"] as const) : (["closures", "ours"] as const)) {
      const start = performance.now();
      results[who] = await measure[who]();
      times[who].push(performance.now() - start);
    }
    checkSame(results.ours!, results.closures!);
  }
  const total = sum(times.ours);
  const naive = await naiveTime(
    variants.filter((_, at) => at % Math.floor(variants.length / SAMPLE) === 7).slice(0, SAMPLE),
    personas,
  );
  const growth = await growthOf(rulebook, personas);
  process.stdout.write(
    `${variants.length} variants: ours ${seconds(total)}, closures ${seconds(sum(times.closures))}, naive ${naive.toFixed(0)} ms a variant (median of ${SAMPLE}), so ${seconds(naive * VARIANTS)} by extrapolation; lives ${ours.lab.replayed} replayed of ${ours.lab.asked}\n` +
      `growth: ${growth.map(({ variants: many, time, heap }) => `${many} variants in ${seconds(time)}, heap ${heap.toFixed(0)} MB`).join("; ")}\n\n`,
  );
  const [, ten, hundred] = growth;
  return [
    { ...ROWS.closures, measured: median(times.ours.map((each, at) => each / times.closures[at]!)) },
    { ...ROWS.naive, measured: (naive * VARIANTS) / total },
    { ...ROWS.questions, measured: ours.questions },
    { ...ROWS.pairs, measured: await pairShare(rulebook, personas) },
    { ...ROWS.linear, measured: hundred!.time / (10 * ten!.time) },
    { ...ROWS.memory, measured: hundred!.heap / ten!.heap },
  ];
}

function variantsOf(rulebook: Rulebook): Rulebook[] {
  const ids = rulebook.rules.map(({ id }) => id);
  const singles = ids.map((id) => withoutRules(rulebook, [id]));
  const pairs = ids.flatMap((one, at) => ids.slice(at + 1).map((other) => withoutRules(rulebook, [one, other])));
  const loan = dialAt(rulebook, "suining/loan-default.points")!;
  const returns = dialAt(rulebook, "deductionsReturnAfterMonths")!;
  const grid = range(-55, -30).flatMap((points) => {
    const row = loan.turn(rulebook, points);
    return range(21, 50).map((months) => returns.turn(row, months));
  });
  return [...singles, ...pairs, ...grid, ...walks(rulebook)].slice(0, VARIANTS);
}

/** Rules taken out one after the other, in random orders. */
function* walks(rulebook: Rulebook): Generator<Rulebook> {
  const generator = xoroshiro128plus(SEED);
  for (let walk = 0; walk < 200; walk++) {
    const left = rulebook.rules.map(({ id }) => id);
    const gone: string[] = [];
    while (left.length > 0) {
      gone.push(...left.splice(uniformInt(generator, 0, left.length - 1), 1));
      yield withoutRules(rulebook, gone);
    }
  }
}

class Ours {
  readonly lab: Lab;
  questions = 0;

  constructor(rulebook: Rulebook, personas: readonly Persona[]) {
    const memory: Memory = new Map();
    this.lab = new Lab(rulebook, personas, async (variant) => {
      const prepared = await prepare(variant, memory);
      this.questions += prepared.questions;
      return prepared;
    });
  }

  async run(variants: Iterable<Rulebook>): Promise<Outcome[][]> {
    const results: Outcome[][] = [];
    for (const variant of variants) results.push((await this.lab.under(variant)).map(({ outcome }) => outcome));
    return results;
  }
}

/** Hand-written closures for each rule, made once; each variant's lives are all replayed, with the same bookkeeping. */
async function closuresFor(
  rulebook: Rulebook,
  personas: readonly Persona[],
): Promise<(variant: Rulebook) => Outcome[]> {
  const written = handWritten(await prepare(rulebook));
  const byCondition = new Map<Condition, PreparedRule>(written.rules.map((rule) => [rule.rule.when, rule]));
  return (variant) => {
    const prepared: Prepared = {
      ...written,
      rulebook: variant,
      rules: variant.rules.map((rule, index) => ({ ...byCondition.get(rule.when)!, rule, index })),
    };
    return personas.map((persona) => outcomeOf(replay(prepared, persona, { findings: false })));
  };
}

function checkSame(ours: readonly Outcome[][], theirs: readonly Outcome[][]): void {
  for (const [at, outcomes] of ours.entries())
    for (const [person, outcome] of outcomes.entries())
      if (!sameOutcome(outcome, theirs[at]![person]!))
        throw new Error(`variant ${at} of a slice differs for ${person}`);
}

/**
 * Milliseconds that the 13 lives of one variant take json-rules-engine, used as one would first use
 * it; the median of the sample. Its every answer must be ours, and an independent replay that asks
 * every rule at every event must end in the same standing.
 */
async function naiveTime(sample: readonly Rulebook[], personas: readonly Persona[]): Promise<number> {
  const times: number[] = [];
  for (const variant of sample) {
    const prepared = await prepare(variant);
    const phases = phasesOf(prepared, personas);
    const start = performance.now();
    const ask = naiveEngine(variant);
    const answers: string[][] = [];
    for (const facts of phases) answers.push(await ask(facts));
    for (const persona of personas) replay(prepared, persona, { findings: false });
    times.push(performance.now() - start);
    for (const [at, facts] of phases.entries()) {
      const ours = prepared.rules
        .filter((rule) => rule.verdicts[rule.cellOf(facts)]!.matched)
        .map(({ rule }) => rule.id);
      if (ours.join() !== answers[at]!.toSorted((a, b) => ids(variant).indexOf(a) - ids(variant).indexOf(b)).join())
        throw new Error("json-rules-engine answers otherwise");
    }
    for (const persona of personas) {
      const last = replay(prepared, persona, { findings: false }).entries.at(-1)!.after;
      const naive = new NaiveLife(variant, persona, HORIZON).entries.at(-1)!.after;
      if (last.score !== naive.score || last.class !== naive.class) throw new Error("the naive replay ends otherwise");
    }
  }
  return median(times);
}

function ids({ rules }: Rulebook): string[] {
  return rules.map(({ id }) => id);
}

async function pairShare(rulebook: Rulebook, personas: readonly Persona[]): Promise<number> {
  const ours = new Ours(rulebook, personas);
  const all = ids(rulebook);
  await ours.run(all.flatMap((one, at) => all.slice(at + 1).map((other) => withoutRules(rulebook, [one, other]))));
  return ours.lab.replayed / ours.lab.asked;
}

/** Triples of rules taken out at random, a thousand, ten thousand and a hundred thousand of them: time and heap. */
async function growthOf(
  rulebook: Rulebook,
  personas: readonly Persona[],
): Promise<{ variants: number; time: number; heap: number }[]> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const growth = [];
  for (const many of [1000, 10_000, 100_000]) {
    const ours = new Ours(rulebook, personas);
    const generator = xoroshiro128plus(SEED);
    const all = ids(rulebook);
    const start = performance.now();
    let denied = 0;
    for (let at = 0; at < many; at++) {
      const gone = [0, 1, 2].map(() => all[uniformInt(generator, 0, all.length - 1)]!);
      for (const { outcome } of await ours.lab.under(withoutRules(rulebook, gone))) denied += outcome.denials.length;
    }
    const time = performance.now() - start;
    if (denied === 0) throw new Error("nobody was refused anything");
    collect();
    growth.push({ variants: many, time, heap: process.memoryUsage().heapUsed / 1e6 });
  }
  return growth;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
