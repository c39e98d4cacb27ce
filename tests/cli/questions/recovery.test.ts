import { expect, test } from "vitest";
import { demerit, STACK } from "../run.ts";

test.each([
  ["recovery", ["recovery"]],
  ["recovery--winning-back--suining-2010", ["recovery", "winning-back", "--rulebook", "suining-2010"]],
])("golden %s", async (name, args) => {
  const { code, stdout, stderr } = demerit(args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  await expect(stdout).toMatchFileSnapshot(`../../golden/${name}.txt`);
});

test.each([
  [["--rulebook", "court-defaulters-2017"], /keeps no points, so none can be won back/],
  [["petitoner"], /Did you mean “petitioner”/],
])("recovery cannot run: %j", (args, message) => {
  const { code, stdout, stderr } = demerit(["recovery", ...args]);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(STACK);
});
