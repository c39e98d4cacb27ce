import type { Trace } from "../model/trace.ts";

/** One trace as itself, several as an array: formatted, versioned by `traceVersion`, never coloured. */
export function jsonDocument(traces: readonly Trace[]): string {
  return `${JSON.stringify(traces.length === 1 ? traces[0] : traces, null, 2)}\n`;
}
