import type { Evidence } from "../../model/evidence.ts";
import { type Citation, placeOf, sourceOf } from "../../model/citation.ts";
import type { Fault } from "../fault.ts";
import type { Path } from "../place.ts";
import { adviceFor } from "../suggest.ts";

/** Sources by key, with the places that each names. */
export type Citable = Readonly<Record<string, { readonly places: Readonly<Record<string, string>> }>>;

/** What is known around a rule: `undefined` where that part of the file is itself faulty. */
export interface Around {
  readonly sources: Citable | undefined;
}

/** Citations of sources that there are not, or of places that a source does not name. */
export function citationFaults(citations: readonly Citation[] | undefined, path: Path, { sources }: Around): Fault[] {
  if (sources === undefined) return [];
  return (citations ?? []).flatMap((cited, index): Fault[] => {
    const [key, place] = [sourceOf(cited), placeOf(cited)];
    if (!Object.hasOwn(sources, key))
      return [
        {
          code: "rule/unknown-source",
          path: [...path, index],
          message: `There is no source “${key}” here, so nobody could look the statement up.`,
          advice: adviceFor(key, Object.keys(sources)),
        },
      ];
    const { places } = sources[key]!;
    return Object.hasOwn(places, place)
      ? []
      : [
          {
            code: "rule/unknown-place",
            path: [...path, index],
            message: `The source “${key}” names no place “${place}”, so nobody could look the statement up.`,
            advice: `${adviceFor(place, Object.keys(places))} Or name it under “places” of the source.`,
          },
        ];
  });
}

/** A statement that is not invented says where it stands. */
export function uncitedFaults(
  stated: { evidence: Evidence; citations?: readonly Citation[] | undefined },
  what: string,
  path: Path,
): Fault[] {
  if (stated.evidence === "invented" || (stated.citations ?? []).length > 0) return [];
  return [
    {
      code: "rule/uncited",
      path: [...path, "evidence"],
      message: `${what} is given as ${stated.evidence}, but cites nothing: only what is invented may do without a source.`,
      advice: "Cite a place in a source, for instance “CD10:range”, or write “invented”.",
    },
  ];
}
