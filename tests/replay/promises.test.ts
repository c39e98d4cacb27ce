import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { graphOf } from "../../src/analysis/graph/graph.ts";
import { type Ledger, ledgerOf } from "../../src/analysis/ledger.ts";
import type { Measure, Rule } from "../../src/model/rule.ts";
import type { Rulebook } from "../../src/model/rulebook.ts";
import { closing, type Effect, type EffectId, type Entry, type Finding, type Trace } from "../../src/model/trace.ts";
import type { EventName } from "../../src/model/vocabulary/events.ts";
import { isFor, liftedBy } from "../../src/model/permits.ts";
import type { Persona } from "../../src/model/persona.ts";
import { personas, rulebooks, UNTIL } from "../support/arbitraries.ts";
import { live } from "../support/builders.ts";
import { bandOf, foldStandings } from "../support/fold.ts";
import { LONG, runs } from "../support/runs.ts";
import { satisfiableAt } from "../support/satisfiable.ts";
import { composite, shippedPersonas } from "../support/shipped.ts";

const OFTEN = runs<[Rulebook, Persona]>(150);
const SHIPPED = composite();

/** Every rulebook × every persona, invented by fast-check, and those that are shipped: lived once for all promises. */
const TRACES: Trace[] = [];
for (const [rulebook, persona] of fc.sample(fc.tuple(rulebooks(), personas), {
  seed: OFTEN.seed!,
  numRuns: OFTEN.numRuns!,
}))
  TRACES.push(await live(rulebook, persona, { until: UNTIL }));
for (const persona of shippedPersonas()) TRACES.push(await live(SHIPPED, persona));

function promise(words: string, kept: (trace: Trace) => void | Promise<void>): void {
  test(
    words,
    async () => {
      try {
        for (const trace of TRACES) await kept(trace);
      } catch (broken) {
        // The smallest life in which it is broken says more.
        await fc.assert(
          fc.asyncProperty(rulebooks(), personas, async (rulebook, persona) => {
            await kept(await live(rulebook, persona, { until: UNTIL }));
          }),
          OFTEN,
        );
        throw broken;
      }
    },
    LONG,
  );
}

const effectsIn = (trace: Trace): Effect[] => trace.entries.flatMap((entry) => entry.effects);
const postingsIn = (trace: Trace) => effectsIn(trace).filter((effect) => effect.kind === "posting");
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** Before or after in the trace: by entry, then by place in it. */
function isBefore(one: EffectId, other: EffectId): boolean {
  const [seq, place] = one.split(".").map(Number) as [number, number];
  const [seqOther, placeOther] = other.split(".").map(Number) as [number, number];
  return seq < seqOther || (seq === seqOther && place < placeOther);
}

describe("bookkeeping", () => {
  promise("opening + Σ postings = closing, and so after every entry", (trace) => {
    if (trace.opening.score === null) {
      expect(postingsIn(trace)).toEqual([]);
      expect(closing(trace).score).toBeNull();
      return;
    }
    let running = trace.opening.score;
    for (const entry of trace.entries) {
      running += sum(entry.effects.map((effect) => (effect.kind === "posting" ? effect.points : 0)));
      expect(entry.after.score).toBe(running);
    }
    expect(trace.opening.score + sum(postingsIn(trace).map(({ points }) => points))).toBe(closing(trace).score);
  });

  promise("opening + what is outstanding = closing; no posting moves nothing, and all are whole", (trace) => {
    const outstanding = new Map<EffectId, number>();
    for (const { id, of, points } of postingsIn(trace)) {
      expect(Number.isInteger(points)).toBe(true);
      expect(points).not.toBe(0);
      outstanding.set(of ?? id, (outstanding.get(of ?? id) ?? 0) + points);
    }
    expect(sum([...outstanding.values()])).toBe((closing(trace).score ?? 0) - (trace.opening.score ?? 0));
  });

  promise("an expiry or a strike reverses exactly what is outstanding, and an expiry comes in its month", (trace) => {
    const outstanding = new Map<EffectId, number>();
    const due = new Map<EffectId, number | null>();
    for (const entry of trace.entries) {
      for (const effect of entry.effects) {
        if (effect.kind !== "posting") continue;
        const { id, of, points, reason, expires } = effect;
        if (reason === "rule") due.set(id, expires);
        if (reason === "expiry" || reason === "strike") expect(points).toBe(-outstanding.get(of!)!);
        if (reason === "expiry") expect(entry.month).toBe(due.get(of!));
        outstanding.set(of ?? id, (outstanding.get(of ?? id) ?? 0) + points);
      }
    }
    const bounded = trace.rulebook.scoring?.floor !== undefined || trace.rulebook.scoring?.ceiling !== undefined;
    if (bounded || trace.entries.at(-1)!.happening.kind === "runaway") return;
    for (const [id, month] of due) if (month !== null && month <= trace.until) expect(outstanding.get(id)).toBe(0);
  });

  promise("a score never leaves floor and ceiling", (trace) => {
    const { floor = -Infinity, ceiling = Infinity } = trace.rulebook.scoring ?? {};
    for (const { after } of trace.entries) {
      expect(after.score ?? floor).toBeGreaterThanOrEqual(floor);
      expect(after.score ?? ceiling).toBeLessThanOrEqual(ceiling);
    }
  });

  promise("the standing after each entry follows from the effects alone", (trace) => {
    expect(trace.entries.map((entry) => entry.after)).toEqual(foldStandings(trace));
  });

  promise("where classes follow at once, the class is that of the score", (trace) => {
    if (trace.rulebook.scoring?.assigned !== "at-once") return;
    for (const { after } of trace.entries) expect(after.class).toBe(bandOf(trace, after.score!));
  });
});

describe("causes", () => {
  promise("because never points forward, nor at what is not there", (trace) => {
    const known = new Set<EffectId>(
      trace.entries.flatMap(({ seq, effects }) => [`${seq}.0`, ...effects.map(({ id }) => id)]),
    );
    for (const { seq, happening, effects } of trace.entries) {
      for (const { id, because } of [{ id: `${seq}.0`, because: happening.because }, ...effects]) {
        expect(new Set(because).size).toBe(because.length);
        for (const cause of because) {
          expect(known.has(cause)).toBe(true);
          expect(isBefore(cause, id), `${cause} before ${id}`).toBe(true);
        }
      }
    }
  });

  promise("every effect goes back to the opening or to something of its own accord", (trace) => {
    const causes = graphOf(trace);
    for (const effect of effectsIn(trace)) {
      expect(effect.because.length).toBeGreaterThan(0);
      for (const root of causes.roots(effect.id)) {
        const { happening } = causes.node(root).entry;
        expect(root).toMatch(/\.0$/);
        expect(
          happening.kind === "opening" || ("origin" in happening && happening.origin.kind === "exogenous"),
          `${root} ${happening.kind}`,
        ).toBe(true);
      }
    }
  });

  promise("a denial is caused by the measures that it names, never by the attempt", (trace) => {
    const byId = new Map(effectsIn(trace).map((effect) => [effect.id, effect]));
    for (const { happening, effects } of trace.entries) {
      for (const denial of effects) {
        if (denial.kind !== "denied") continue;
        const causes = denial.because.map((id) => byId.get(id)!);
        expect(causes.map((cause) => ("rule" in cause ? cause.rule : null))).toEqual(denial.measures);
        expect(
          causes.every((cause) => cause.kind === "imposed" || (cause.kind === "rests" && cause.on === "measure")),
        ).toBe(true);
        const closing = trace.rulebook.rules.filter(
          ({ id, then }) =>
            then.kind === "measure" && then.closes?.includes(denial.door) && denial.measures.includes(id),
        );
        expect(closing.length).toBe(denial.measures.length);
        expect(happening).toMatchObject({ kind: "attempt", door: denial.door });
      }
    }
  });

  promise(
    "of the measures that shut the door each denies the attempt or is lifted for it, which the attempt causes not",
    (trace) => {
      for (const { seq, happening, effects, after } of trace.entries) {
        if (happening.kind !== "attempt" || effects[0]?.kind === "lapsed") continue;
        const { door } = happening;
        const closing = trace.rulebook.rules.filter(
          ({ id, then }) => then.kind === "measure" && then.closes?.includes(door) && after.measures.includes(id),
        );
        const permits = effects.filter((effect) => effect.kind === "permitted");
        const lifted = permits.flatMap(({ measures }) => measures);
        const denying = effects.flatMap((effect) => (effect.kind === "denied" ? effect.measures : []));
        expect(new Set([...lifted, ...denying])).toEqual(new Set(closing.map(({ id }) => id)));
        expect(denying.some((id) => lifted.includes(id))).toBe(false);
        for (const { measures, because, rule, door: of } of permits) {
          expect([measures.length > 0, of]).toEqual([true, door]);
          expect(because).not.toContain(`${seq}.0`);
          const { then } = trace.rulebook.rules.find(({ id }) => id === rule)!;
          if (then.kind !== "permit") throw new Error(`${rule} permits nothing`);
          expect(liftedBy(then, trace.rulebook.rules)).toEqual(expect.arrayContaining([...measures]));
        }
      }
    },
  );

  promise("an internal event that only renews reasons renews them once", (trace) => {
    for (const { happening, effects } of trace.entries) {
      if (happening.kind === "internal" && happening.event !== "time-passed")
        expect(effects.every((effect) => effect.kind === "rests") && effects.length > 0).toBe(false);
    }
  });
});

describe("the form of a trace", () => {
  promise("entries are in order of time and numbered from 0", (trace) => {
    expect(trace.entries.map(({ seq }) => seq)).toEqual(trace.entries.map((_, at) => at));
    trace.entries.reduce((before, { month }) => {
      expect(month).toBeGreaterThanOrEqual(before);
      return month;
    }, 0);
    expect(trace.entries[0]!.happening.kind).toBe("opening");
    expect(closing(trace)).toEqual(trace.entries.at(-1)!.after);
    expect(Math.max(...trace.entries.map(({ month }) => month))).toBeLessThanOrEqual(trace.until);
  });

  promise("effects are numbered densely and in order", (trace) => {
    for (const { seq, effects } of trace.entries)
      expect(effects.map(({ id }) => id)).toEqual(effects.map((_, at) => `${seq}.${at + 1}`));
  });

  promise("a trace survives JSON", (trace) => {
    expect(JSON.parse(JSON.stringify(trace))).toStrictEqual(trace);
    expect(foreign(trace, "trace")).toEqual([]);
  });

  test(
    "the same rulebook and persona give the same bytes",
    async () => {
      await fc.assert(
        fc.asyncProperty(rulebooks(), personas, async (rulebook, persona) => {
          const first = JSON.stringify(await live(rulebook, persona, { until: UNTIL }));
          const again = JSON.stringify(
            await live(structuredClone(rulebook), structuredClone(persona), { until: UNTIL }),
          );
          expect(again).toBe(first);
        }),
        runs(100),
      );
    },
    LONG,
  );
});

/** Where a value is anything but text, number, truth, null, array or plain record. */
function foreign(value: unknown, path: string): string[] {
  if (value === null || typeof value === "string" || typeof value === "boolean") return [];
  if (typeof value === "number") return Number.isFinite(value) && !Object.is(value, -0) ? [] : [path];
  if (Array.isArray(value)) return value.flatMap((part, at) => foreign(part, `${path}[${at}]`));
  if (typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) return [path];
  return Object.entries(value).flatMap(([key, part]) => foreign(part, `${path}.${key}`));
}

function phaseOf(kind: Rule["then"]["kind"]): "standing" | "leading" | "permitting" | "changing" {
  if (kind === "measure") return "standing";
  if (kind === "permit") return "permitting";
  return kind === "lead" || kind === "remark" ? "leading" : "changing";
}

describe("findings", () => {
  const kinds = (trace: Trace): Map<string, Rule["then"]["kind"]> =>
    new Map(trace.rulebook.rules.map(({ id, then }) => [id, then.kind]));

  promise(
    "at an event every rule that could match at it is consulted exactly once, in rulebook order within its phase",
    (trace) => {
      const rank = new Map(trace.rulebook.rules.map(({ id }, at) => [id, at]));
      const kind = kinds(trace);
      const cache = new Map<EventName, { changing: string[]; leading: string[] }>();
      const expected = (event: EventName): { changing: string[]; leading: string[] } => {
        const found = cache.get(event) ?? {
          changing: trace.rulebook.rules
            .filter(({ when, then }) => phaseOf(then.kind) === "changing" && satisfiableAt(when, event))
            .map(({ id }) => id),
          leading: trace.rulebook.rules
            .filter(({ when, then }) => phaseOf(then.kind) === "leading" && satisfiableAt(when, event))
            .map(({ id }) => id),
        };
        cache.set(event, found);
        return found;
      };
      const moments = [
        ...trace.entries.map(({ happening, findings, effects }) => ({
          event: eventOf(happening),
          happening,
          findings,
          lapsed: effects[0]?.kind === "lapsed" && effects[0].rule === null,
        })),
        ...trace.quiet.map(({ event, findings }) => ({ event, happening: null, findings, lapsed: false })),
      ];
      for (const { event, happening, findings, lapsed } of moments) {
        const inPhase = (phase: string): string[] =>
          findings.filter(({ rule }) => phaseOf(kind.get(rule)!) === phase).map(({ rule }) => rule);
        const [changing, leading] = [inPhase("changing"), inPhase("leading")];
        expect(inPhase("permitting")).toEqual(
          happening?.kind === "attempt" && !lapsed
            ? trace.rulebook.rules
                .filter(
                  ({ when, then }) =>
                    then.kind === "permit" && isFor(then, happening) && satisfiableAt(when, "attempt"),
                )
                .map(({ id }) => id)
            : [],
        );
        if (event === null || lapsed) {
          expect([...changing, ...leading]).toEqual([]);
        } else if (event === "time-passed") {
          // Only those of which some time has come; replay.test.ts says which.
          expect(expected(event).changing).toEqual(expect.arrayContaining(changing));
          expect(expected(event).leading).toEqual(expect.arrayContaining(leading));
          for (const asked of [changing, leading])
            expect(asked).toEqual([...new Set(asked)].sort((a, b) => rank.get(a)! - rank.get(b)!));
        } else {
          expect({ changing, leading }).toEqual(expected(event));
        }
      }
    },
  );

  promise("need not be kept: without them the trace is the same, but for them and the quiet moments", async (trace) => {
    const without = await live(trace.rulebook, trace.persona, { until: trace.until, findings: false });
    expect(without.entries).toEqual(trace.entries.map((entry) => ({ ...entry, findings: [] })));
    expect({ ...without, entries: [] }).toEqual({ ...trace, entries: [], quiet: [] });
    expect(ledgerOf(without)).toEqual(ledgerOf(trace));
  });

  promise("a measure is consulted at the opening, and again where what it reads has changed", (trace) => {
    const kind = kinds(trace);
    const measures = trace.rulebook.rules.filter(({ then }) => then.kind === "measure").map(({ id }) => id);
    expect(trace.entries[0]!.findings.map(({ rule }) => rule)).toEqual(measures);
    const last = new Map<string, Finding>();
    for (const findings of inOrder(trace)) {
      for (const finding of findings.filter(({ rule }) => kind.get(rule) === "measure")) {
        expect(finding.met).not.toEqual(last.get(finding.rule)?.met);
        last.set(finding.rule, finding);
      }
    }
    for (const { findings, effects } of trace.entries) {
      for (const effect of effects) {
        if (effect.kind === "imposed")
          expect(findings).toContainEqual(expect.objectContaining({ rule: effect.rule, matched: true }));
        if (effect.kind === "lifted")
          expect(findings).toContainEqual(expect.objectContaining({ rule: effect.rule, matched: false }));
      }
    }
    expect(new Set([...last.values()].filter(({ matched }) => matched).map(({ rule }) => rule))).toEqual(
      new Set(closing(trace).measures),
    );
  });

  function eventOf(happening: Entry["happening"]): EventName | null {
    switch (happening.kind) {
      case "life-event":
      case "internal":
        return happening.event;
      case "attempt":
        return "attempt";
      default:
        return null;
    }
  }

  /** Entries and quiet moments, each quiet one after the entry that it names. */
  function inOrder(trace: Trace): (readonly Finding[])[] {
    return trace.entries.flatMap(({ seq, findings }) => [
      findings,
      ...trace.quiet.filter(({ after }) => after === seq).map((moment) => moment.findings),
    ]);
  }
});

describe("counts of harms do not depend on how a rulebook is cut", () => {
  /** What may not change. Orders and evidence may: they are about the cut. */
  function counts({
    attempts,
    months,
    losses,
    lostPriority,
    scrutinisedMonths,
    classes,
    points,
    knowledge,
    turns,
  }: Ledger) {
    return {
      attempts,
      months,
      losses,
      lostPriority,
      scrutinisedMonths,
      classes,
      closing: points?.closing ?? null,
      decisions: knowledge.decisions,
      turns: turns.length,
    };
  }

  async function same(rulebook: Rulebook, cut: Rulebook, persona: Persona): Promise<void> {
    const [one, other] = [await live(rulebook, persona, { until: UNTIL }), await live(cut, persona, { until: UNTIL })];
    // A life that never settles is cut off after so many entries, which is no moment of the story.
    fc.pre([one, other].every((trace) => trace.entries.at(-1)!.happening.kind !== "runaway"));
    expect(counts(ledgerOf(other))).toEqual(counts(ledgerOf(one)));
  }

  test(
    "doubling the leads of a rule",
    async () => {
      await fc.assert(
        fc.asyncProperty(rulebooks(), personas, async (rulebook, persona) => {
          const doubled = rulebook.rules.flatMap((rule) =>
            rule.then.kind === "lead" ? [rule, { ...rule, id: `${rule.id}-again` }] : [rule],
          );
          fc.pre(doubled.length > rulebook.rules.length);
          await same(rulebook, { ...rulebook, rules: doubled }, persona);
        }),
        runs(150),
      );
    },
    LONG,
  );

  test(
    "doubling what permits",
    async () => {
      await fc.assert(
        fc.asyncProperty(rulebooks(), personas, async (rulebook, persona) => {
          const doubled = rulebook.rules.flatMap((rule) =>
            rule.then.kind === "permit" ? [rule, { ...rule, id: `${rule.id}-again` }] : [rule],
          );
          fc.pre(doubled.length > rulebook.rules.length);
          await same(rulebook, { ...rulebook, rules: doubled }, persona);
        }),
        runs(150),
      );
    },
    LONG,
  );

  // A rule that answers every measure, whichever it is, would answer two where there was one: it
  // counts measures on purpose. All other rulebooks are meant here.
  test(
    "splitting a measure that closes {a, b} into one that closes a and one that closes b",
    async () => {
      await fc.assert(
        fc.asyncProperty(rulebooks({ calm: true }), personas, async (rulebook, persona) => {
          const split = rulebook.rules.flatMap((rule): Rule[] => {
            if (rule.then.kind === "permit" && "measures" in rule.then.lifts) {
              // Of the two only one closes its door.
              const measures = rule.then.lifts.measures.flatMap((id) => [id, `${id}-again`]);
              return [{ ...rule, then: { ...rule.then, lifts: { measures } } }];
            }
            if (rule.then.kind !== "measure") return [rule];
            const { closes = [], ...rest }: Measure = rule.then;
            return closes.length < 2
              ? [rule]
              : [
                  { ...rule, then: { ...rest, closes: closes.slice(0, 1) } },
                  { ...rule, id: `${rule.id}-again`, then: { kind: "measure", closes: closes.slice(1) } },
                ];
          });
          fc.pre(split.length > rulebook.rules.length);
          await same(rulebook, { ...rulebook, rules: split }, persona);
        }),
        runs(150),
      );
    },
    LONG,
  );
});

describe("a rule that never matched", () => {
  test(
    "can be dropped without changing anything but its own findings",
    async () => {
      await fc.assert(
        fc.asyncProperty(rulebooks(), personas, async (rulebook, persona) => {
          const trace = await live(rulebook, persona, { until: UNTIL });
          const matched = new Set(
            [...trace.entries, ...trace.quiet].flatMap(({ findings }) =>
              findings.filter((finding) => finding.matched).map(({ rule }) => rule),
            ),
          );
          const idle = rulebook.rules.filter(({ id }) => !matched.has(id));
          fc.pre(idle.length > 0);
          for (const gone of idle) {
            const without = await live(
              { ...rulebook, rules: rulebook.rules.filter((rule) => rule !== gone) },
              persona,
              { until: UNTIL },
            );
            expect(without.entries).toEqual(
              trace.entries.map((entry) => ({ ...entry, findings: others(entry.findings, gone) })),
            );
            expect(without.quiet).toEqual(
              trace.quiet
                .map((moment) => ({ ...moment, findings: others(moment.findings, gone) }))
                .filter(({ findings }) => findings.length > 0),
            );
            expect(without.opening).toEqual(trace.opening);
          }
        }),
        runs(120),
      );
    },
    LONG,
  );

  const others = (findings: readonly Finding[], gone: Rule): Finding[] =>
    findings.filter(({ rule }) => rule !== gone.id);
});
