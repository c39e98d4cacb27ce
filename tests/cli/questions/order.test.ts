import { expect, test } from "vitest";
import { demerit } from "../run.ts";

test("golden order", async () => {
  const { code, stdout, stderr } = demerit(["order"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  await expect(stdout).toMatchFileSnapshot("../../golden/order.txt");
});

test("one who has nothing to be swapped", () => {
  const { code, stdout } = demerit(["order", "guarantor"]);
  expect(code).toBe(0);
  expect(stdout.replaceAll(/\s+/g, " ")).toContain(
    "Nothing can be taken in another order: Bai Lulu has no two different things in one month that could be swapped.",
  );
});

test("the JSON says for each person how many orders there are", () => {
  const { lives } = JSON.parse(demerit(["order", "case-2010", "guarantor", "--format", "json"]).stdout) as {
    lives: { persona: string; orders: number; outcomes: unknown[] }[];
  };
  expect(lives.map(({ persona, orders, outcomes }) => [persona, orders, outcomes.length])).toEqual([
    ["case-2010", 2, 1],
    ["guarantor", 1, 1],
  ]);
});
