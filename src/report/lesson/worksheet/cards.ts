import type { Measure } from "../../../model/rule.ts";
import { ruleNamed } from "../../../model/rulebook.ts";
import type { Trace } from "../../../model/trace.ts";
import { DOORS, PURPOSES } from "../../../model/vocabulary/doors.ts";
import { noteSays } from "../../note.ts";
import type { Row } from "../../outline.ts";
import { classLabel, listName, monthSays, shortName, whole } from "../../wording.ts";
import { type Block, heading, items, type Runs, text } from "../leaf.ts";
import type { Scene } from "./scene.ts";

/** Two cards for one counter: each sees what that side sees, and nothing of the other. */
export function roleCards(trace: Trace, scene: Scene): Block[] {
  return [
    heading("At the counter: two role cards"),
    text(
      "Cut the cards apart. Two people play for three minutes, each with one card; then they change sides. Neither reads the other's card before. One shows what a clerk sees, the other what the person was told: both were computed.",
    ),
    {
      kind: "cards",
      cards: [
        { title: `The clerk, ${monthSays(scene.month)}`, blocks: clerk(trace, scene) },
        { title: `${shortName(trace)} (invented), ${monthSays(scene.month)}`, blocks: person(scene) },
      ],
    },
  ];
}

function clerk(trace: Trace, { attempt, before }: Scene): Block[] {
  const { score, class: id, lists, measures } = before;
  const door = attempt?.entry.happening.kind === "attempt" ? attempt.entry.happening.door : null;
  const concerns = measures
    .map((rule) => ruleNamed(trace.rulebook, rule))
    .filter(({ then }) => door !== null && doorsOf(then as Measure).includes(door));
  const screen: Runs[] = [
    ...(score === null ? [] : [[`score ${whole(score)}`]]),
    ...(id === null ? [] : [[`class ${classLabel(trace.rulebook, id)}`]]),
    ...lists.map(({ list, since }): Runs => [`${listName(list)}, since ${monthSays(since)}`]),
    ...concerns.map(({ title }): Runs => [`in force: “${title}”`]),
  ];
  return [
    text(
      door === null
        ? "Somebody comes to ask what stands on file."
        : `Somebody tries for ${DOORS[door].name}. You have to say: ${attempt!.refused ? "no" : "yes"}.`,
    ),
    text({ strong: "Your screen shows" }),
    items(screen.length === 0 ? [["nothing"]] : screen),
    text("It does not show why. You did not make the rules, you cannot change an entry, and there is a queue."),
    text("Afterwards: what would you have had to know to be of help?"),
    { kind: "lines", count: 8 },
  ];
}

function doorsOf({ closes, scrutinises, prefers }: Measure): readonly string[] {
  return [...(closes ?? []), ...(scrutinises ?? []), ...(prefers ?? [])];
}

function person({ attempt, known }: Scene): Block[] {
  const happening = attempt?.entry.happening.kind === "attempt" ? attempt.entry.happening : null;
  const purpose =
    happening === null || PURPOSES[happening.purpose].says === "" ? "" : `, ${PURPOSES[happening.purpose].says}`;
  return [
    text(
      happening === null
        ? "You come to ask what stands on file about you, and why."
        : `You need ${DOORS[happening.door].name}${purpose}.`,
    ),
    text({ strong: "The last things that you know" }),
    items(known.length === 0 ? [["nothing yet"]] : known.map(knownSays)),
    text("Nobody has told you more. Ask three questions, and tick those that got an answer."),
    { kind: "lines", count: 3 },
    text("Afterwards: what would you do next, and who could stop it?"),
    { kind: "lines", count: 4 },
  ];
}

function knownSays({ month, says, notes }: Row): Runs {
  const told = notes.map(noteSays);
  return [`${monthSays(month)}: ${says}${told.length === 0 ? "" : `. ${told.join(". ")}`}`];
}
