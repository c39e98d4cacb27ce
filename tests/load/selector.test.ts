import { describe, expect, test } from "vitest";
import { selected } from "../../src/load/selector.ts";
import { composite } from "../support/shipped.ts";

const rule = (id: string, kind: string) => ({ id, then: { kind } });
const RULES = [
  rule("toy/red", "post"),
  rule("toy/red-light", "post"),
  rule("toy/light-red", "measure"),
  rule("toy/far-red-light", "measure"),
  rule("toys/red", "post"),
  rule("red/toy", "post"),
  rule("toy/1", "remark"),
];
const meant = (selector: string): string[] => selected(selector, RULES).map(({ id }) => id);

describe("the rules that a selector means", () => {
  test.each<[what: string, selector: string, ids: readonly string[]]>([
    ["an id: that rule alone, not those that begin or end with it", "toy/red", ["toy/red"]],
    ["names with commas between, in the order of the rules", "toy/light-red,red", ["toy/red", "toy/light-red"]],
    ["a name twice: once", "toy/red,red,*-light", ["toy/red", "toy/red-light", "toy/far-red-light"]],
    ["* at the end: none or more letters", "toy/red*", ["toy/red", "toy/red-light"]],
    ["* at the beginning", "toy/*red", ["toy/red", "toy/light-red"]],
    ["* between, over hyphens too", "toy/*-red-*", ["toy/far-red-light"]],
    ["* twice", "toy/*red*", ["toy/red", "toy/red-light", "toy/light-red", "toy/far-red-light"]],
    [
      "* alone: every rule of that pack, and of no other",
      "toy/*",
      ["toy/red", "toy/red-light", "toy/light-red", "toy/far-red-light", "toy/1"],
    ],
    ["an effect: of those named, the ones that have it", "toy/*:measure", ["toy/light-red", "toy/far-red-light"]],
    ["an effect holds for all the names", "toy/red,light-red:post", ["toy/red"]],
    ["an id with an effect that it has", "toy/red:post", ["toy/red"]],
    ["an id with an effect that it has not", "toy/red:measure", []],
    ["an effect that there is not", "toy/*:posts", []],
    ["a name that no rule has", "toy/green", []],
    ["some names that rules have, and some that none has", "toy/green,1", ["toy/1"]],
    ["another pack", "tyo/*", []],
  ])("%s", (_, selector, ids) => expect(meant(selector)).toEqual(ids));

  test("the id of each shipped rule means just that rule", () => {
    const { rules } = composite();
    for (const each of rules) expect(selected(each.id, rules)).toEqual([each]);
  });
});
