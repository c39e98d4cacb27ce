import { describe, expect, test } from "vitest";
import { Causes, isDerived } from "../../../src/analysis/causes.ts";
import { harmsOf } from "../../../src/analysis/harms.ts";
import { EVIDENCE, type Evidence } from "../../../src/model/evidence.ts";
import { evidenceOf } from "../../../src/model/rule.ts";
import { ruleNamed } from "../../../src/model/rulebook.ts";
import type { EffectId, Trace } from "../../../src/model/trace.ts";
import { chainOfHarm } from "../../../src/report/picture/chain-of-harm.ts";
import { longestHarm } from "../../../src/report/in-short.ts";
import { ALL, lifeOf, MONTHLY, RUNAWAY, UNTOUCHED } from "./exhibits.ts";
import { all, type Element, idsIn, parseSvg, textOf, withAttribute } from "./svg.ts";

/** Everything that an effect goes back to, in one step or many. */
function before(causes: Causes, id: EffectId): Set<EffectId> {
  const found = new Set<EffectId>();
  const waiting = [...causes.link(id).because];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    waiting.push(...causes.link(next).because);
  }
  return found;
}

function exists(trace: Trace, id: EffectId): boolean {
  const [seq, place] = id.split(".").map(Number) as [number, number];
  const entry = trace.entries[seq];
  return entry !== undefined && (place === 0 || entry.effects[place - 1]?.id === id);
}

const DASHED: Readonly<Record<Evidence, RegExp>> = {
  documented: /^$/,
  reported: /^$/,
  contested: /^\S+ \S+ \S+ \S+$/,
  inferred: /^4\.5 3$/,
  invented: /^0\.1 3$/,
};

describe.each(ALL)("$name", ({ trace }) => {
  const picture = chainOfHarm(trace, { id: "chain" });
  const root = parseSvg(picture.svg.text);
  const causes = new Causes(trace);
  const nodes = withAttribute(root, "data-effects");
  const steps = withAttribute(root, "data-from");
  const nodeOf = (key: string): Element => {
    const ids = key.startsWith("several-") || key.startsWith("gap-") ? key.split("-")[1]! : key;
    return nodes.find((node) => idsIn(node, "data-effects")[0] === ids)!;
  };

  test("every node is an effect of the trace, or something that happened in it; none stands twice", () => {
    const ids = nodes.flatMap((node) => idsIn(node, "data-effects"));
    expect(ids.filter((id) => !exists(trace, id))).toEqual([]);
    const single = nodes
      .filter((node) => idsIn(node, "data-effects").length === 1)
      .map((node) => node.attributes["data-effects"]);
    expect(new Set(single).size).toBe(single.length);
  });

  test("every step leads from a cause to what goes back to it", () => {
    for (const { attributes } of steps) {
      const [from, to] = [nodeOf(attributes["data-from"]!), nodeOf(attributes["data-to"]!)];
      const behind = idsIn(to, "data-effects")
        .slice(0, 1)
        .map((id) => before(causes, id));
      expect(behind.every((ids) => ids.has(idsIn(from, "data-effects")[0]!))).toBe(true);
    }
  });

  test("a line is as good as its weakest ground: full, broken or dotted", () => {
    for (const step of steps) {
      const { "data-evidence": evidence, "data-to": to } = step.attributes as Record<string, string>;
      const [line] = all(step).filter(({ name }) => name === "path");
      expect(line!.attributes["stroke-dasharray"] ?? "").toMatch(DASHED[evidence as Evidence]);
      const { effect } = causes.link(idsIn(nodeOf(to!), "data-effects")[0]!);
      if (effect !== null && "rule" in effect && effect.rule !== null && effect.kind !== "delisted")
        expect(EVIDENCE.indexOf(evidence as Evidence)).toBeGreaterThanOrEqual(
          EVIDENCE.indexOf(evidenceOf(ruleNamed(trace.rulebook, effect.rule))),
        );
    }
  });

  test("one outline for what the fixture gives, two for what the system led to; the fill is what was told", () => {
    for (const node of nodes) {
      const [id, ...more] = idsIn(node, "data-effects");
      const { effect, entry } = causes.link(id!);
      const frames = all(node).filter(
        ({ name, attributes }) =>
          (name === "rect" || name === "path") &&
          attributes["stroke"] !== undefined &&
          ["1.1", "0.6"].includes(attributes["stroke-width"] ?? ""),
      );
      if (textOf(node).includes("left out here")) continue;
      const given = effect === null && !isDerived(entry.happening);
      expect(frames.length).toBe(given ? 1 : 2);
      expect(node.attributes["data-origin"]).toBe(given ? "given" : "led");
      if (effect !== null) expect(node.attributes["data-told"]).toBe(effect.told);
      const fill = { nothing: "#3f3f3f", outcome: "#d4d4d4", reason: "#ffffff", own: "#ffffff" }[
        node.attributes["data-told"]!
      ];
      expect(frames[0]!.attributes["fill"]).toBe(fill);
      expect(more.every((each) => exists(trace, each))).toBe(true);
    }
  });

  test("the longest line of harm is there, and what is left out is counted", () => {
    const harms = harmsOf(trace, causes);
    const longest = longestHarm(trace, { harms });
    const ids = nodes.flatMap((node) => idsIn(node, "data-effects"));
    if (longest !== null) expect(ids).toContain(longest.id);
    const drawn = harms.filter(({ id }) => ids.includes(id)).length;
    if (drawn < harms.length)
      expect(textOf(root)).toContain(
        `${harms.length - drawn === 1 ? "One is" : `${harms.length - drawn} are`} left out`,
      );
  });

  test("says in words what it draws", () => {
    const rows = picture.says[0]!.table?.rows ?? [];
    expect(rows.length).toBe(nodes.length);
    const stepsSaid = rows.flatMap((row) => row.at(-1)!.match(/\d+ \(\w+\)/g) ?? []);
    expect(stepsSaid.length).toBe(steps.length);
    expect(root.attributes["role"]).toBe("img");
  });

  test("fits a page, and is the same every time", () => {
    expect(picture.height).toBeLessThan(1_060);
    for (const node of nodes)
      for (const { attributes } of all(node).filter(({ name }) => name === "rect"))
        expect(Number(attributes["x"]) + Number(attributes["width"])).toBeLessThan(720);
    expect(chainOfHarm(trace, { id: "chain" }).svg.text).toBe(picture.svg.text);
    expect(picture.svg.text).not.toMatch(/NaN|undefined|Infinity/);
  });
});

test("a life without harm shows what there is, one without anything says so", () => {
  expect(textOf(parseSvg(chainOfHarm(lifeOf("one-entry"), { id: "chain" }).svg.text))).toContain("No harm came of it");
  expect(textOf(parseSvg(chainOfHarm(UNTOUCHED, { id: "chain" }).svg.text))).toContain("Nothing follows from anything");
});

test("of a line of two thousand steps the middle is one mark that says how many", () => {
  const said = textOf(parseSvg(chainOfHarm(RUNAWAY, { id: "chain" }).svg.text));
  expect(said).toMatch(/1,98\d steps left out here, #9/);
  expect(chainOfHarm(MONTHLY, { id: "chain" }).svg.text.length).toBeLessThan(60_000);
});

test.each(["petitioner", "missed-instalment"])("golden: %s", async (persona) => {
  await expect(`${chainOfHarm(lifeOf(persona), { id: "chain" }).svg.text}\n`).toMatchFileSnapshot(
    `../../golden/chain-of-harm--${persona}.svg`,
  );
});
