import type { Rulebook } from "../../model/rulebook.ts";
import type { Trace } from "../../model/trace.ts";
import { PROGRAM } from "../../model/version.ts";
import type { Printed, PrintOptions } from "./printed.ts";

/** Raised when a reader of an older printout could misunderstand a newer one. */
export const PRINTOUT_VERSION = 1;

/** What a page carries so that it can be checked: the whole traces, and how they are shown. */
export interface Carried {
  readonly printout: typeof PRINTOUT_VERSION;
  /** The program that made the page. */
  readonly by: string;
  readonly view: PrintOptions["view"];
  readonly paper: PrintOptions["paper"];
  readonly answers: Readonly<Record<string, string>>;
  readonly traces: readonly CarriedTrace[];
  /** The same lives under the rulebook compared with; empty where there is none. */
  readonly variants: readonly CarriedTrace[];
}

/** A rulebook stands in full where it first occurs, and after that by its digest. */
export type CarriedTrace = Omit<Trace, "rulebook"> & { readonly rulebook: Rulebook | string };

export function carried(printed: readonly Printed[], { view, paper, answers = {} }: PrintOptions): Carried {
  const seen = new Set<string>();
  const once = (trace: Trace): CarriedTrace => {
    const { digest } = trace.rulebook;
    if (seen.has(digest)) return { ...trace, rulebook: digest };
    seen.add(digest);
    return trace;
  };
  return {
    printout: PRINTOUT_VERSION,
    by: PROGRAM,
    view,
    paper,
    answers,
    traces: printed.map(({ trace }) => once(trace)),
    variants: printed.flatMap(({ compared }) => (compared === undefined ? [] : [once(compared.trace)])),
  };
}

/** The traces whole again; `null` for one whose rulebook is named and is not there. */
export function unpacked(traces: readonly CarriedTrace[]): (Trace | null)[] {
  const known = new Map<string, Rulebook>();
  return traces.map((trace) => {
    const { rulebook } = trace;
    if (typeof rulebook !== "string") {
      known.set(rulebook.digest, rulebook);
      return { ...trace, rulebook };
    }
    const named = known.get(rulebook);
    return named === undefined ? null : { ...trace, rulebook: named };
  });
}
