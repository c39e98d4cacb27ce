import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CausalNode, graphOf, orderOf, ShownGraph } from "../../src/analysis/graph/graph.ts";
import type { EffectId, Trace } from "../../src/model/trace.ts";
import { personas, rulebooks, UNTIL } from "../support/arbitraries.ts";
import { aPersona, aRulebook, live, liveUntil, on } from "../support/builders.ts";
import { runs } from "../support/runs.ts";
import { composite, shippedPersonas } from "../support/shipped.ts";

const TRACES: Trace[] = [];
const OFTEN = runs<unknown>(60);
for (const [rulebook, persona] of fc.sample(fc.tuple(rulebooks(), personas), {
  seed: OFTEN.seed!,
  numRuns: OFTEN.numRuns!,
})) {
  const trace = await live(rulebook, persona, { until: UNTIL });
  // The naive walk takes an hour over a life that never settles.
  if (trace.entries.length <= 300) TRACES.push(trace);
}
for (const persona of shippedPersonas()) TRACES.push(await live(composite(), persona));

const idsIn = ({ entries }: Trace): EffectId[] =>
  entries.flatMap(({ seq, effects }) => [`${seq}.0`, ...effects.map(({ id }) => id)]);

/** As the trace itself has it. */
function causesOf(id: EffectId, { entries }: Trace): readonly EffectId[] {
  const { happening, effects } = entries.find(({ seq }) => id.startsWith(`${seq}.`))!;
  return (effects.find((effect) => effect.id === id) ?? happening).because;
}

/** Every way back from an effect that meets no effect twice, one cause at a time. */
function walk(id: EffectId, trace: Trace, met = new Set<EffectId>()): Set<EffectId> {
  if (met.has(id)) return met;
  met.add(id);
  for (const cause of causesOf(id, trace)) walk(cause, trace, met);
  return met;
}

const seqOf = (id: EffectId): number => Number(id.split(".")[0]);
const isRefused = ({ effect }: CausalNode): boolean => effect?.kind === "denied" || effect?.kind === "imposed";

test("most of the lives that are drawn are walked", () => {
  expect(TRACES.length).toBeGreaterThan(OFTEN.numRuns! / 2);
});

describe("the graph, against a naive walk", () => {
  test("behind an effect stands what any way back meets, and its roots are those from which none leads on", () => {
    for (const trace of TRACES) {
      const graph = graphOf(trace);
      for (const id of idsIn(trace)) {
        const met = walk(id, trace);
        expect(new Set(graph.behind([id]).map((node) => node.id))).toEqual(met);
        const roots = [...graph.roots(id)];
        expect(new Set(roots)).toEqual(new Set([...met].filter((each) => causesOf(each, trace).length === 0)));
        expect(roots.map(seqOf)).toEqual(roots.map(seqOf).sort((one, other) => one - other));
      }
    }
  });

  test("a line follows the first cause of each, and counts what rules led to", () => {
    for (const trace of TRACES)
      for (const id of idsIn(trace)) {
        const line = graphOf(trace).line(id);
        expect(line.at(-1)!.id).toBe(id);
        expect(causesOf(line[0]!.id, trace)).toEqual([]);
        for (const [at, node] of line.slice(1).entries()) expect(causesOf(node.id, trace)[0]).toBe(line[at]!.id);
        expect(
          graphOf(trace)
            .behind([id], true)
            .map((node) => node.id),
        ).toEqual(line.map((node) => node.id).reverse());
        const led = line.filter(
          ({ effect, entry: { happening } }) =>
            effect === null && "origin" in happening && happening.origin.kind === "derived",
        );
        expect(orderOf(line)).toBe(1 + led.length);
      }
  });

  test("with some nodes shown, a step leads to the next of those, over any number that are not", () => {
    for (const trace of TRACES) {
      const graph = graphOf(trace);
      const shown = new ShownGraph(graph, isRefused);
      const next = (id: EffectId): EffectId[] =>
        causesOf(id, trace).flatMap((cause) => (isRefused(graph.node(cause)) ? [cause] : next(cause)));
      for (const id of idsIn(trace).slice(0, 400))
        expect(shown.steps(id).map(({ from }) => from)).toEqual([...new Set(next(id))]);
    }
  });

  test("what led to an entry are the leads among its causes; what is queued is seen where it was", () => {
    for (const trace of TRACES) {
      const graph = graphOf(trace);
      for (const entry of trace.entries) {
        const { happening } = entry;
        const leads = graph.leadsTo(entry).map(({ id }) => id);
        const isLed = "origin" in happening && happening.origin.kind === "derived";
        expect(leads).toEqual(isLed ? happening.because : []);
        expect(graph.seenAt(entry)).toBe(
          happening.kind === "internal" && happening.because.length > 0 ? seqOf(happening.because[0]!) : entry.seq,
        );
      }
    }
  });

  test("what occasioned an entry is named in the fixture, one line after the other", () => {
    let long = 0;
    for (const trace of TRACES) {
      const lineOf = (seq: number): number | null => {
        const { happening } = trace.entries[seq]!;
        return "origin" in happening && happening.origin.kind === "exogenous" ? happening.origin.line : null;
      };
      for (const entry of trace.entries) {
        const line = lineOf(entry.seq);
        const lines: number[] = [];
        for (let at = line; at !== null;) {
          at = trace.persona.timeline[at - 1]!.occasionedBy ?? null;
          if (at !== null) lines.push(at);
        }
        expect(
          graphOf(trace)
            .occasionsOf(entry)
            .map(({ seq }) => lineOf(seq)),
        ).toEqual(lines);
        if (lines.length > 2) long++;
      }
    }
    expect(long).toBeGreaterThan(0);
  });
});

test("a chain of more links than calls can be nested goes back to its root all the same", async () => {
  const trace = await liveUntil("Y1-01", aRulebook([]), aPersona([on("Y1-01", "red-light")]));
  const links = Array.from({ length: 20_000 }, (_, at) => ({
    ...trace.entries[1]!,
    seq: at,
    happening: { ...trace.entries[1]!.happening, because: at === 0 ? [] : [`${at - 1}.0`] },
  }));
  const graph = graphOf({ ...trace, entries: links });
  expect([...graph.roots("19999.0")]).toEqual(["0.0"]);
  expect(graph.line("19999.0")).toHaveLength(20_000);
  expect(new ShownGraph(graph, ({ id }) => id === "0.0").line("19999.0")).toEqual(["0.0", "19999.0"]);
});
