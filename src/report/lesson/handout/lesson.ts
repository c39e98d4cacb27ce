import type { Recovery } from "../../../analysis/recovery.ts";
import type { Comparison } from "../../../analysis/questions/compare.ts";
import type { Rulebook } from "../../../model/rulebook.ts";
import type { Trace } from "../../../model/trace.ts";

/** What a handout is made of: some lives under one rulebook, and the same under one safeguard. */
export interface Lesson {
  readonly rulebook: Rulebook;
  readonly lives: readonly LessonLife[];
  /** `null` where no act costs points. */
  readonly recovery: Recovery | null;
  /** `null` where no safeguard of the package fits the rulebook. */
  readonly safeguard: Safeguard | null;
  /** How a command is told of the same rules: `--rulebook suining-2010`; empty for the usual ones. */
  readonly under: string;
  /** The command that makes the same handout. */
  readonly again: string;
}

export interface LessonLife {
  readonly trace: Trace;
  readonly exposes: { readonly title: string; readonly exposes: string } | null;
}

export interface Safeguard {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly comparison: Comparison;
}

/** The command that makes a page of a worksheet of one of the lives. */
export function sheetCommand(persona: string, how: string, under: string, file: string): string {
  return ["demerit worksheet", persona, how, under, "-o", file].filter((part) => part !== "").join(" ");
}
