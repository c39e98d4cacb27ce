import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { said, scratch, STACK } from "../run.ts";

describe("readings", () => {
  const env = { COLUMNS: "240" };

  test("the line “Again” gives the same page", async () => {
    const { stdout } = await said(["readings", "one-entry", "--reading", "extension=three-years"], { env });
    const again = /^Again {5}demerit (.*)$/m.exec(stdout)![1]!.split(" ");
    expect(again).toContain("extension=three-years");
    expect((await said(again, { env })).stdout).toBe(stdout);
  });

  test("a question answered beforehand is not varied", async () => {
    const { stdout } = await said(["readings", "one-entry", "--reading", "largest-entry=low-end"], { env });
    expect(stdout).toContain("Every combination of answers to 18 open questions: 1,179,648 readings.");
    expect(stdout).toContain("Answered beforehand, and the same throughout: largest-entry=low-end (");
  });

  test("the JSON holds the leaves, the CSV a row for each", async () => {
    const given = ["limit-term=until-paid", "second-ground=own-term", "passed-on=refuse", "extension=one-year"];
    const args = [
      "readings",
      "one-entry",
      "guarantor",
      "--rulebook",
      "court-defaulters-2017",
      ...[...given, "permission=not-asked", "early-deletion=not-used"].flatMap((answer) => ["--reading", answer]),
    ];
    const { lives, readings } = JSON.parse((await said([...args, "--format", "json"])).stdout) as {
      readings: number;
      lives: { persona: string; leaves: { answers: object; readings: number }[] }[];
    };
    expect(readings).toBe(8);
    // How long one is listed acts in a life in which somebody is; what one is told of it never does.
    expect(lives.map(({ leaves }) => leaves.map(({ answers, readings: of }) => [answers, of]))).toEqual([
      [[{}, 8]],
      ["until-performance", "two-years"].map((term) => [{ "open-term": term }, 4]),
    ]);
    const csv = (await said([...args, "--format", "csv"])).stdout;
    expect(csv.split(/\r?\n/).filter((row) => /^(one-entry|guarantor),/.test(row))).toEqual([
      "one-entry,any answer,any answer,any answer,8,,,0,0,0",
      "guarantor,until-performance,any answer,any answer,4,,,8,43,0",
      "guarantor,two-years,any answer,any answer,4,,,8,43,0",
    ]);
  });

  describe("too much", () => {
    const file = join(scratch(), "many.jsonc");
    const pack = (rules: number, each: number): void => {
      const questions = Array.from({ length: rules * each }, (_, at) => `q${at}`);
      const ask = (at: number): object => {
        const amend = { [`toy/rule-${Math.floor(at / each)}`]: { then: { points: -2 } } };
        return { asks: "How many?", answers: { one: { says: "one" }, two: { says: "two", amend } }, default: "one" };
      };
      const classes = [{ id: "A", label: "all", min: null }];
      writeFileSync(
        file,
        JSON.stringify({
          kind: "pack",
          id: "toy",
          version: "1",
          title: "Toy",
          about: "Made up.",
          asOf: "never",
          sources: {},
          scoring: { opening: 100, classes, assigned: "at-once" },
          questions: Object.fromEntries(questions.map((id, at) => [id, ask(at)])),
          rules: Array.from({ length: rules }, (_, at) => ({
            id: `toy/rule-${at}`,
            title: "Rule",
            evidence: "invented",
            told: "nothing",
            when: { fact: "event", operator: "equal", value: "birth-beyond-plan" },
            then: { kind: "post", points: -1 },
          })),
        }),
      );
    };

    test("for one person: it says how far it came, and which questions to answer", async () => {
      pack(13, 1);
      const { code, stdout, stderr } = await said(["readings", "one-entry", "--rulebook", file]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toContain(
        "act in the life of one-entry that more than 4,096 lives would have to be replayed; these tell of 4,096 of 8,192 readings. To ask of fewer, answer some of these questions with --reading question=answer: q0, q1,",
      );
      const answers = [0, 1, 2, 3, 4, 5, 6].flatMap((at) => ["--reading", `q${at}=two`]);
      const fewer = await said(["readings", "one-entry", "--rulebook", file, ...answers]);
      expect(fewer).toMatchObject({ code: 0, stderr: "" });
      expect(fewer.stdout).toContain("to 6 open questions: 64 readings.");
    });

    test("on one rule", async () => {
      pack(1, 13);
      const { code, stderr } = await said(["readings", "one-entry", "--rulebook", file]);
      expect(code).toBe(2);
      expect(stderr).toContain("bear on one rule, or on the scoring, that it would have too many versions");
    });
  });

  test.each([
    [
      "everything answered",
      ["--rulebook", "everyday-consequences", "--reading", "good-reason=counted"],
      "every open question of this rulebook has been answered",
    ],
  ])("refused: %s", async (_, args, says) => {
    const { code, stdout, stderr } = await said(["readings", "one-entry", ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(STACK);
  });
});
