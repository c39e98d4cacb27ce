import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { demerit, scratch } from "./run.ts";

/*
 * What a rule may say, from a reader's own file to the pages: what is wrong with it, what came of it, and why.
 */
const cwd = scratch();

/** An overlay of the court's rules, in a file of its own. */
function overlay(id: string, parts: object): string {
  const head = { kind: "overlay", version: "1", title: `Edit ${id}`, about: "Made up.", asOf: "never" };
  writeFileSync(join(cwd, `${id}.jsonc`), JSON.stringify({ ...head, id, extends: "court-defaulters-2017", ...parts }));
  return `${id}.jsonc`;
}

/** What a command prints, as one line; it must have succeeded. */
function says(...args: string[]): string {
  const { code, stdout, stderr } = demerit(args, { cwd });
  expect({ code, stderr }, args.join(" ")).toEqual({ code: 0, stderr: "" });
  return stdout.replaceAll(/\s+/g, " ");
}

describe("a ground ended by name", () => {
  const SETTLED = "court/settled-listing-ends";
  const twice = {
    id: "edit/twice",
    title: "Listed a second time",
    when: { all: [{ fact: "event", operator: "equal", value: "court-finds-refusal" }] },
    then: { kind: "enlist", list: "court-defaulters", termMonths: 48 },
    evidence: "invented",
    told: "outcome",
  };
  const edit = (id: string, ground: string): string =>
    overlay(id, {
      amend: { [SETTLED]: { then: { ground }, told: "outcome", evidence: "invented", toldCitations: null } },
      add: [twice],
    });
  const book = edit("one", "court/ground-refusal");
  const life = ["missed-instalment", "--rulebook", book];

  test("goes on in every format, and says which one ended and on what it rests", () => {
    for (const format of ["text", "markdown", "csv"]) {
      const page = says("replay", ...life, "--format", format);
      expect(page, format).toMatch(
        /A ground for the court's defaulter list \S+ has ended, “Ground 1: able to pay, but/,
      );
      expect(page, format).toMatch(/Still on the court's defaulter list \S+ from now on it rests on #4/);
    }
    // The person learns that something ended, and not what; the clerk's screen has no grounds.
    for (const view of ["person", "clerk"]) {
      const page = says("replay", ...life, "--view", view);
      expect(page, view).toMatch(/A ground for the court's defaulter list \S+ has ended [^:]/);
      expect(page, view).not.toContain("Ground 1");
    }
    expect(says("replay", ...life, "--view", "side-by-side")).toContain("has ended");
    const { entries } = JSON.parse(demerit(["replay", ...life, "--format", "json"], { cwd }).stdout) as {
      entries: { seq: number; effects: { id: string; kind: string; last?: boolean; because: string[] }[] }[];
    };
    const { seq, effects } = entries.find((each) => each.effects.some(({ last }) => last === false))!;
    expect(effects[0]).toMatchObject({ ground: "court/ground-refusal", because: [`${seq}.0`, "4.1"] });
    const why = says("why", "missed-instalment", String(seq), "--rulebook", book);
    expect(why).toMatch(/A ground for the court's defaulter list \S+ has ended: “Ground 1: able to pay, but refuses”/);
    expect(why).toMatch(/ends what court\/ground-refusal entered on the court's defaulter list/);
    expect(says("why", "missed-instalment", SETTLED, "--rulebook", book)).toContain("consulted");
  });

  test("is on paper too, and the page verifies", () => {
    const written = (command: string, name: string): string => {
      expect(demerit([command, ...life, "-o", name, "-f"], { cwd }).code, name).toBe(0);
      return name;
    };
    says("verify", written("print", "one.html"));
    written("print", "life-line.svg");
    expect(says("replay", "--from", written("replay", "one.json"))).toContain("has ended");
    expect(says("worksheet", ...life)).toContain("has ended");
  });

  test("of another list, or of no rule, is refused with the nearest one", () => {
    const checked = (ground: string): string =>
      demerit(["check", edit("wrong", ground)], { cwd }).stdout.replaceAll(/\s+/g, " ");
    expect(checked("court/ground-refusl")).toContain("Did you mean “court/ground-refusal”?");
    expect(checked("court/spending-limit")).toContain(
      "“court/spending-limit” puts on “spending-limits”, not on “court-defaulters”",
    );
  });
});
