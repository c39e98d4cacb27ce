import type { PersonRecovery } from "../../analysis/people-recovery.ts";
import type { Recovery } from "../../analysis/questions/recovery.ts";
import type { Section } from "../section.ts";
import { capital, count, listed, monthSays, whole } from "../wording.ts";
import { nameOf } from "./harm-wording.ts";

/** What came back in the lives of the package, and what did not; in the order asked. */
export function peopleSection(experiment: Recovery): Section {
  const { people, opening } = experiment;
  return {
    heading: `Who returns to class ${opening.class}, and what does not return`,
    sentences: [
      returnSays(experiment),
      keptSays(experiment),
      "Each life is read for itself, in the order asked; the months are those at whose end the class is lower than at the opening.",
    ],
    table: {
      head: ["person", "changed for good", `months below ${opening.class}`, "back since", "losses"],
      rows: people.map((person) => [
        `${nameOf(experiment, person.persona)} (${person.persona})`,
        changedSays(person),
        whole(person.below),
        backSays(person),
        whole(person.losses),
      ]),
      words: 2,
    },
  };
}

function returnSays({ people, opening, until }: Recovery): string {
  const fell = people.filter(({ left }) => left !== null);
  const whom = people.length === 1 ? "This person" : `${whole(fell.length)} of ${people.length} people`;
  if (fell.length === 0)
    return `${people.length === 1 ? "This person never falls" : `None of ${people.length} people falls`} below class ${opening.class}.`;
  const gone = fell.filter(({ backSince }) => backSince === null);
  return `${capital(whom)} ${people.length === 1 || fell.length === 1 ? "falls" : "fall"} below class ${opening.class}; ${
    gone.length === 0
      ? fell.length === 1
        ? "the class comes back"
        : "of all of them the class comes back"
      : `${gone.length === fell.length && fell.length > 1 ? "none of them" : whole(gone.length)} ${gone.length === fell.length && fell.length > 1 ? "is" : gone.length === 1 ? "is not" : "are not"} back`
  } by ${monthSays(until)}.`;
}

function keptSays({ people }: Recovery): string {
  const kept = people.filter(({ changed, losses }) => changed.length > 0 || losses > 0);
  if (kept.length === 0) return "Nothing that a rule led to is left but points.";
  const what = [...new Set(kept.flatMap(({ changed }) => changed.map(({ name }) => name.replace("-", " "))))];
  return `What does not come back with the points: ${
    people.length === 1 ? "" : `for ${whole(kept.length)} of ${count(people.length, "person", "people")} `
  }a loss, or a circumstance that a rule has led to and nothing restored${what.length === 0 ? "" : ` (${listed(what)})`}.`;
}

function backSays({ left, backSince, lastThere }: PersonRecovery): string {
  if (left === null) return "never left";
  if (backSince !== null) return monthSays(backSince);
  return lastThere === null ? "never there" : `never; last ${monthSays(lastThere)}`;
}

function changedSays({ changed }: PersonRecovery): string {
  return changed.length === 0 ? "·" : changed.map(({ name, is }) => `${name.replace("-", " ")}: ${is}`).join(", ");
}
