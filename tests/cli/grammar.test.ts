import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { said, scratch } from "./run.ts";

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
async function says(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await said(args, { cwd });
  expect({ code, stderr }, args.join(" ")).toEqual({ code: 0, stderr: "" });
  return stdout.replaceAll(/\s+/g, " ");
}

describe("a ground ended by name", () => {
  const SETTLED = "court/settled-not-off";
  const twice = {
    id: "edit/twice",
    title: "Listed a second time",
    when: { all: [{ fact: "event", operator: "equal", value: "court-finds-report-missing" }] },
    then: { kind: "enlist", list: "court-defaulters", termMonths: 48 },
    evidence: "invented",
    told: "outcome",
  };
  const edit = (id: string, ground: string): string =>
    overlay(id, {
      // Which only remarks, as it is shipped, that a settlement ends nothing.
      amend: {
        [SETTLED]: {
          then: { kind: "delist", says: null, once: null, list: "court-defaulters", ground },
          told: "outcome",
          evidence: "invented",
        },
      },
      add: [twice],
    });
  const book = edit("one", "court/ground-report-missing");
  const life = ["missed-instalment", "--rulebook", book];

  test("goes on in every format, and says which one ended and on what it rests", async () => {
    for (const format of ["text", "markdown", "csv"]) {
      const page = await says("replay", ...life, "--format", format);
      expect(page, format).toMatch(
        /A ground for the court's defaulter list \S+ has ended, “Ground 4: does not report assets”/,
      );
      expect(page, format).toMatch(/Still on the court's defaulter list \S+ from now on it rests on #11/);
    }
    // The person learns that something ended, and not what; the clerk's screen has no grounds.
    for (const view of ["person", "clerk"])
      expect(await says("replay", ...life, "--view", view), view).toMatch(
        /A ground for the court's defaulter list \S+ has ended (Y2-07|─)/,
      );
    expect(await says("replay", ...life, "--view", "clerk")).not.toContain("Ground 4");
    expect(await says("replay", ...life, "--view", "side-by-side")).toContain("has ended");
    const { entries } = JSON.parse((await said(["replay", ...life, "--format", "json"], { cwd })).stdout) as {
      entries: { seq: number; effects: { id: string; kind: string; last?: boolean; because: string[] }[] }[];
    };
    const { seq, effects } = entries.find((each) => each.effects.some(({ last }) => last === false))!;
    expect(effects[0]).toMatchObject({ ground: "court/ground-report-missing", because: [`${seq}.0`, "11.1"] });
    const why = await says("why", "missed-instalment", String(seq), "--rulebook", book);
    expect(why).toMatch(/A ground for the court's defaulter list \S+ has ended: “Ground 4: does not report assets”/);
    expect(why).toMatch(/ends what court\/ground-report-missing entered on the court's defaulter list/);
    expect(await says("why", "missed-instalment", SETTLED, "--rulebook", book)).toContain("consulted");
  });

  test("is on paper too, and the page verifies", async () => {
    const written = async (command: string, name: string): Promise<string> => {
      expect((await said([command, ...life, "-o", name, "-f"], { cwd })).code, name).toBe(0);
      return name;
    };
    await says("verify", await written("print", "one.html"));
    await written("print", "life-line.svg");
    expect(await says("replay", "--from", await written("replay", "one.json"))).toContain("has ended");
    expect(await says("worksheet", ...life)).toContain("has ended");
  });

  test("of another list, or of no rule, is refused with the nearest one", async () => {
    const checked = async (ground: string): Promise<string> =>
      (await said(["check", edit("wrong", ground)], { cwd })).stdout.replaceAll(/\s+/g, " ");
    expect(await checked("court/ground-refusl")).toContain("Did you mean “court/ground-refusal”?");
    expect(await checked("court/spending-limit")).toContain(
      "“court/spending-limit” puts on “spending-limits”, not on “court-defaulters”",
    );
  });
});

describe("a rule taken out", () => {
  const LIMIT = "court/spending-limit";

  test("by an overlay, is gone from every page, and the warning says so", async () => {
    const book = overlay("gone", { amend: { "court/senior-and-public-posts": null } });
    const page = await says("replay", "missed-instalment", "--rulebook", book);
    expect(page).toContain("Edited by “Edit gone” (overlay; invented): 1 rule dropped.");
    expect(page).not.toContain("Listed: no senior or public post");
    expect(await says("replay", "missed-instalment", "--rulebook", "court-defaulters-2017")).toContain(
      "Listed: no senior or public post",
    );
    expect(await says("list", "rules", "--rulebook", book)).not.toContain("court/senior-and-public-posts");
    expect(await says("compare", "court-defaulters-2017", book)).toContain("Gone: Listed: no senior or public post");
  });

  test("that another asks for is a problem, where it is taken out", async () => {
    const asking = overlay("asking", {
      amend: { "court/early-deletion": { then: { ground: "court/ground-report-missing" } } },
    });
    const gone = overlay("gone", { amend: { "court/ground-report-missing": null } });
    const { code, stdout } = await said(["check", `court-defaulters-2017,${asking},${gone}`], { cwd });
    expect(code).toBe(1);
    expect(stdout.replaceAll(/\s+/g, " ")).toContain("It is taken out here, and “court/early-deletion” asks for it.");
  });

  test("is no longer listed under a key of its own, and the file is told what to write", async () => {
    const { code, stdout } = await said(["check", overlay("old", { drop: [LIMIT] })], { cwd });
    expect(code).toBe(1);
    expect(stdout.replaceAll(/\s+/g, " ")).toContain(
      'Name each rule that is taken out in “amend”, with null: "amend": { "pack/rule": null }.',
    );
  });

  test("under one answer to a question, is lived without, and its readings are as many", async () => {
    const pack = {
      kind: "pack",
      id: "asked",
      version: "1",
      title: "Asked",
      about: "Made up.",
      asOf: "never",
      sources: { A: { title: "A source", seen: "whole", places: { "p-1": "p. 1", "p-2": "p. 2" } } },
      questions: {
        listed: {
          asks: "Was one listed?",
          answers: { yes: { says: "yes" }, no: { says: "no", amend: { "asked/list": null }, citations: ["A:p-2"] } },
          default: "yes",
        },
        shut: {
          asks: "Was it shut?",
          answers: { yes: { says: "yes" }, no: { says: "no", amend: { "asked/off": null } } },
          default: "yes",
        },
      },
      rules: [
        {
          id: "asked/list",
          title: "One is listed",
          when: { all: [{ fact: "event", operator: "equal", value: "instalment-missed" }] },
          then: { kind: "enlist", list: "court-defaulters" },
          evidence: "reported",
          citations: ["A:p-1"],
          told: "nothing",
        },
        {
          id: "asked/off",
          title: "One is taken off",
          when: { all: [{ fact: "event", operator: "equal", value: "debt-paid" }] },
          then: { kind: "delist", list: "court-defaulters", ground: "asked/list" },
          evidence: "invented",
          told: "nothing",
        },
      ],
    };
    writeFileSync(join(cwd, "asked.jsonc"), JSON.stringify(pack));
    const life = ["missed-instalment", "--rulebook", "asked.jsonc"];
    expect(await says("replay", ...life)).toContain("Put on the court's defaulter list");
    const neither = ["--reading", "listed=no", "--reading", "shut=no"];
    expect(await says("replay", ...life, ...neither)).not.toContain("Put on the court's defaulter list");
    // Taken off by name needs who put on: the one answer alone makes no sound rulebook.
    const alone = await said(["replay", ...life, "--reading", "listed=no"], { cwd });
    expect(alone.code).toBe(2);
    expect(alone.stderr.replaceAll(/\s+/g, " ")).toContain("Under these answers “asked/list” is not there.");
    const readings = JSON.parse((await said(["readings", ...life, "--format", "json"], { cwd })).stdout) as object;
    expect(readings).toMatchObject({ readings: 3, faulty: { readings: 1 } });
    expect(await says("handout", "--rulebook", "asked.jsonc")).toContain("or not there at all (listed: no)");
  });
});
