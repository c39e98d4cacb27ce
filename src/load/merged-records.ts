import type { Problem } from "../model/problem.ts";
import type { Pack, Question, Source } from "../model/rulebook.ts";
import { canonicalJson } from "./digest.ts";
import type { Locate, Path } from "./place.ts";

/** A part of a stack that brings records. */
export interface Recorded {
  readonly pack: Pick<Pack, "id" | "sources" | "questions">;
  readonly locate: Locate;
}

interface Merged<T> {
  readonly value: Readonly<Record<string, T>>;
  readonly problems: readonly Problem[];
}

/** The sources of several packs as one record, each with the places that any of them names. */
export function mergedSources(packs: readonly Recorded[]): Merged<Source> {
  const bare = merged(packs, ["sources"], "source", ({ pack }) => withoutPlaces(pack.sources));
  const keys = Object.keys(bare.value);
  const places = keys.map((key) =>
    merged(packs, ["sources", key, "places"], "place", ({ pack }) => pack.sources[key]?.places ?? {}),
  );
  return {
    value: Object.fromEntries(keys.map((key, at) => [key, { ...bare.value[key]!, places: places[at]!.value }])),
    problems: [...bare.problems, ...places.flatMap(({ problems }) => problems)],
  };
}

function withoutPlaces(sources: Pack["sources"]): Readonly<Record<string, Omit<Source, "places">>> {
  return Object.fromEntries(Object.entries(sources).map(([key, { places: _places, ...source }]) => [key, source]));
}

export function mergedQuestions(packs: readonly Recorded[]): Merged<Question> {
  return merged(packs, ["questions"], "question", ({ pack }) => pack.questions);
}

/** One key may not mean two things. */
function merged<T>(
  packs: readonly Recorded[],
  path: Path,
  noun: string,
  recordOf: (pack: Recorded) => Readonly<Record<string, T>>,
): Merged<T> {
  const found = new Map<string, { content: T; pack: string }>();
  const problems: Problem[] = [];
  for (const each of packs) {
    for (const [key, content] of Object.entries(recordOf(each))) {
      const earlier = found.get(key);
      if (earlier === undefined) found.set(key, { content, pack: each.pack.id });
      else if (canonicalJson(earlier.content) !== canonicalJson(content)) {
        problems.push({
          code: `rulebook/two-${path.at(-1)}`,
          at: each.locate([...path, key], "key"),
          message: `The ${noun} “${key}” is described otherwise in “${earlier.pack}”; a reader could not tell which is meant.`,
          advice: `Describe it in the same words, or rename one.`,
          severity: "problem",
        });
      }
    }
  }
  return { value: Object.fromEntries([...found].map(([key, { content }]) => [key, content])), problems };
}
