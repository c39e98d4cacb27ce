import type { Comparison } from "../../../analysis/questions/compare.ts";
import type { Rulebook } from "../../../model/rulebook.ts";
import type { Trace } from "../../../model/trace.ts";

/** What a handout is made of: some lives under one rulebook, and the same under one safeguard. */
export interface Lesson {
  readonly rulebook: Rulebook;
  readonly lives: readonly LessonLife[];
  /** `null` where no safeguard of the package fits the rulebook. */
  readonly safeguard: Safeguard | null;
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
