import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { assemble, headingOf } from "../../src/load/assemble.ts";
import { canonicalJson, digestOf } from "../../src/load/digest.ts";
import type { Layer } from "../../src/load/layer.ts";
import { type LoadedOverlay, parseOverlay } from "../../src/load/overlay.ts";
import { type LoadedPack, parsePack } from "../../src/load/pack.ts";
import { withReadings } from "../../src/load/readings.ts";
import type { Persona } from "../../src/model/persona.ts";
import type { Problem } from "../../src/model/problem.ts";
import { evidenceOf, type Rule } from "../../src/model/rule.ts";
import type { Rulebook } from "../../src/model/rulebook.ts";
import { editsBetween } from "../../src/analysis/edits.ts";
import { editsSay } from "../../src/report/experiment/edit-wording.ts";
import { scoringStanding } from "../../src/report/experiment/scoring-standing.ts";
import { evidenceSays } from "../../src/report/rule-evidence.ts";
import { replay } from "../../src/replay/replay.ts";
import { type Memory, prepare } from "../../src/engine/prepare.ts";
import { runs } from "../support/runs.ts";
import { composite, shippedPersonas, sound } from "../support/shipped.ts";
import { edited, OVERLAY, PACK } from "./samples.ts";

const TOY = sound(parsePack(PACK, "toy.jsonc"));

function overlay(text: string, file = "milder.jsonc"): LoadedOverlay {
  return sound(parseOverlay(text, file));
}

/** An overlay that holds only what is given. */
function only(keys: object, id = "edit"): LoadedOverlay {
  const rest = { kind: "overlay", id, version: "1", title: "Edit", about: "Made up.", asOf: "never", extends: "toy" };
  return overlay(JSON.stringify({ ...rest, ...keys }), `${id}.jsonc`);
}

function stack(...layers: readonly Layer[]): Rulebook {
  return sound(assemble(headingOf([TOY]), layers));
}

function said(problems: readonly Problem[]): string[] {
  return problems.map(({ code, at }) => `${code} ${at.file}:${at.line}:${at.column}`);
}

function wrong(...layers: readonly Layer[]): readonly Problem[] {
  const parsed = assemble(headingOf(layers.filter((layer): layer is LoadedPack => "pack" in layer)), layers);
  return parsed.ok ? parsed.notes : parsed.problems;
}

const rule = (rulebook: Rulebook, id: string): Rule => rulebook.rules.find((each) => each.id === id)!;
const [RED_LIGHT, NO_TRAIN] = TOY.pack.rules as [Rule, Rule, Rule];

describe("laid over a pack", () => {
  const after = stack(TOY, overlay(OVERLAY));

  test("it amends, takes out, and adds at the end", () => {
    expect(after.rules.map(({ id, pack }) => `${pack}: ${id}`)).toEqual([
      "toy: toy/red-light",
      "toy: toy/no-train",
      "milder: milder/praise",
    ]);
    expect(after.rules[0]!.then).toEqual({ kind: "post", points: -5, expiresAfterMonths: 24 });
    expect(after.rules[1]).toBe(NO_TRAIN);
  });

  test("the original stands beside what is amended", () => {
    expect(after.rules[0]!.amended).toEqual({ by: ["milder"], was: RED_LIGHT });
    expect(after.rules[2]!.amended).toBeUndefined();
  });

  test("every page will say so, and who did it", () => {
    expect(after.warning).toBe("Edited by “Milder” (overlay; invented): 1 rule changed, 1 dropped, 1 added.");
    expect(after.packs.map(({ id }) => id)).toEqual(["toy", "milder"]);
    expect(Object.keys(after.sources)).toEqual(["gazette", "almanac"]);
    const { digest, ...content } = after;
    expect(digest).toBe(digestOf(content));
    expect(JSON.parse(JSON.stringify(after))).toEqual(after);
  });

  test("one more overlay comes after it; the oldest original is kept, and both are named", () => {
    const twice = stack(TOY, overlay(OVERLAY), only({ amend: { "toy/red-light": { told: "outcome" } } }));
    expect(rule(twice, "toy/red-light").amended).toEqual({ by: ["milder", "edit"], was: RED_LIGHT });
    expect(twice.warning).toMatch(/Milder.*1 added\. Edited by “Edit” \(overlay; invented\): 1 rule changed\.$/);
  });

  test("what one overlay has done, another may undo", () => {
    const undone = stack(
      TOY,
      only({ amend: { "toy/no-train": { told: "reason" } } }, "one"),
      only({ amend: { "toy/no-train": { told: "outcome" } } }, "two"),
    );
    expect(rule(undone, "toy/no-train")).toEqual(NO_TRAIN);
  });

  test("a pack may come after an overlay, which does not reach it", () => {
    const other = sound(
      parsePack(
        PACK.replace(/"scoring"[^]*?"assigned": "at-once"\s*\},/, "").replaceAll("toy", "other"),
        "other.jsonc",
      ),
    );
    const rulebook = stack(TOY, overlay(OVERLAY), other);
    expect(rulebook.rules.map(({ id }) => id)).toEqual([
      "toy/red-light",
      "toy/no-train",
      "milder/praise",
      "other/red-light",
      "other/no-train",
      "other/late",
    ]);
  });
});

describe("where an amended thing stands", () => {
  const lightWith = (patch: object): Rule =>
    rule(stack(TOY, only({ amend: { "toy/red-light": patch } })), "toy/red-light");
  const art9 = ["gazette:art-9"];

  test("nowhere: it is invented, and what was not amended is not", () => {
    const light = lightWith({ then: { points: -5, expiresAfterMonths: 24 } });
    expect(light.numbers).toEqual({ points: { evidence: "invented", citations: [] } });
    expect([light.evidence, evidenceOf(light)]).toEqual(["reported", "invented"]);
  });
  test("where its own note says", () => {
    const note = { evidence: "documented", citations: art9 };
    expect(lightWith({ then: { points: -5 }, numbers: { points: note } }).numbers).toEqual({ points: note });
  });
  test("where the amendment cites", () => {
    const light = lightWith({ then: { points: -5 }, citations: art9 });
    expect(light.numbers).toEqual({ points: { evidence: "reported", citations: art9 } });
  });
  test("a level without a source is refused", () => {
    const patch = { then: { points: -5 }, numbers: { points: { evidence: "documented" } } };
    expect(said(wrong(TOY, only({ amend: { "toy/red-light": patch } })))).toEqual([
      expect.stringMatching(/^rule\/uncited edit\.jsonc:1:/),
    ]);
  });
  test("a number of a condition", () => {
    const when = { all: [RED_LIGHT.when, { fact: "priorCount", operator: "lessThan", value: 4 }] };
    const [event, prior] = (RED_LIGHT.when as unknown as { all: object[] }).all;
    const other = lightWith({ when: { all: [event, { ...prior, value: 4 }] } });
    expect(other).toMatchObject({ evidence: "reported", numbers: { when: { evidence: "invented" } } });
    expect(lightWith({ when })).toMatchObject({ evidence: "invented", citations: [] });
  });
  test("another effect, or another occasion, is the rule's own", () => {
    expect(lightWith({ then: { expiresAfterMonths: null } })).toMatchObject({ evidence: "invented", citations: [] });
    const when = { all: [{ fact: "event", operator: "equal", value: "drunk-driving" }] };
    expect(lightWith({ when })).toMatchObject({ evidence: "invented", citations: [] });
    expect(lightWith({ when, evidence: "documented", citations: art9 })).toMatchObject({
      evidence: "documented",
      citations: art9,
    });
  });
  test("a remark on the number that was says nothing of the new one", () => {
    const remarked = sound(
      parsePack(
        edited(
          PACK,
          '"evidence": "reported",',
          '"evidence": "reported", "numbers": { "points": { "evidence": "reported", "citations": ["gazette:art-7"], "comment": "Ten." } },',
        ),
        "toy.jsonc",
      ),
    );
    const after = stack(remarked, only({ amend: { "toy/red-light": { then: { points: -5 } } } }));
    expect(rule(after, "toy/red-light").numbers).toEqual({ points: { evidence: "invented", citations: [] } });
  });
  test("a term may be amended to an unknown one, or taken out; each end has a note of its own", () => {
    const term = { evidence: "documented", citations: ["gazette:art-7"] };
    const listing = edited(
      PACK,
      '{ "kind": "post", "points": -10, "expiresAfterMonths": 24 }',
      '{ "kind": "enlist", "list": "court-defaulters", "termMonths": 24 }',
    );
    const noted = edited(
      listing,
      '"evidence": "reported",',
      `"evidence": "reported", "numbers": { "termMonths": ${JSON.stringify(term)} },`,
    );
    const bare = edited(noted, ', "amend": { "toy/red-light": { "then": { "points": -20 } } }', "");
    const listed = sound(parsePack(bare, "toy.jsonc"));
    const after = (patch: object): Rule =>
      rule(stack(listed, only({ amend: { "toy/red-light": patch } })), "toy/red-light");
    for (const termMonths of ["unknown", null]) {
      const amended = after({ then: { termMonths } });
      expect(amended.then).toEqual({
        kind: "enlist",
        list: "court-defaulters",
        ...(termMonths === null ? {} : { termMonths }),
      });
      expect(amended).toMatchObject({
        evidence: "reported",
        numbers: { termMonths: { evidence: "invented", citations: [] } },
      });
      const numbers = { termMonths: { evidence: "inferred", citations: term.citations } };
      expect(after({ then: { termMonths }, numbers }).numbers).toEqual(numbers);
    }
    expect(evidenceSays(after({ then: { termMonths: null } }))).toBe(
      "rule reported [gazette], term invented (was for 24 months: rule reported [gazette], term documented [gazette])",
    );
  });
  test("who says how it was told says nothing of another way of telling", () => {
    const art = { evidence: "reported", citations: ["gazette:art-3"] } as const;
    const told = sound(
      parsePack(PACK.replace('"told": "nothing"', `"told": "nothing", "toldNote": ${JSON.stringify(art)}`), "t"),
    );
    const after = (patch: object): Rule =>
      rule(stack(told, only({ amend: { "toy/red-light": patch } })), "toy/red-light");
    expect(after({ told: "reason" }).toldNote).toBeUndefined();
    expect(after({ told: "reason", toldNote: art }).toldNote).toEqual(art);
    expect(after({ title: "Red" }).toldNote).toEqual(art);
  });
  test("a reading of what was amended is overtaken; any other stays", () => {
    expect(lightWith({ then: { points: -5 } }).readings).toEqual([]);
    expect(lightWith({ then: { expiresAfterMonths: 12 } }).readings).toEqual(RED_LIGHT.readings);
  });
  test("an amended rulebook can still be read otherwise", () => {
    const amended = stack(TOY, only({ amend: { "toy/red-light": { then: { expiresAfterMonths: 12 } } } }));
    const read = sound(withReadings(amended, { amount: "twenty" }));
    expect(rule(read, "toy/red-light")).toMatchObject({ then: { points: -20 }, amended: { by: ["edit"] } });
  });
});

describe("how points are kept", () => {
  test("an opening and classes of one's own are invented, unless they cite", () => {
    const classes = [
      { id: "A", label: "good", min: 50 },
      { id: "B", label: "middling" },
    ];
    const after = stack(TOY, only({ opening: 80, classes }));
    expect(after.scoring).toMatchObject({
      opening: 80,
      classes: [{ min: 50 }, { id: "B", min: null }],
      numbers: { opening: { evidence: "invented" }, classes: { evidence: "invented" } },
    });
    expect(after.warning).toBe(
      "Edited by “Edit” (overlay; invented): 80 points at the opening instead of 100; other classes.",
    );
    const numbers = { opening: { evidence: "reported", citations: ["gazette:art-1"] } };
    expect(stack(TOY, only({ opening: 80, numbers })).scoring!.numbers).toEqual(numbers);
  });
  test("the months until a deduction returns, likewise", () => {
    const after = stack(TOY, only({ deductionsReturnAfterMonths: 9 }));
    expect(after.scoring).toMatchObject({
      deductionsReturnAfterMonths: 9,
      numbers: { deductionsReturnAfterMonths: { evidence: "invented" } },
    });
    expect(after.warning).toBe("Edited by “Edit” (overlay; invented): deductions return after another time.");
  });
  test("and that they do not come back by themselves: a statement with a level of its own", () => {
    const returning = sound(
      parsePack(
        edited(PACK, '"assigned": "at-once"', '"assigned": "at-once", "deductionsReturnAfterMonths": 9'),
        "toy.jsonc",
      ),
    );
    const cited = { evidence: "reported", citations: ["gazette:art-1"] };
    const after = stack(
      returning,
      only({ deductionsReturnAfterMonths: null, numbers: { deductionsReturnAfterMonths: cited } }),
    );
    expect(after.scoring).toMatchObject({
      deductionsReturnAfterMonths: null,
      numbers: { deductionsReturnAfterMonths: cited },
    });
    expect(after.warning).toBe("Edited by “Edit” (overlay; invented): deductions do not come back.");
    expect(scoringStanding(after, ["deductionsReturnAfterMonths"])).toMatchObject([
      { says: "Return of deductions: they do not come back · reported [gazette]." },
    ]);
    expect(editsSay(editsBetween(stack(returning), after))).toEqual([
      "Return of deductions: after 9 months → they do not come back.",
    ]);
    // Where nothing was said of it they did not come back either.
    expect(said(wrong(TOY, only({ deductionsReturnAfterMonths: null })))).toEqual([
      "overlay/amends-nothing edit.jsonc:1:110",
      "overlay/changes-nothing edit.jsonc:1:1",
    ]);
    expect(
      editsBetween(stack(TOY), { ...stack(TOY), scoring: { ...TOY.pack.scoring!, deductionsReturnAfterMonths: null } }),
    ).toEqual([]);
  });
  test("on what the edit as a whole rests is said on every page, and has to be cited", () => {
    const cited = { evidence: "reported", citations: ["gazette:art-1"] };
    const after = stack(TOY, only({ amend: { "toy/no-train": null }, ...cited }));
    expect(after.warning).toBe("Edited by “Edit” (overlay; reported [gazette]): 1 rule dropped.");
    expect(after.packs.at(-1)!.rests).toEqual(cited);
    expect(() => only({ amend: { "toy/no-train": null }, evidence: "reported" })).toThrow("cites nothing");
    const unknown = { ...cited, citations: ["gazete:art-1"] };
    expect(wrong(TOY, only({ amend: { "toy/no-train": null }, ...unknown }))[0]).toMatchObject({
      code: "rule/unknown-source",
      advice: "Did you mean “gazette”?",
    });
  });
  test("a reading under which the rule is not there outlives an amendment; one of what was changed does not", () => {
    const pack = (amend: string): LoadedPack =>
      sound(parsePack(edited(PACK, '{ "then": { "points": -20 } }', amend), "toy.jsonc"));
    const edit = only({ amend: { "toy/red-light": { then: { points: -5 } } } });
    const readings = (amend: string): number => rule(stack(pack(amend), edit), "toy/red-light").readings!.length;
    expect([readings("null"), readings('{ "then": { "points": -20 } }')]).toEqual([1, 0]);
  });
  test("a class that rules ask for cannot be left out", () => {
    const problems = wrong(TOY, only({ classes: [{ id: "A", label: "all" }] }));
    expect(said(problems)).toEqual([expect.stringMatching(/^rule\/unknown-class edit\.jsonc/)]);
    expect(problems[0]!.message).toContain("“toy/no-train” asks for it");
  });
  test("where there is no score there is nothing to amend", () => {
    const scoreless = sound(
      parsePack(
        PACK.replace(/"scoring"[^]*?"assigned": "at-once"\s*\},/, "")
          .replace(
            '"kind": "post", "points": -10, "expiresAfterMonths": 24',
            '"kind": "delist", "list": "court-defaulters"',
          )
          .replace('{ "then": { "points": -20 } }', "null"),
        "toy.jsonc",
      ),
    );
    expect(said(wrong(scoreless, only({ opening: 5 })))).toEqual([
      expect.stringMatching(/^overlay\/no-scoring edit\.jsonc/),
    ]);
  });
});

describe("what changes nothing", () => {
  const plain = stack(TOY);

  test.each<[string, object, readonly string[]]>([
    ["an empty overlay", {}, ["changes-nothing"]],
    [
      "a number as it was",
      { amend: { "toy/red-light": { then: { points: -10 } } } },
      ["amends-nothing", "changes-nothing"],
    ],
    ["an opening as it was", { opening: 100 }, ["amends-nothing", "changes-nothing"]],
    ["nothing but sources and unknowns", { sources: {}, unknowns: ["all of it"] }, ["changes-nothing"]],
  ])("%s leaves the rulebook as it was, and is told so", (_, keys, codes) => {
    const parsed = assemble((effective) => headingOf(effective as LoadedPack[]), [TOY, only(keys)]);
    expect(parsed).toEqual({ ok: true, value: plain, notes: expect.anything() as unknown });
    expect((parsed.ok ? parsed.notes : []).map(({ code, severity }) => `${severity} ${code}`).sort()).toEqual(
      codes.map((code) => `note overlay/${code}`),
    );
  });

  test("beside a change, a single idle amendment gets its note", () => {
    const notes = wrong(
      TOY,
      only({ amend: { "toy/red-light": { told: "nothing" }, "toy/no-train": { told: "reason" } } }),
    );
    expect(notes.map(({ code }) => code)).toEqual(["overlay/amends-nothing"]);
    expect(notes[0]!.message).toContain("toy/red-light");
  });
});

const COMPOSITE = composite();
const PATCHES = COMPOSITE.rules.map(({ id, pack: _pack, readings: _readings, ...rest }): [string, object] => {
  const { title, when, then, evidence, told, numbers } = rest;
  return [id, { title, when, then, evidence, told, ...(numbers === undefined ? {} : { numbers }) }];
});
const asPack: LoadedPack = {
  pack: { ...COMPOSITE, version: "1", about: "", asOf: "", unknowns: [], scoring: COMPOSITE.scoring! },
  locate: TOY.locate,
};
const HEADING = { id: COMPOSITE.id, title: COMPOSITE.title, warning: COMPOSITE.warning };

property.prop([fc.subarray(PATCHES)], runs<[[string, object][]]>(20))(
  "restating any of the shipped rules gives the same rulebook, byte for byte",
  (patches) => {
    const parsed = sound(assemble(HEADING, [asPack, only({ amend: Object.fromEntries(patches) })]));
    expect(canonicalJson({ ...parsed, packs: [], digest: "" })).toBe(
      canonicalJson({ ...COMPOSITE, packs: [], digest: "" }),
    );
    expect(parsed.digest).toBe(sound(assemble(HEADING, [asPack])).digest);
  },
);

const MEMORY: Memory = new Map();
/** What another rule may ask for cannot be taken out alone. */
const FREE = COMPOSITE.rules.filter(({ then }) => !["measure", "enlist"].includes(then.kind)).map(({ id }) => id);

/** But for what says that there is an overlay. */
const bytesOf = (rulebook: Rulebook): string => canonicalJson({ ...rulebook, packs: [], warning: null, digest: "" });

property.prop([fc.subarray(FREE), fc.constantFrom(...shippedPersonas())], runs<[string[], Persona]>(20))(
  "to take rules out is to have written the rulebook without them, byte for byte, and the same life is lived under it",
  async (gone, persona) => {
    const amend = Object.fromEntries(gone.map((id) => [id, null]));
    const edit = sound(assemble(HEADING, [asPack, only({ amend })]));
    const rules = asPack.pack.rules.filter(({ id }) => !gone.includes(id));
    const written = sound(assemble(HEADING, [{ ...asPack, pack: { ...asPack.pack, rules } }]));
    expect(bytesOf(edit)).toBe(bytesOf(written));
    const lives = await Promise.all([edit, written].map(async (book) => replay(await prepare(book, MEMORY), persona)));
    const [one, other] = lives.map(({ entries, quiet }) => JSON.stringify({ entries, quiet }));
    expect(one).toBe(other);
  },
);

test("of an edited rulebook, only other conditions are asked about anew", async () => {
  const memory = new Map();
  const asked = async (keys: object): Promise<number> =>
    (await prepare(sound(assemble(HEADING, [asPack, only(keys)])), memory)).questions;
  expect(await asked({})).toBeGreaterThan(100);
  expect(await asked({ amend: { "suining/red-light": { then: { points: -1 } }, "suining/publication": null } })).toBe(
    0,
  );
  const when = {
    all: [
      { fact: "event", operator: "equal", value: "charity" },
      { fact: "score", operator: "lessThan", value: 7 },
    ],
  };
  expect(await asked({ amend: { "suining/red-light": { when } } })).toBeLessThan(10);
});

test("a life under a restated rulebook is the same life", async () => {
  const [one] = shippedPersonas();
  const restated = sound(assemble(HEADING, [asPack, only({ amend: Object.fromEntries(PATCHES) })]));
  const same = sound(assemble(HEADING, [asPack]));
  expect(JSON.stringify(replay(await prepare(restated), one!))).toBe(JSON.stringify(replay(await prepare(same), one!)));
});

describe("rules named by a selector", () => {
  const below = COMPOSITE.rules;
  const [pool, prefixes] = [
    below.map(({ id }) => id.split("/")),
    [...new Set(below.map(({ id }) => id.split("/")[0]!))],
  ];

  /** A selector of the rules of the composite, and those that it means, worked out without it. */
  const selectors = fc
    .record({
      prefix: fc.constantFrom(...prefixes),
      names: fc.array(
        fc.record({
          name: fc.constantFrom(...pool.map(([, name]) => name!)),
          from: fc.nat(12),
          shape: fc.constantFrom("whole", "begins", "ends", "around"),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      kind: fc.option(fc.constantFrom(...below.map(({ then }) => then.kind))),
    })
    .map(({ prefix, names, kind }) => {
      const parts = names.map(({ name, from, shape }) => {
        const piece = name.slice(0, from + 1);
        if (shape === "whole") return { text: name, means: (own: string) => own === name };
        if (shape === "begins") return { text: `${piece}*`, means: (own: string) => own.startsWith(piece) };
        if (shape === "ends")
          return { text: `*${name.slice(-1 - from)}`, means: (own: string) => own.endsWith(name.slice(-1 - from)) };
        const end = name.slice(-1);
        return {
          text: `${piece}*${end}`,
          means: (own: string) => own.length > piece.length && own.startsWith(piece) && own.endsWith(end),
        };
      });
      const ids = below
        .filter(({ id, then }) => {
          const [pack, own] = id.split("/");
          return pack === prefix && parts.some(({ means }) => means(own!)) && (kind === null || then.kind === kind);
        })
        .map(({ id }) => id);
      return {
        selector: `${prefix}/${parts.map(({ text }) => text).join(",")}${kind === null ? "" : `:${kind}`}`,
        ids,
      };
    });
  type Edit = [{ selector: string; ids: string[] }, object | null];
  const patches = fc.constantFrom<(object | null)[]>(null, { caution: "Edited." }, { told: "outcome" }, { title: "x" });

  property.prop([fc.array(fc.tuple(selectors, patches), { minLength: 1, maxLength: 3 })], runs<[Edit[]]>(60))(
    "make the rulebook that the same overlay makes with each rule by its id",
    (drawn) => {
      const taken = new Set<string>();
      const apart = drawn.filter(([{ ids }]) => {
        const isApart = ids.length > 0 && ids.every((id) => !taken.has(id));
        if (isApart) for (const id of ids) taken.add(id);
        return isApart;
      });
      const made = (amend: object) => assemble(HEADING, [asPack, only({ amend })]);
      const short = made(Object.fromEntries(apart.map(([{ selector }, patch]) => [selector, patch])));
      const long = made(Object.fromEntries(apart.flatMap(([{ ids }, patch]) => ids.map((id) => [id, patch]))));
      expect(short.ok).toBe(long.ok);
      if (short.ok && long.ok) expect(short.value).toEqual(long.value);
      else expect(saidOf(short)).toEqual(saidOf(long));
    },
  );

  const saidOf = (parsed: ReturnType<typeof assemble>): string[] =>
    parsed.ok ? [] : parsed.problems.map(({ code, message }) => `${code} ${message}`).sort();

  test("are told in the place of the selector what is wrong with one of them", () => {
    const points = only({ amend: { "toy/late,red-*": { then: { points: 0 } } } });
    expect(wrong(TOY, points).map(({ code, at }) => `${code} ${at.path}`)).toEqual([
      'rule/unknown-key amend["toy/late,red-*"].then.points',
      'rule/no-points amend["toy/late,red-*"].then.points',
    ]);
  });

  test("are refused where two mean one rule, and the two are named", () => {
    const both = only({ amend: { "toy/red-light": { title: "x" }, "toy/*": { caution: "y" } } });
    expect(wrong(TOY, both)).toMatchObject([
      {
        code: "overlay/amended-twice",
        at: { path: 'amend["toy/*"]' },
        message:
          "“toy/red-light” is meant here and by “toy/red-light” above; which of the two holds could not be told.",
        advice: "Name it once.",
      },
    ]);
  });

  test("mean the rules that overlays below have added, and none that this one adds", () => {
    const first = overlay(OVERLAY);
    const after = stack(TOY, first, only({ amend: { "milder/*": { title: "Praised" } } }));
    expect(rule(after, "milder/praise").title).toBe("Praised");
    const own = { ...JSON.parse(JSON.stringify(first.overlay.add[0])), id: "edit/praise", pack: undefined };
    expect(said(wrong(TOY, only({ amend: { "edit/*": null }, add: [own] })))).toEqual([
      expect.stringMatching(/^overlay\/unknown-rule /),
    ]);
  });

  test("say of one that it was left as it was", () => {
    const notes = wrong(TOY, only({ amend: { "toy/no-train,late": { told: "outcome" }, "toy/red-light": null } }));
    expect(notes.map(({ code, at }) => `${code} ${at.path}`)).toEqual(
      Array(2).fill('overlay/amends-nothing amend["toy/no-train,late"]'),
    );
  });
});

describe("each its own problem, with its place in the overlay", () => {
  test.each<[string, string, string, readonly string[], string?]>([
    [
      "a rule that is not there",
      '"toy/red-light": {',
      '"toy/red-ligth": {',
      ["overlay/unknown-rule 11:5"],
      "toy/red-light",
    ],
    [
      "a rule to be taken out that is not there",
      '"toy/late": null',
      '"toy/lat": null',
      ["overlay/unknown-rule 12:5"],
      "toy/late",
    ],
    ["neither a patch nor null", '"toy/late": null', '"toy/late": false', ["overlay/wrong-type 12:17"]],
    ["a rule named twice", '"toy/late": null', '"toy/late": null, "toy/late": {}', ["file/duplicate-key 12:23"]],
    [
      "a key that there was once",
      '"add"',
      '"drop": ["toy/late"], "add"',
      ["overlay/unknown-key 14:3"],
      'Name each rule that is taken out in “amend”, with null: "amend": { "pack/rule": null }.',
    ],
    ["an added rule that is there", '"milder/praise"', '"toy/no-train"', ["rule/duplicate-id 16:13"]],
    ["an added rule of a faulty shape", '"points": 10', '"points": 0', ["rule/no-points 19:43"]],
    [
      "an added rule that cites what is not there",
      '"gazette:art-9"',
      '"gazete:art-9"',
      ["rule/unknown-source 21:21"],
      "gazette",
    ],
    [
      "an added rule that cites a place that is not there",
      '"gazette:art-9"',
      '"gazette:art-99"',
      ["rule/unknown-place 21:21"],
      "Did you mean “art-9”? Or name it under “places” of the source.",
    ],
    [
      "an amendment that cites a place that is not there",
      '"then": { "points": -5 }',
      '"citations": ["almanac:p-1", "almanac:p-2"]',
      ["rule/unknown-place 11:53"],
      "“p-1”",
    ],
    [
      "a selector that means no rule",
      '"toy/late": null',
      '"toy/lat,l-*": null',
      ["overlay/unknown-rule 12:5"],
      "toy/late",
    ],
    [
      "a rule meant twice",
      '"toy/late": null',
      '"toy/late": null, "toy/*:lead": { "told": "reason" }',
      ["overlay/amended-twice 12:23"],
      "Name it once.",
    ],
    ["a selector without its pack", '"toy/late": null', '"late": null', ["overlay/malformed 12:5"]],
    [
      "a place of two meanings",
      '"almanac": { "title": "An almanac", "seen": "whole", "places": { "p-1": "p. 1" } }',
      '"gazette": { "title": "A gazette", "seen": "whole", "places": { "art-7": "p. 1" } }',
      ["rulebook/two-places 9:80"],
    ],
    ["a key that cannot be amended", '"then": { "points": -5 }', '"pack": "mine"', ["overlay/unknown-key 11:24"]],
    ["readings cannot be amended", '"then": { "points": -5 }', '"readings": []', ["overlay/unknown-key 11:24"]],
    ["a number that cannot be", '"points": -5', '"points": 0', ["rule/no-points 11:44"]],
    ["a misspelt number", '"points": -5', '"pionts": -5', ["rule/unknown-key 11:34"], "points"],
    ["a key taken out that has to be there", '"then": { "points": -5 }', '"title": null', ["rule/missing-key 11:33"]],
    [
      "conditions merged into others",
      '"then": { "points": -5 }',
      '"when": { "any": [{ "fact": "event", "operator": "equal", "value": "charity" }] }',
      ["rule/mixed-condition 11:32"],
      "null takes a key out",
    ],
    [
      "a measure that reads an event",
      '"then": { "points": -5 }',
      '"then": { "kind": "measure", "closes": ["air-travel"], "points": null, "expiresAfterMonths": null }',
      ["rule/measure-reads-event 11:22"],
    ],
    ["somebody's number", '"Made up for the tests."', '"Call 0512 1234 5678."', ["pack/identifies-someone 6:12"]],
    [
      "somebody's number in an amendment",
      '"then": { "points": -5 }',
      '"comment": "Call 0512 1234 5678."',
      ["pack/identifies-someone 11:35"],
    ],
    [
      "a note on a number that is not given",
      '"add"',
      '"numbers": { "opening": { "evidence": "invented" } }, "add"',
      ["overlay/note-without-number 14:16"],
    ],
    ["an unknown key", '"add"', '"addd": [], "add"', ["overlay/unknown-key 14:3"], "add"],
    [
      "a schema of another kind",
      '"kind": "overlay"',
      '"$schema": "./pack.schema.json", "kind": "overlay"',
      ["overlay/malformed 2:14"],
    ],
    [
      "a source of two meanings",
      '"almanac": { "title": "An almanac"',
      '"gazette": { "title": "An almanac"',
      ["rulebook/two-sources 9:16"],
    ],
  ])("%s", (_, from, to, says, advice) => {
    const parsed = parseOverlay(edited(OVERLAY, from, to), "m");
    const problems = parsed.ok ? wrong(TOY, parsed.value) : parsed.problems;
    expect(problems.map(({ code, at }) => `${code} ${at.line}:${at.column}`)).toEqual(says);
    if (advice !== undefined) expect(problems[0]!.advice).toContain(advice);
  });

  test("a rule taken out that another asks for: where it is taken out", () => {
    const asks = edited(
      PACK,
      '{ "fact": "denied", "operator": "equal", "value": true }',
      '{ "fact": "measures", "operator": "contains", "value": "toy/no-train" }',
    );
    const pack = sound(parsePack(asks, "toy.jsonc"));
    const problems = wrong(pack, overlay(edited(OVERLAY, '"toy/late": null', '"toy/no-train": null')));
    expect(said(problems)).toEqual(["rule/unknown-measure milder.jsonc:12:5"]);
    expect(problems[0]!.message).toContain("It is taken out here, and “toy/late” asks for it.");
  });

  test("a measure that an amendment makes deny itself: at the amendment", () => {
    const when = { not: { fact: "measures", operator: "contains", value: "toy/no-train" } };
    expect(said(wrong(TOY, only({ amend: { "toy/no-train": { when: { ...when } } } })))).toEqual([
      expect.stringMatching(/^rule\/denies-itself edit\.jsonc/),
    ]);
  });

  test("of two that then deny each other, at the one that was amended", () => {
    const measure = (id: string, when: object): object => ({
      id: `toy/${id}`,
      title: id,
      when,
      then: { kind: "measure", closes: ["air-travel"] },
      evidence: "invented",
      told: "nothing",
    });
    const asks = (id: string): object => ({ fact: "measures", operator: "contains", value: `toy/${id}` });
    const score = { fact: "score", operator: "lessThan", value: 5 };
    const both = only({ add: [measure("x", { not: asks("y") }), measure("y", score)] }, "both");
    const problems = wrong(TOY, both, only({ amend: { "toy/y": { when: asks("x") } } }));
    expect(said(problems).map((line) => line.split(":")[0])).toContain("rule/denies-itself edit.jsonc");
  });

  test("a reading that would then be faulty", () => {
    const pack = sound(
      parsePack(
        edited(
          PACK.replace('"evidence": "invented",', '"evidence": "invented", "citations": ["gazette:art-2"],'),
          '"amend": {',
          '"amend": { "toy/no-train": { "evidence": "reported" },',
        ),
        "toy.jsonc",
      ),
    );
    const problems = wrong(pack, only({ amend: { "toy/no-train": { citations: [] } } }));
    expect(said(problems)).toEqual([expect.stringMatching(/^rule\/uncited edit\.jsonc/)]);
    expect(problems[0]!.message).toContain("Under this answer “toy/no-train” would be faulty.");
  });

  test("elsewhere than over what it extends, that is said", () => {
    const [problem] = wrong(TOY, { ...only({ amend: { "court/x": null }, extends: "court" }), elsewhere: "toy" });
    expect(problem!.message).toContain("This overlay extends “court”; here it is applied to “toy”.");
  });

  test("twice the same overlay, or one with the id of a pack", () => {
    const empty = only({});
    expect(said(wrong(TOY, empty, only({})))).toEqual(Array(2).fill("overlay/id-taken edit.jsonc:1:24"));
    expect(said(wrong(TOY, only({}, "toy")))).toEqual(["overlay/id-taken toy.jsonc:1:24"]);
  });

  test("all of them at once, in the order of the file", () => {
    let text = edited(OVERLAY, '"toy/red-light": {', '"toy/red-ligth": {');
    text = edited(text, '"toy/late": null', '"toy/lat": null');
    text = edited(text, '"milder/praise"', '"toy/no-train"');
    expect(said(wrong(TOY, overlay(text, "m"))).map((line) => line.split(" ")[1])).toEqual([
      "m:11:5",
      "m:12:5",
      "m:16:13",
    ]);
  });
});

test("where an overlay ties a class to a way of travel, the page says that no source does", () => {
  const when = { all: [{ fact: "class", operator: "equal", value: "D" }] };
  const add = [
    {
      id: "edit/no-plane",
      title: "x",
      when,
      then: { kind: "measure", closes: ["air-travel"] },
      evidence: "invented",
      told: "nothing",
    },
  ];
  expect(sound(assemble(HEADING, [asPack, only({ add })])).warning).toMatch(
    /Here a class or a score does shut a way to travel, which no source seen says\.$/,
  );
});
