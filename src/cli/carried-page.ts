import * as z from "zod";
import { type Carried, PRINTOUT_VERSION } from "../report/html/data.ts";
import { DATA_ID } from "../report/html/document.ts";
import { PRINT_VIEWS } from "../report/html/printed.ts";
import { PAPERS } from "../report/html/style/style.ts";
import { MOST_PERSONAS } from "./library.ts";

const BLOCK = new RegExp(`<script type="application/json" id="${DATA_ID}">([^<]*)</script>`, "g");

/** What a page carries, or what is wrong with it. The traces in it are yet to be looked at. */
export function carriedIn(page: string): Carried | string {
  const blocks = [...page.matchAll(BLOCK)];
  if (blocks.length !== 1)
    return blocks.length === 0
      ? "This is no printout of a life, or its trace was taken out: “demerit print” puts one into every page. A page about a question carries none; the command that stands on it beside “Again” gives the same page, to the byte."
      : `The page carries ${blocks.length} traces one beside the other, and should carry one.`;
  if (depthOf(blocks[0]![1]!) > MOST_DEPTH) return "What the page carries is nested deeper than any trace is.";
  const value = jsonOf(blocks[0]![1]!);
  if (value === undefined) return "What the page carries as its trace is no JSON.";
  const version = typeof value === "object" && value !== null && "printout" in value ? value.printout : undefined;
  if (typeof version === "number" && version !== PRINTOUT_VERSION)
    return `The page is of version ${version}; this program reads version ${PRINTOUT_VERSION}.`;
  return CARRIED.safeParse(value).success
    ? (value as Carried)
    : "What the page carries is not what a printout carries.";
}

const trace = z.looseObject({
  rulebook: z.union([z.string(), z.looseObject({ digest: z.string() })]),
});

const CARRIED = z.strictObject({
  printout: z.literal(PRINTOUT_VERSION),
  by: z.string().max(40),
  view: z.enum(PRINT_VIEWS),
  paper: z.enum(PAPERS),
  answers: z.record(z.string(), z.string()),
  traces: z.array(trace).min(1).max(MOST_PERSONAS),
  variants: z.array(trace).max(MOST_PERSONAS),
});

/** A trace is some ten deep, and a condition at most a few dozen more. */
const MOST_DEPTH = 100;

/** How deep brackets stand in each other, outside strings: a title may hold any number of them. */
function depthOf(text: string): number {
  let [depth, deepest] = [0, 0];
  for (const bracket of text.replaceAll(/"(?:[^"\\]|\\.)*"/g, "").match(/[[\]{}]/g) ?? []) {
    depth += bracket === "[" || bracket === "{" ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
