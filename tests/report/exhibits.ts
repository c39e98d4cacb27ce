import { prepare } from "../../src/engine/prepare.ts";
import { VIEWS, type View } from "../../src/analysis/readers.ts";
import type { Rule } from "../../src/model/rule.ts";
import type { Trace } from "../../src/model/trace.ts";
import type { FormatName } from "../../src/report/formats.ts";
import type { Exhibit } from "../../src/report/options.ts";
import { styleOf } from "../../src/report/text/style.ts";
import { FORMATS } from "../../src/report/formats.ts";
import { replay } from "../../src/replay/replay.ts";
import { composite, shippedPersonas } from "../support/shipped.ts";

export const RULEBOOK = composite();
const PREPARED = await prepare(RULEBOOK);

/** Every shipped persona under the composite. */
export const TRACES: readonly Trace[] = shippedPersonas().map((persona) => replay(PREPARED, persona));

export const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[];

/** Every format in every view. */
export const PAGES = FORMAT_NAMES.flatMap((format) => VIEWS.map((view) => ({ format, view })));

export function traceOf(id: string): Trace {
  return TRACES.find(({ persona }) => persona.id === id)!;
}

export function exhibit(trace: Trace): Exhibit {
  return { trace, exposes: null, byEvidence: null };
}

/** One trace, 100 columns wide and without colour. */
export function drawn(trace: Trace, format: FormatName, view: View, full = false): string {
  return FORMATS[format]([exhibit(trace)], { view, full, style: styleOf(100, false) });
}

/** The trace with every rule edited as a reader might edit them. */
export function edited(trace: Trace, edit: (rule: Rule) => Rule): Trace {
  return { ...trace, rulebook: { ...trace.rulebook, rules: trace.rulebook.rules.map(edit) } };
}

/** A summary, and everything. */
export const FULL = [false, true] as const;

export { VIEWS };
