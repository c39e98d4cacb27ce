import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HORIZON } from "../../src/model/story-time.ts";
import type { Persona } from "../../src/model/persona.ts";
import type { Rulebook } from "../../src/model/rulebook.ts";
import { type Entry, ranAway, type Trace } from "../../src/model/trace.ts";
import { personas, rulebooks, UNTIL } from "../support/arbitraries.ts";
import { live } from "../support/builders.ts";
import { type NaiveEntry, NaiveLife } from "../support/naive-replay.ts";
import { LONG, runs } from "../support/runs.ts";
import { shippedPersonas, shippedRulebooks } from "../support/shipped.ts";

/** What the naive replay knows of a trace. It keeps no causes, so what only renews causes is no entry to it. */
function plainly(trace: Trace): NaiveEntry[] {
  return trace.entries
    .filter((entry) => !onlyRests(entry))
    .map((entry) => ({
      month: entry.month,
      what: whatOf(entry),
      lapsed: entry.effects.some((effect) => effect.kind === "lapsed" && effect.rule === null),
      denied: entry.effects.flatMap((effect) => (effect.kind === "denied" ? [effect.door] : [])),
      moved: entry.effects.flatMap((effect) =>
        effect.kind === "posting" ? [`${effect.points} ${effect.reason}`] : [],
      ),
      permitted: entry.effects.flatMap((effect) =>
        effect.kind === "permitted" ? [`${effect.rule}: ${[...effect.measures].sort().join(" ")}`] : [],
      ),
      remarks: entry.effects.flatMap((effect) => (effect.kind === "remarked" ? [effect.rule] : [])),
      after: entry.after,
    }));
}

function onlyRests({ happening, effects }: Entry): boolean {
  return happening.kind === "internal" && effects.every((effect) => effect.kind === "rests");
}

function whatOf({ happening }: Entry): string {
  switch (happening.kind) {
    case "life-event":
      return `${happening.event} ${happening.origin.kind}`;
    case "attempt":
      return `attempt ${happening.door} ${happening.purpose} ${happening.origin.kind}`;
    case "internal":
      return `internal ${happening.event}`;
    case "deferred":
      return `deferred ${happening.rule}`;
    case "term":
      return `term ${happening.what}`;
    default:
      return happening.kind;
  }
}

async function agree(rulebook: Rulebook, persona: Persona, until: number): Promise<void> {
  const trace = await live(rulebook, persona, { until });
  const naive = new NaiveLife(rulebook, persona, until).entries;
  const ran = plainly(trace);
  if (ranAway(trace)) {
    expect(naive.at(-1)!.what).toBe("runaway");
    expect(ran.slice(0, 300)).toEqual(naive.slice(0, 300));
  } else {
    expect(ran).toEqual(naive);
  }
}

describe("replay agrees with one written plainly from the words", () => {
  test(
    "on random rulebooks and lives",
    async () => {
      await fc.assert(
        fc.asyncProperty(rulebooks(), personas, (rulebook, persona) => agree(rulebook, persona, UNTIL)),
        runs(300),
      );
    },
    LONG,
  );

  describe.each(shippedRulebooks().map((rulebook) => [rulebook.id, rulebook] as const))("on %s", (_, rulebook) => {
    test.each(shippedPersonas().map((persona) => [persona.id, persona] as const))("× %s", async (_id, persona) => {
      await agree(rulebook, persona, HORIZON);
    });
  });
});
