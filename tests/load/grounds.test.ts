import { describe, expect, test } from "vitest";
import type { Problem } from "../../src/model/problem.ts";
import type { Rulebook } from "../../src/model/rulebook.ts";
import { assemble } from "../../src/load/assemble.ts";
import { parseOverlay } from "../../src/load/overlay.ts";
import { parsePack } from "../../src/load/pack.ts";
import { withReadings } from "../../src/load/readings.ts";
import { edited } from "./samples.ts";

const rule = (id: string, event: string, then: string): string =>
  `{ "id": "court/${id}", "title": "${id}", "when": { "all": [{ "fact": "event", "operator": "equal", "value": "${event}" }] },
      "then": ${then}, "evidence": "invented", "told": "nothing" }`;

/** Two grounds for one list and one for another; a payment ends the first. */
const COURT = `{
  "kind": "pack", "id": "court", "version": "1", "title": "Lists", "about": "Made up.", "asOf": "never", "sources": {},
  "questions": { "hiding": { "asks": "?", "answers": {
    "lists": { "says": "a" },
    "limits": { "says": "b", "amend": { "court/hiding": { "then": { "list": "spending-limits" } } } }
  }, "default": "lists" } },
  "rules": [
    ${rule("refusal", "court-finds-refusal", '{ "kind": "enlist", "list": "court-defaulters" }')},
    ${rule("hiding", "court-finds-assets-hidden", '{ "kind": "enlist", "list": "court-defaulters" }')},
    ${rule("limits", "court-limits-spending", '{ "kind": "enlist", "list": "spending-limits" }')},
    ${rule("paid", "debt-paid", '{ "kind": "delist", "list": "court-defaulters", "ground": "court/refusal" }')}
  ]
}`;

function assembled(text: string, ...overlays: string[]): Rulebook | readonly Problem[] {
  const pack = parsePack(text, "court.jsonc");
  if (!pack.ok) return pack.problems;
  const layers = overlays.map((rest) => {
    const parsed = parseOverlay(
      `{ "kind": "overlay", "id": "edit", "version": "1", "title": "Edit", "about": "x", "asOf": "never", "extends": "court",\n ${rest} }`,
      "edit.jsonc",
    );
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return parsed.value;
  });
  const book = assemble({ id: "court", title: "Lists", warning: null }, [pack.value, ...layers]);
  return book.ok ? book.value : book.problems;
}

function sound(book: ReturnType<typeof assembled>): Rulebook {
  if (!("rules" in book)) throw new Error(JSON.stringify(book));
  return book;
}

describe("a ground that is ended by name", () => {
  test("is kept as it was written", () => {
    expect(sound(assembled(COURT)).rules[3]!.then).toEqual({
      kind: "delist",
      list: "court-defaulters",
      ground: "court/refusal",
    });
  });

  test.each([
    [
      "that no rule enters",
      "court/refusl",
      "There is no rule “court/refusl” in this rulebook that puts on a list; nothing would ever be ended.",
      "Did you mean “court/refusal”?",
    ],
    [
      "of a rule that puts nobody on a list",
      "court/paid",
      "There is no rule “court/paid” in this rulebook that puts on a list; nothing would ever be ended.",
      "Choose one of: court/refusal, court/hiding.",
    ],
    [
      "of another list",
      "court/limits",
      "“court/limits” puts on “spending-limits”, not on “court-defaulters”; nothing would ever be ended.",
      "Did you mean “court/hiding”?",
    ],
  ])("%s is refused in its place", (_, ground, message, advice) => {
    const text = edited(COURT, '"ground": "court/refusal"', `"ground": "${ground}"`);
    expect(assembled(text)).toMatchObject([
      { code: "rule/unknown-ground", message, advice, at: { path: "rules[3].then.ground" } },
    ]);
  });

  test("is no id: refused for its shape", () => {
    expect(assembled(edited(COURT, '"ground": "court/refusal"', '"ground": "Refusal"'))).toMatchObject([
      { code: "rule/malformed" },
    ]);
  });

  test("moved to another list by an overlay: refused where it is moved", () => {
    const moved = assembled(COURT, '"amend": { "court/refusal": { "then": { "list": "spending-limits" } } }');
    expect(moved).toMatchObject([
      {
        code: "rule/unknown-ground",
        at: { file: "edit.jsonc", line: 2, path: 'amend["court/refusal"].then' },
        message: expect.stringContaining("As amended here it puts on that list no more, and “court/paid” ends"),
      },
    ]);
  });

  test("that a reading names, or moves away, is looked at under that reading", () => {
    const named = edited(COURT, '"amend": { ', '"amend": { "court/paid": { "then": { "ground": "court/limits" } }, ');
    expect(assembled(named)).toMatchObject([
      { code: "rule/unknown-ground", at: { path: 'questions.hiding.answers.limits.amend["court/paid"].then.ground' } },
    ]);
    const book = sound(assembled(edited(COURT, '"ground": "court/refusal"', '"ground": "court/hiding"')));
    expect(withReadings(book, { hiding: "limits" })).toMatchObject({
      ok: false,
      problems: [{ code: "rule/unknown-ground", at: { path: "court/paid then.ground" } }],
    });
    expect(withReadings(sound(assembled(COURT)), { hiding: "limits" }).ok).toBe(true);
  });
});
