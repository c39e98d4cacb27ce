import type { Evidence } from "../../model/evidence.ts";
import type { Fault } from "../fault.ts";
import type { Path } from "../place.ts";
import { adviceFor } from "../suggest.ts";

type Cited = { readonly source: string; readonly locator: string };

/** What is known around a rule: `undefined` where that part of the file is itself faulty. */
export interface Around {
  readonly sources: readonly string[] | undefined;
  readonly questions: Readonly<Record<string, QuestionFile>> | undefined;
}

export interface QuestionFile {
  readonly asks: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly default: string;
  readonly chosen?: string | undefined;
  readonly power?: string | undefined;
}

/** Citations of sources that the pack does not have. */
export function citationFaults(citations: readonly Cited[] | undefined, path: Path, around: Around): Fault[] {
  const sources = around.sources;
  if (sources === undefined) return [];
  return (citations ?? []).flatMap(({ source }, index) =>
    sources.includes(source)
      ? []
      : [
          {
            code: "rule/unknown-source",
            path: [...path, index, "source"],
            message: `The pack has no source “${source}”, so nobody could look the statement up.`,
            advice: adviceFor(source, sources),
          },
        ],
  );
}

/** A statement that is not invented says where it stands. */
export function uncitedFaults(
  stated: { evidence: Evidence; citations?: readonly Cited[] | undefined },
  what: string,
  path: Path,
): Fault[] {
  if (stated.evidence === "invented" || (stated.citations ?? []).length > 0) return [];
  return [
    {
      code: "rule/uncited",
      path: [...path, "evidence"],
      message: `${what} is given as ${stated.evidence}, but cites nothing: only what is invented may do without a source.`,
      advice: "Cite a source with a locator, or write “invented”.",
    },
  ];
}
