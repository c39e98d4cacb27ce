import { Causes, type Link } from "../../analysis/causes.ts";
import { type Harm, harmsOf } from "../../analysis/harms.ts";
import { knowsHappening, knownTo, type Reader, type View } from "../../analysis/readers.ts";
import { type Evidence, weakest } from "../../model/evidence.ts";
import { evidenceOf } from "../../model/rule.ts";
import { ruleNamed } from "../../model/rulebook.ts";
import type { Trace } from "../../model/trace.ts";
import { longestHarm } from "../in-short.ts";
import { linkSays, linkSaysTo } from "../wording.ts";

/** A happening or an effect on the line of a harm. */
export interface Node {
  readonly id: string;
  readonly seq: number;
  /** `null`: the reader does not see what stands here. */
  readonly says: string | null;
  readonly shape: "exogenous" | "derived" | "effect" | "refused";
}

/** From one node to the next: how good the ground for the step is. */
export interface Step {
  readonly from: string;
  readonly to: string;
  readonly evidence: Evidence;
}

export interface Graph {
  readonly nodes: readonly Node[];
  readonly steps: readonly Step[];
  /** Harms drawn, of how many. */
  readonly drawn: number;
  readonly harms: number;
}

/** What is more than this is left out, and the picture says how much. */
const MOST_NODES = 60;

/** The lines of all harms laid over each other, the longest first, as many as fit. */
export function graphOf(trace: Trace, view: View): Graph {
  const causes = new Causes(trace);
  const harms = inOrder(trace, harmsOf(trace, causes));
  const nodes = new Map<string, Node>();
  const steps = new Map<string, Step>();
  let drawn = 0;
  for (const harm of harms) {
    const line = drawnLine(trace, causes, harm, view);
    const fresh = line.filter(({ node }) => !nodes.has(node.id));
    if (nodes.size + fresh.length > MOST_NODES && drawn > 0) continue;
    drawn++;
    line.forEach(({ node, evidence }, at) => {
      nodes.set(node.id, node);
      const before = line[at - 1]?.node;
      if (before !== undefined) steps.set(`${before.id} ${node.id}`, { from: before.id, to: node.id, evidence });
    });
  }
  return {
    nodes: [...nodes.values()].sort((a, b) => a.seq - b.seq),
    steps: [...steps.values()],
    drawn,
    harms: harms.length,
  };
}

/** The longest line; then one harm of each sort; then the others in order of time. */
function inOrder(trace: Trace, harms: readonly Harm[]): Harm[] {
  const longest = longestHarm(trace, { harms });
  const sort = (harm: Harm): string => (harm.kind === "denied" ? harm.door : harm.event);
  const firsts = harms.filter((harm, at) => harms.findIndex((each) => sort(each) === sort(harm)) === at);
  return [...new Set([...harms.filter(({ id }) => id === longest?.id), ...firsts, ...harms])];
}

interface Drawn {
  readonly node: Node;
  readonly evidence: Evidence;
}

/** The links of one line that have words; the step to each is as good as the weakest rule passed since the last. */
function drawnLine(trace: Trace, causes: Causes, harm: Harm, view: View): Drawn[] {
  const drawn: Drawn[] = [];
  let passed: Evidence[] = [];
  for (const link of causes.line(harm.id)) {
    passed = [...passed, ...evidenceIn(link, trace)];
    if (linkSays(link, trace) === null) continue;
    drawn.push({ node: nodeOf(link, trace, causes, view), evidence: weakest(passed) });
    passed = [];
  }
  return drawn;
}

function evidenceIn({ effect }: Link, trace: Trace): Evidence[] {
  return effect !== null && "rule" in effect && effect.rule !== null
    ? [evidenceOf(ruleNamed(trace.rulebook, effect.rule))]
    : [];
}

function nodeOf(link: Link, trace: Trace, causes: Causes, view: View): Node {
  return {
    id: `n${link.id.replace(".", "_")}`,
    seq: link.entry.seq,
    says: saysIn(view, link, trace, causes),
    shape: shapeOf(link),
  };
}

function saysIn(view: View, link: Link, trace: Trace, causes: Causes): string | null {
  const whole = `${linkSays(link, trace)!} #${link.entry.seq}`;
  if (view === "auditor") return whole;
  const seen = seenLink(view === "side-by-side" ? "person" : view, link, trace, causes);
  if (view === "side-by-side") return `${whole} · ${seen === null ? "told nothing" : "known to the person"}`;
  return seen === null ? null : `${seen} #${link.entry.seq}`;
}

function seenLink(reader: Reader, link: Link, trace: Trace, causes: Causes): string | null {
  const known =
    link.effect === null ? knowsHappening(reader, link.entry, causes) : knownTo(link.effect)[reader] !== "nothing";
  return known ? linkSaysTo(reader, link, trace) : null;
}

function shapeOf({ effect, entry, because }: Link): Node["shape"] {
  if (effect !== null) return effect.kind === "denied" ? "refused" : "effect";
  return because.length === 0 || !("origin" in entry.happening) || entry.happening.origin.kind === "exogenous"
    ? "exogenous"
    : "derived";
}
