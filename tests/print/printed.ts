import { parseHTML } from "linkedom";
import type { Trace } from "../../src/model/trace.ts";
import type { Comparison } from "../../src/analysis/questions/compare.ts";
import { byEvidence } from "../../src/analysis/by-evidence.ts";
import { type Memory, prepare } from "../../src/engine/prepare.ts";
import { comparison, hurtPictures, printedOf } from "../../src/cli/printing.ts";
import { resolveRulebook } from "../../src/cli/rulebook-expression.ts";
import { htmlPage } from "../../src/report/html/page.ts";
import type { Printed, PrintView } from "../../src/report/html/printed.ts";
import type { Paper } from "../../src/report/html/style/style.ts";
import { TRACES, traceOf } from "../report/exhibits.ts";

const MEMORY: Memory = new Map();
const SAFEGUARD = resolveRulebook("suining-composite,court-guidance-2019").rulebook!;

/** A life as “demerit print” prints it. */
export function printed(trace: Trace, view: PrintView = "auditor"): Promise<Printed> {
  return printedOf(trace, null, MEMORY, view);
}

/** A page of its own; the same page of the same trace is drawn once. */
export function pageFor(trace: Trace, view: PrintView = "auditor", paper: Paper = "a4"): Promise<string> {
  const pages = DRAWN.get(trace) ?? new Map<string, Promise<string>>();
  DRAWN.set(trace, pages);
  const key = `${view} ${paper}`;
  const page = pages.get(key) ?? printed(trace, view).then((life) => htmlPage([life], { view, paper }));
  pages.set(key, page);
  return page;
}

const DRAWN = new WeakMap<Trace, Map<string, Promise<string>>>();

/** Several lives beside a safeguard, as “demerit print --compare” prints them. */
export async function comparedPage(ids: readonly string[]): Promise<{ page: string; traces: Trace[] }> {
  const traces = ids.map(traceOf);
  const lives = await Promise.all(traces.map((trace) => printedOf(trace, SAFEGUARD, MEMORY, "auditor")));
  const hurt = await hurtPictures(traces, SAFEGUARD, MEMORY);
  return { page: htmlPage(lives, { view: "auditor", paper: "a4" }, hurt), traces };
}

/** The question that “demerit compare suining-composite +court-guidance-2019” asks. */
export function comparisonOf(ids: readonly string[]): Promise<Comparison> {
  return comparison(ids.map(traceOf), SAFEGUARD, MEMORY);
}

/** Without what would be left, which needs the engine: for traces that were edited by hand. */
export function bareInput(trace: Trace): Printed {
  return { trace, exposes: null, byEvidence: null };
}

/** An element, as far as it is looked at here. */
export interface Element {
  readonly localName: string;
  readonly tagName: string;
  readonly textContent: string;
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  readonly children: readonly Element[];
  readonly parentElement: Element | null;
  getAttribute(name: string): string | null;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
  closest(selector: string): Element | null;
  remove(): void;
}

export function parsed(page: string): Element {
  return parseHTML(page).document as unknown as Element;
}

export function all(root: Element, selector: string): Element[] {
  return [...root.querySelectorAll(selector)];
}

/** What a page prints, in order: without its data, its styles, the names of its pictures, and what only a screen shows. */
export function printedText(page: string): string {
  const body = parsed(page).querySelector("body")!;
  for (const hidden of all(body, "script, style, svg title, svg desc, .screen")) hidden.remove();
  return body.textContent;
}

export function words(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

export { prepare, byEvidence, TRACES, traceOf };
