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

describe("a rule taken out", () => {
  const LIMIT = "court/spending-limit";

  test("by an overlay, is gone from every page, and the warning says so", () => {
    const book = overlay("gone", { amend: { "court/ground-refusal": null } });
    const page = says("replay", "missed-instalment", "--rulebook", book);
    expect(page).toContain("Edited by “Edit gone” (overlay; invented): 1 rule dropped.");
    expect(page).not.toContain("Ground 1: able to pay");
    expect(says("replay", "missed-instalment", "--rulebook", "court-defaulters-2017")).toContain("Ground 1: able to");
    expect(says("list", "rules", "--rulebook", book)).not.toContain("court/ground-refusal");
    expect(says("compare", "court-defaulters-2017", book)).toContain("Gone: Ground 1: able to pay, but refuses");
  });

  test("that another asks for is a problem, where it is taken out", () => {
    const asking = overlay("asking", {
      amend: { "court/paid-listing-ends": { then: { ground: "court/ground-refusal" } } },
    });
    const gone = overlay("gone", { amend: { "court/ground-refusal": null } });
    const { code, stdout } = demerit(["check", `court-defaulters-2017,${asking},${gone}`], { cwd });
    expect(code).toBe(1);
    expect(stdout.replaceAll(/\s+/g, " ")).toContain(
      "It is taken out here, and “court/paid-listing-ends” asks for it.",
    );
  });

  test("is no longer listed under a key of its own, and the file is told what to write", () => {
    const { code, stdout } = demerit(["check", overlay("old", { drop: [LIMIT] })], { cwd });
    expect(code).toBe(1);
    expect(stdout.replaceAll(/\s+/g, " ")).toContain(
      'Name each rule that is taken out in “amend”, with null: "amend": { "pack/rule": null }.',
    );
  });

  test("under one answer to a question, is lived without, and its readings are as many", () => {
    const pack = {
      kind: "pack",
      id: "asked",
      version: "1",
      title: "Asked",
      about: "Made up.",
      asOf: "never",
      sources: { A: { title: "A source", seen: "whole" } },
      questions: {
        listed: { asks: "Was one listed?", answers: { yes: "yes", no: "no" }, default: "yes" },
        shut: { asks: "Was it shut?", answers: { yes: "yes", no: "no" }, default: "yes" },
      },
      rules: [
        {
          id: "asked/list",
          title: "One is listed",
          when: { all: [{ fact: "event", operator: "equal", value: "instalment-missed" }] },
          then: { kind: "enlist", list: "court-defaulters" },
          evidence: "reported",
          citations: [{ source: "A", locator: "p. 1" }],
          told: "nothing",
          readings: [{ question: "listed", label: "no", amend: null, citations: [{ source: "A", locator: "p. 2" }] }],
        },
        {
          id: "asked/off",
          title: "One is taken off",
          when: { all: [{ fact: "event", operator: "equal", value: "debt-paid" }] },
          then: { kind: "delist", list: "court-defaulters", ground: "asked/list" },
          evidence: "invented",
          told: "nothing",
          readings: [{ question: "shut", label: "no", amend: null }],
        },
      ],
    };
    writeFileSync(join(cwd, "asked.jsonc"), JSON.stringify(pack));
    const life = ["missed-instalment", "--rulebook", "asked.jsonc"];
    expect(says("replay", ...life)).toContain("Put on the court's defaulter list");
    const neither = ["--reading", "listed=no", "--reading", "shut=no"];
    expect(says("replay", ...life, ...neither)).not.toContain("Put on the court's defaulter list");
    // Taken off by name needs who put on: the one answer alone makes no sound rulebook.
    const alone = demerit(["replay", ...life, "--reading", "listed=no"], { cwd });
    expect(alone.code).toBe(2);
    expect(alone.stderr.replaceAll(/\s+/g, " ")).toContain("Under these answers “asked/list” is not there.");
    const readings = JSON.parse(demerit(["readings", ...life, "--format", "json"], { cwd }).stdout) as object;
    expect(readings).toMatchObject({ readings: 3, faulty: { readings: 1 } });
    expect(says("handout", "--rulebook", "asked.jsonc")).toContain("or not there at all (listed: no)");
  });
});
