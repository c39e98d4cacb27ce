import type { Fault } from "../fault.ts";
import type { Path } from "../place.ts";
import type { VocabularyFile } from "../schema/vocabulary.ts";
import { adviceFor } from "../suggest.ts";
import { type Citable, citationFaults, uncitedFaults } from "./citations.ts";
import { identifierFaults } from "./identifiers.ts";
import type { Part } from "./part.ts";

type Needs = Readonly<Record<string, readonly string[]>>;

/** Whether each word says where it stands, and needs and sets only what there is. */
export function vocabularyFaults(file: Part<VocabularyFile>, sources: Citable): Fault[] {
  const { events = {}, doors = {}, lists = {}, purposes = {} } = file.value ?? {};
  const circumstances = file.at("circumstances").value;
  const stated = Object.entries({ events, doors, lists }).flatMap(([part, words]) =>
    Object.entries(words).map(([id, word]) => ({ word, id, path: [part, id] })),
  );
  return [
    ...stated.flatMap(({ word, id, path }) => [
      ...uncitedFaults(word, `“${id}”`, path),
      ...citationFaults(word.citations, [...path, "citations"], { sources }),
    ]),
    ...Object.entries(events).flatMap(([id, { needs = {}, sets = {} }]) => [
      ...valueFaults(needs, ["events", id, "needs"], circumstances),
      ...valueFaults(
        Object.fromEntries(Object.entries(sets).map(([name, value]) => [name, [value]])),
        ["events", id, "sets"],
        circumstances,
      ),
    ]),
    ...Object.entries(purposes).flatMap(([id, { needs = {} }]) =>
      valueFaults(needs, ["purposes", id, "needs"], circumstances),
    ),
    ...identifierFaults(file.raw),
  ];
}

function valueFaults(needs: Needs, path: Path, circumstances: VocabularyFile["circumstances"] | undefined): Fault[] {
  if (circumstances === undefined) return [];
  return Object.entries(needs).flatMap(([name, values]): Fault[] => {
    if (!Object.hasOwn(circumstances, name))
      return [
        {
          code: "words/unknown-circumstance",
          path: [...path, name],
          on: "key",
          message: `There is no circumstance “${name}”, so it could neither be so nor become so.`,
          advice: adviceFor(name, Object.keys(circumstances)),
        },
      ];
    const known = circumstances[name]!.values;
    return values
      .filter((value) => !known.includes(value))
      .map((value) => ({
        code: "words/unknown-value",
        path: [...path, name],
        message: `“${name}” is never “${value}”.`,
        advice: adviceFor(value, known),
      }));
  });
}
