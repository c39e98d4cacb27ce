import { ledgerOf } from "../../analysis/ledger.ts";
import type { View } from "../../analysis/readers.ts";
import { closing } from "../../model/trace.ts";
import { headingOf } from "../heading.ts";
import { inShort } from "../in-short.ts";
import type { Exhibit, Format } from "../options.ts";
import { isAudited } from "../page.ts";
import { sumsSay } from "../sums-wording.ts";
import { survives } from "../survival-wording.ts";
import { MARKS } from "../marks.ts";
import { count } from "../wording.ts";
import { comment, label } from "./label.ts";
import { type Graph, graphOf, type Node, type Step } from "./lines.ts";

/** The lines of harm as a flowchart; several traces stand in frames of their own. */
export const mermaid: Format = (exhibits, { view }) => {
  const charts = exhibits.map((exhibit, at) => chartOf(exhibit, view, `p${at + 1}`));
  const dotted = charts
    .flatMap(({ steps }) => steps)
    .flatMap(({ evidence }, at) => (evidence === "invented" ? [at] : []));
  return `${[
    ...exhibits.flatMap(({ trace: { notice, rulebook } }) => [
      comment(notice),
      ...(rulebook.warning === null ? [] : [comment(rulebook.warning)]),
    ]),
    "flowchart TD",
    ...charts.flatMap(({ lines }) => lines),
    ...(dotted.length === 0 ? [] : [`  linkStyle ${dotted.join(",")} stroke-dasharray:1 5`]),
    "  classDef refused stroke-width:4px,font-weight:bold",
    "  classDef notice stroke-dasharray:6 3",
  ].join("\n")}\n`;
};

interface Chart {
  readonly lines: readonly string[];
  /** In the order in which they stand, since Mermaid counts them. */
  readonly steps: readonly Step[];
}

function chartOf({ trace, exposes }: Exhibit, view: View, prefix: string): Chart {
  const heading = headingOf(trace, exposes, view);
  const graph = withoutEvidence(graphOf(trace, view), view);
  const causal = view !== "clerk";
  const nodes = causal ? graph.nodes : graph.nodes.filter(({ says }) => says !== null);
  const end = sumsSay({ points: null, ...closing(trace) });
  const about = [
    ...(isAudited(view) ? inShort(trace, ledgerOf(trace)) : []),
    ...(view === "clerk" && end !== null ? [`At the end: ${end}.`] : []),
    ...survives(view, trace).sentences,
    boundSays(graph),
    LEGENDS[view],
  ];
  return {
    steps: causal ? graph.steps : [],
    lines: [
      `  subgraph ${prefix}[${label(heading.title)}]`,
      `    ${prefix}notice[${label(heading.notice)}]:::notice`,
      ...(heading.warning === null ? [] : [`    ${prefix}warning[${label(heading.warning)}]:::notice`]),
      `    ${prefix}about[${label(...about)}]:::notice`,
      ...nodes.map((node) => `    ${nodeLine(node, prefix)}`),
      ...(causal
        ? graph.steps.map((step) => `    ${prefix}${step.from} ${ARROWS[step.evidence]} ${prefix}${step.to}`)
        : inTime(nodes, prefix)),
      "  end",
    ],
  };
}

const SHAPES = "Double frame: led to by a rule. Six corners: a refusal.";
const LINES = "Solid: documented or reported. Broken: inferred. Dotted: invented. Thick: contested.";

const LEGENDS: Readonly<Record<View, string>> = {
  auditor: `${LINES} ${SHAPES}`,
  "side-by-side": `${LINES} ${SHAPES}`,
  clerk: "In the order of time, without causes: a clerk sees none. Six corners: a refusal.",
  person: "Where there is a question mark, the person was told nothing. Six corners: a refusal.",
};

/** How good the ground for a step is, the person is not told. */
function withoutEvidence(graph: Graph, view: View): Graph {
  return view === "person"
    ? { ...graph, steps: graph.steps.map((step) => ({ ...step, evidence: "documented" })) }
    : graph;
}

const ARROWS: Readonly<Record<Step["evidence"], string>> = {
  documented: "-->",
  reported: "-->",
  contested: "== contested ==>",
  inferred: "-.->",
  invented: "-. invented .->",
};

function nodeLine({ id, says, shape }: Node, prefix: string): string {
  const name = `${prefix}${id}`;
  if (says === null) return `${name}(("?"))`;
  switch (shape) {
    case "exogenous":
      return `${name}[${label(says)}]`;
    case "derived":
      return `${name}[[${label(says)}]]`;
    case "effect":
      return `${name}(${label(says)})`;
    case "refused":
      return `${name}{{${label(`${MARKS.refused} ${says}`)}}}:::refused`;
  }
}

/** What the clerk sees stands below each other, joined by links that are not drawn. */
function inTime(nodes: readonly Node[], prefix: string): string[] {
  return nodes.slice(1).map((node, at) => `    ${prefix}${nodes[at]!.id} ~~~ ${prefix}${node.id}`);
}

function boundSays({ drawn, harms }: Graph): string {
  if (harms === 0) return "No harm, so no line.";
  return drawn === harms
    ? `The lines of all ${count(harms, "harm")}.`
    : `The lines of ${drawn} of ${count(harms, "harm")}: the longest, one of each sort, and as many more as fit; ${harms - drawn} are left out.`;
}
