import { describe, expect, test } from "vitest";
import { graphOf, isDerived } from "../../../src/analysis/graph/graph.ts";
import { harmsOf } from "../../../src/analysis/harms.ts";
import { EVIDENCE, type Evidence } from "../../../src/model/evidence.ts";
import { ruleNamed } from "../../../src/model/rulebook.ts";
import type { EffectId, Trace } from "../../../src/model/trace.ts";
import { chainOfHarm } from "../../../src/report/picture/chain-of-harm.ts";
import { longestHarm } from "../../../src/report/in-short.ts";
import { aPersona, aRule, aRulebook, at, fact, live, on } from "../../support/builders.ts";
import { ALL, lifeOf, MONTHLY, RUNAWAY, SHIPPED, UNTOUCHED } from "./exhibits.ts";
import { all, type Element, idsIn, parseSvg, textOf, withAttribute } from "./svg.ts";

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

function rootsOf(trace: Trace): Element[] {
  return chainOfHarm(trace, { id: "chain" }).map(({ svg }) => parseSvg(svg.text));
}

function saidIn(trace: Trace): string {
  return rootsOf(trace).map(textOf).join(" ");
}

describe.each(ALL)("$name", ({ trace }) => {
  const pictures = chainOfHarm(trace, { id: "chain" });
  const roots = pictures.map(({ svg }) => parseSvg(svg.text));
  const graph = graphOf(trace);
  const nodes = roots.flatMap((root) => withAttribute(root, "data-effects"));
  const steps = roots.flatMap((root) => withAttribute(root, "data-from"));
  const nodeOf = (key: string): Element => {
    const id = key.startsWith("several-") || key.startsWith("gap-") ? key.split("-")[1]! : key;
    return nodes.find((node) => idsIn(node, "data-effects")[0] === id)!;
  };

  test("every box is an effect of the trace, or something that happened in it; none stands twice", () => {
    const ids = nodes.flatMap((node) => idsIn(node, "data-effects"));
    expect(ids.filter((id) => !exists(trace, id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("every step leads from a cause to what goes back to it", () => {
    for (const { attributes } of steps) {
      const [from, to] = [nodeOf(attributes["data-from"]!), nodeOf(attributes["data-to"]!)];
      const behind = graph.behind(graph.node(idsIn(to, "data-effects")[0]!).causes).map(({ id }) => id);
      expect(idsIn(from, "data-effects").some((id) => behind.includes(id))).toBe(true);
    }
  });

  test("a step that leaves for another part arrives there, under the same letter and with a line of the same kind", () => {
    const leaving = roots.flatMap((root) => withAttribute(root, "data-leads-on"));
    const letters = leaving.map(({ attributes }) => attributes["data-leads-on"]!);
    expect(new Set(letters).size).toBe(letters.length);
    const rings = roots.flatMap((root) =>
      all(root).filter((each) => each.name === "g" && /^from #\d+ to another part/.test(textOf(each))),
    );
    for (const letter of letters) expect(rings.filter((ring) => textOf(ring).endsWith(letter)).length).toBe(2);
    expect(rings.length).toBe(2 * letters.length);
    const evidence = steps.map(({ attributes }) => attributes["data-evidence"]);
    for (const { attributes } of leaving) expect(evidence).toContain(attributes["data-evidence"]);
  });

  test("a line is as good as its weakest ground: full, broken or dotted", () => {
    for (const step of steps) {
      const { "data-evidence": evidence, "data-to": to } = step.attributes as Record<string, string>;
      const [, line] = all(step).filter(({ name }) => name === "path");
      expect(line!.attributes["stroke-dasharray"] ?? "").toMatch(DASHED[evidence as Evidence]);
      const { effect } = graph.node(idsIn(nodeOf(to!), "data-effects")[0]!);
      const rules =
        effect === null || effect.kind === "delisted"
          ? []
          : effect.kind === "denied"
            ? effect.measures
            : "rule" in effect && effect.rule !== null
              ? [effect.rule]
              : [];
      for (const rule of rules)
        expect(EVIDENCE.indexOf(evidence as Evidence)).toBeGreaterThanOrEqual(
          EVIDENCE.indexOf(ruleNamed(trace.rulebook, rule).evidence),
        );
    }
  });

  test("what leads to a class is counted once, and no more of it than the class goes back to", () => {
    for (const node of nodes.filter(({ attributes }) => attributes["data-shape"] === "class")) {
      const [id] = idsIn(node, "data-effects");
      const { causes } = graph.node(id!);
      const into = steps.filter(({ attributes }) => nodeOf(attributes["data-to"]!) === node);
      for (const step of into) {
        const held = idsIn(nodeOf(step.attributes["data-from"]!), "data-effects");
        const among = held.filter((each) => causes.includes(each)).length;
        const label = /(\d+) of (\d+)/.exec(textOf(step));
        if (among > 0)
          expect(label === null ? [held.length, held.length] : label.slice(1).map(Number)).toEqual([
            among,
            held.length,
          ]);
      }
    }
  });

  test("one outline for what the story gives, two for what the system led to; the shade is what was told, and light", () => {
    for (const node of nodes.filter(({ attributes }) => attributes["data-shape"] !== "gap")) {
      const [id, ...more] = idsIn(node, "data-effects");
      const { effect, entry } = graph.node(id!);
      const frames = all(node).filter(
        ({ name, attributes }) => name === "path" && ["1.2", "0.8"].includes(attributes["stroke-width"] ?? ""),
      );
      const outlines = frames.filter(({ attributes }) => attributes["d"]!.endsWith("Z"));
      const given = effect === null && !isDerived(entry.happening);
      expect(outlines.length).toBe(given ? 1 : 2);
      expect(node.attributes["data-origin"]).toBe(given ? "given" : "led");
      if (effect !== null) expect(node.attributes["data-told"]).toBe(effect.told);
      const fill = { nothing: "#c4c4c4", outcome: "#e6e6e6", reason: "#ffffff", own: "#ffffff" }[
        node.attributes["data-told"]!
      ];
      expect(outlines[0]!.attributes["fill"]).toBe(fill);
      expect(more.every((each) => exists(trace, each))).toBe(true);
      for (const { attributes } of all(node).filter(({ name }) => name === "text"))
        expect(attributes["fill"]).toBe("#1a1a1a");
    }
  });

  test("each kind of box has an outline and a sign of its own, and the key names it", () => {
    for (const root of roots) {
      const drawn = withAttribute(root, "data-effects").filter(({ attributes }) => attributes["data-shape"] !== "gap");
      const shapes = new Set(drawn.map(({ attributes }) => attributes["data-shape"]!));
      const names = { act: "what happens", points: "points", class: "a class", list: "a list", restriction: "a restriction", priority: "put first", refusal: "a refusal", loss: "a loss" }; // prettier-ignore
      const texts = all(root).flatMap((each) => (each.name === "text" ? [textOf(each)] : []));
      for (const [shape, says] of Object.entries(names)) expect(texts.includes(says)).toBe(shapes.has(shape));
    }
  });

  test("what its own line has met before says so, and no other", () => {
    for (const node of nodes.filter(({ attributes }) => attributes["data-shape"] !== "gap")) {
      const [id, ...more] = idsIn(node, "data-effects");
      const { effect } = graph.node(id!);
      const said = /(\d[\d,]*)(?:st|nd|rd|th) time on this line, as #(\d+)/.exec(textOf(node));
      if (effect?.kind !== "enlisted" || more.length > 0) continue;
      const met = graph
        .line(id!)
        .filter((link) => link.effect?.kind === "enlisted" && link.effect.list === effect.list);
      expect(said?.slice(1) ?? []).toEqual(
        met.length === 1 ? [] : [met.length.toLocaleString("en"), String(met[0]!.entry.seq)],
      );
    }
  });

  test("the first act that counted towards a class is a box of its own, or it is said that there was no room", () => {
    if (/further causes? of what is drawn found no room/.test(roots.map(textOf).join(" "))) return;
    for (const { attributes } of nodes.filter((node) => node.attributes["data-shape"] === "class")) {
      const first = graph
        .node(attributes["data-effects"]!)
        .causes.filter((id) => graph.node(id).effect?.kind === "posting")
        .sort((a, b) => Number(a.split(".")[0]) - Number(b.split(".")[0]))[0];
      if (first === undefined) continue;
      const ids = nodes.map((node) => node.attributes["data-effects"]);
      expect(ids).toContain(first);
      expect(ids).toContain(graph.node(first).causes[0]);
    }
  });

  test("the longest line of harm is there, and what is left out is counted", () => {
    const harms = harmsOf(trace);
    const longest = longestHarm(trace, { harms });
    const ids = nodes.flatMap((node) => idsIn(node, "data-effects"));
    if (longest !== null) expect(ids).toContain(longest.id);
    const drawn = harms.filter(({ id }) => ids.includes(id)).length;
    if (drawn < harms.length)
      expect(roots.map(textOf).join(" ")).toContain(
        `${harms.length - drawn === 1 ? "One is" : `${harms.length - drawn} are`} left out`,
      );
  });

  test("says in words what it draws, once for all its parts", () => {
    const said = pictures.flatMap(({ says }) => says);
    expect(said.length).toBe(1);
    const rows = said[0]!.table?.rows ?? [];
    expect(rows.length).toBe(nodes.length);
    const stepsSaid = rows.flatMap((row) => row.at(-1)!.match(/\d+ \(\w+\)/g) ?? []);
    expect(stepsSaid.length).toBe(steps.length);
    for (const root of roots) expect(root.attributes["role"]).toBe("img");
  });

  test("of several parts each says which it is; the same every time", () => {
    const titles = pictures.map(({ title }) => title);
    titles.forEach((title, at) =>
      expect(title.includes(`, part ${at + 1} of ${titles.length}`)).toBe(titles.length > 1),
    );
    expect(chainOfHarm(trace, { id: "chain" })).toEqual(pictures);
    for (const { svg } of pictures) expect(svg.text).not.toMatch(/NaN|undefined|Infinity/);
  });
});

test("a life without harm shows what there is, one without anything says so", () => {
  expect(saidIn(lifeOf("one-entry"))).toContain("No harm came of it");
  expect(saidIn(UNTOUCHED)).toContain("Nothing follows from anything");
});

test("a measure that does nothing is called by its title", async () => {
  const trace = await live(
    aRulebook([
      aRule({ id: "toy/post", when: at("red-light"), then: { kind: "post", points: -10 } }),
      aRule({ id: "toy/idle", when: fact("score", "lessThan", 100), then: { kind: "measure" } }),
    ]),
    aPersona([on("Y1-03", "red-light")]),
  );
  expect(saidIn(trace)).toContain("toy/idle");
});

test("of a line of two thousand steps the middle is one mark that says how many", () => {
  expect(saidIn(RUNAWAY)).toMatch(/1,98\d steps left out here, #9/);
  expect(saidIn(RUNAWAY)).toContain("1,999th time on this line, as #2");
  expect(
    chainOfHarm(MONTHLY, { id: "chain" })
      .map(({ svg }) => svg.text)
      .join("").length,
  ).toBeLessThan(60_000);
});

test("of many acts that count the one that it all began with is drawn, not one of many", () => {
  const [first] = rootsOf(lifeOf("petitioner"));
  const ids = withAttribute(first!, "data-effects").map(({ attributes }) => attributes["data-effects"]);
  expect(ids).toContain("2.0");
  expect(ids).toContain("2.1");
});

test("in a shipped life no text is cut, and no title of a rule is said again where the line meets it again", () => {
  for (const { trace } of SHIPPED)
    for (const root of rootsOf(trace))
      for (const each of all(root).filter(({ name }) => name === "text")) expect(textOf(each)).not.toContain("…");
  const [, , third] = rootsOf(lifeOf("missed-instalment"));
  const again = withAttribute(third!, "data-effects").find((node) => textOf(node).includes("#143 Y4-11"))!;
  const texts = all(again).flatMap((each) => (each.name === "text" ? [textOf(each)] : []));
  expect(texts).toEqual(["a block of shifts missed", "#143 Y4-11", "2nd time on this line, as #61"]);
});

test("the flagship's chain is drawn in this order, what joins its line after each part of it", () => {
  const boxes = rootsOf(lifeOf("missed-instalment")).map((root) =>
    withAttribute(root, "data-effects").map((node) => {
      const [says, ...under] = all(node).flatMap((each) => (each.name === "text" ? [textOf(each)] : []));
      return `${says} ${/#\d+(?:–\d+)?/.exec(under.join(" "))![0]}`;
    }),
  );
  expect(boxes).toEqual([
    [
      "a court's finding “did not report #20",
      "on the court's defaulter list #20",
      "shuts fast train + 1 more #20",
      "refused: fast train #60",
      "a block of shifts missed #61",
      "a wage lost #62",
      "a part of the settlement missed #64",
      "a settlement #57",
    ],
    [
      "a court's finding “broke the #81",
      "on the court's #81",
      "refused: fast train #125",
      "a night in a hotel #129",
      "a court's finding “broke the limit” #132",
      "a spending limit with #84",
    ],
    [
      "on the court's #132",
      "refused: fast train #142",
      "a block of shifts missed #143",
      "a wage lost #144",
      "a spending limit with #133",
      "refused: public post #152",
    ],
  ]);
  const plain = (persona: string): string => saidIn(lifeOf(persona)).replaceAll(/\s+/g, " ");
  for (const says of ["3rd time on this line, as #60", "8 of 48 harms. 40 are left out"])
    expect(plain("missed-instalment")).toContain(says);
  expect(plain("petitioner")).toContain(
    "#6–28 · 4 × Petition judged disruptive, Protest recorded as besieging an office, Online post judged slander",
  );
});
