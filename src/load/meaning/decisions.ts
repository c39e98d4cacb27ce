import type { Persona } from "../../model/persona.ts";
import { eventKind } from "../../model/vocabulary/events.ts";
import type { Fault } from "../fault.ts";
import type { Path } from "../place.ts";
import type { DecisionsFile } from "../schema/decisions.ts";
import { adviceFor } from "../suggest.ts";
import { type Citable, citationFaults } from "./citations.ts";
import type { Part } from "./part.ts";

/** What is known around the decisions: whose they are, and what may be cited. */
export interface DecisionsAround {
  readonly personas: readonly Persona[];
  readonly sources: Citable;
}

type Line = DecisionsFile["lives"][string][number];

/** Whether every decision in the fixtures is spoken of, as it is there, and cites what is there. */
export function decisionsFaults(file: Part<DecisionsFile>, { personas, sources }: DecisionsAround): Fault[] {
  const lives = file.at("lives");
  const ids = personas.map(({ id }) => id);
  const strangers = (lives.keys ?? [])
    .filter((id) => !ids.includes(id))
    .map((id): Fault => ({
      code: "decisions/unknown-persona",
      path: [...lives.path, id],
      on: "key",
      message: `There is no persona “${id}” of whom this could be said.`,
      advice: adviceFor(id, ids),
    }));
  return [
    ...strangers,
    ...personas.flatMap((persona) => {
      const mine = lives.at(persona.id);
      const lines = mine.each();
      const said = lines.map(({ value }) => value);
      if (said.includes(undefined)) return [];
      return [
        ...lines.flatMap(({ value, path }) => lineFaults(value!, path, persona.timeline, sources)),
        ...unsaid(persona, said as Line[], mine.raw === undefined ? lives.path : mine.path),
      ];
    }),
  ];
}

function lineFaults(
  { line, event, standing, citations = [] }: Line,
  path: Path,
  timeline: DecisionsAround["personas"][number]["timeline"],
  sources: Citable,
): Fault[] {
  const there = timeline[line - 1];
  const rests = standing === "allowed" || standing === "against";
  return [
    ...(there !== undefined && "event" in there && there.event === event
      ? []
      : [
          {
            code: "decisions/other-line",
            path: [...path, "line"],
            message: `Line ${line} of that life is not “${event}”, so the article would stand beside something else.`,
            advice: "Give the line and the event as they are in the persona's file.",
          },
        ]),
    ...(rests === citations.length > 0
      ? []
      : [
          {
            code: "decisions/uncited",
            path: [...path, "standing"],
            message: rests
              ? `“${standing}” says that there is an article, and names none.`
              : `“${standing}” names no article, and yet one is cited.`,
            advice:
              "Cite what allows the decision or what it is against, or write “free” or “not-examined” without a citation.",
          },
        ]),
    ...citationFaults(citations, [...path, "citations"], { sources }),
  ];
}

function unsaid({ id, timeline }: DecisionsAround["personas"][number], said: readonly Line[], path: Path): Fault[] {
  return timeline.flatMap((each, at) =>
    !("event" in each) || eventKind(each.event).group !== "decision" || said.some(({ line }) => line === at + 1)
      ? []
      : [
          {
            code: "decisions/left-out",
            path,
            message: `In the life “${id}” an institution decides in line ${at + 1} (${each.event}), and nothing is said of what allows it.`,
            advice: "Name the article, or write “not-examined”.",
          },
        ],
  );
}
