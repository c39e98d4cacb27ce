import { describe, expect, test } from "vitest";
import { countsOf } from "../../src/analysis/ledger.ts";
import { partsOf } from "../../src/analysis/parts.ts";
import { type Memory, prepare as ask } from "../../src/engine/prepare.ts";
import type { Rulebook } from "../../src/model/rulebook.ts";
import { resolveRulebook } from "../../src/cli/rulebook-expression.ts";
import { partsSay, partsSection } from "../../src/report/parts-wording.ts";
import { replay } from "../../src/replay/replay.ts";
import { composite, shippedPersonas } from "../support/shipped.ts";

/** The parts share their conditions, and each is asked once. */
const MEMORY: Memory = new Map();
const prepare = (rulebook: Rulebook) => ask(rulebook, MEMORY);

const RULEBOOK = composite();
const PREPARED = await prepare(RULEBOOK);
const PACKS = ["suining-2010", "court-defaulters-2017", "everyday-consequences"];

/** Under that stack, read from its files and replayed by itself. */
async function comesTo(packs: readonly string[], persona: (typeof PERSONAS)[number]) {
  const { rulebook } = resolveRulebook(packs.join(","));
  const { attempts, losses, months } = countsOf(replay(await prepare(rulebook!), persona));
  return {
    packs,
    denied: attempts.denied,
    tried: attempts.tried,
    losses: losses.reduce((sum, { count }) => sum + count, 0),
    months: months.anyDoor,
    ...(months.upTo === undefined ? {} : { upTo: months.upTo }),
  };
}

const PERSONAS = shippedPersonas();

describe("a composite taken apart", () => {
  test.each(PERSONAS)("$id: each part is what the packs come to that are read by themselves", async (persona) => {
    const parts = (await partsOf(replay(PREPARED, persona), prepare))!;
    expect(parts.lived.map(({ packs }) => packs)).toEqual([
      ...PACKS.map((pack) => [pack]),
      [PACKS[0], PACKS[1]],
      [PACKS[0], PACKS[2]],
      [PACKS[1], PACKS[2]],
      PACKS,
    ]);
    // Everyday consequences ask for a class, and so are no rulebook without the county's points.
    const readable = parts.lived.filter(({ packs }) => packs.includes("suining-2010") || !packs.includes(PACKS[2]!));
    for (const part of readable) expect(part).toEqual(await comesTo(part.packs, persona));
  });

  test("the losses need a pack where they come with it in every part, and in none without it", async () => {
    for (const persona of PERSONAS) {
      const { lived, lossNeeds } = (await partsOf(replay(PREPARED, persona), prepare))!;
      for (const pack of PACKS) {
        const without = lived.filter(({ packs }) => !packs.includes(pack));
        const needed = lived.at(-1)!.losses > 0 && without.every(({ losses }) => losses === 0);
        expect(
          lossNeeds.some((need) => need.pack === pack),
          `${persona.id} ${pack}`,
        ).toBe(needed);
      }
    }
  });

  test("one pack has no parts", async () => {
    const { rulebook } = resolveRulebook("court-defaulters-2017");
    expect(await partsOf(replay(await prepare(rulebook!), PERSONAS[0]!), prepare)).toBeNull();
  });

  test("in words, no part is called more than it is", async () => {
    const flagship = PERSONAS.find(({ id }) => id === "missed-instalment")!;
    const parts = (await partsOf(replay(PREPARED, flagship), prepare))!;
    const [counts, need] = partsSay(parts, RULEBOOK);
    for (const { packs, denied, months, losses } of parts.lived.filter((part) => part.packs.length === 1)) {
      const { short } = RULEBOOK.packs.find(({ id }) => id === packs[0])!;
      expect(counts).toContain(`${short} alone ${denied}, ${months}, ${losses}`);
    }
    expect(need).toContain("No loss comes without");
    expect(need).toContain("Every link that everyday consequences add is ours: inferred or invented.");
    expect(partsSection(parts, RULEBOOK).table!.rows).toHaveLength(7);
  });
});
