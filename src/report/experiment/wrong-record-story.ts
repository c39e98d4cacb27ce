import type { Step } from "../../analysis/false-record/story.ts";
import type { WrongRecord } from "../../analysis/questions/wrong-record.ts";
import { monthSays, capital, doorName } from "../wording.ts";
import { eventKind } from "../../model/vocabulary/events.ts";
import type { Section } from "../section.ts";

/** The life in which the mark lasts longest, step by step beside the true one. */
export function storySection(
  experiment: WrongRecord,
  { month, story }: Exclude<WrongRecord["longest"], null>,
): Section {
  const steps = grouped(story);
  const shown = steps.slice(0, MOST_STEPS);
  const rows = shown.map(({ step, again }) => [
    monthSays(step.month),
    `${says(step, experiment)}${again.length === 0 ? "" : `; again in ${again.map(({ month: at }) => monthSays(at)).join(", ")}`}`,
    entriesOf([step, ...again]),
  ]);
  const refers = rows.some(([, , entries]) => entries !== "");
  return {
    heading: `The longest mark: planted in ${monthSays(month)}`,
    sentences: [
      `Only what differs from the true life${steps.length > MOST_STEPS ? `, and of it the first ${MOST_STEPS} of ${steps.length} steps (the JSON has all)` : ""}.${
        refers
          ? ` A number is the entry at which the true life has it otherwise, or in another month: see “demerit replay ${experiment.personas[0]!.id}”.`
          : ""
      }`,
    ],
    table: {
      head: ["month", "with the false entry", ...(refers ? ["true life"] : [])],
      rows: refers ? rows : rows.map((row) => row.slice(0, 2)),
      words: 3,
    },
  };
}

/** A story is short, or it is not read. */
const MOST_STEPS = 20;

interface Told {
  readonly step: Step;
  /** Later steps that say the same. */
  readonly again: Step[];
}

/** The same refusal or event, once told, is told again by its months only. */
function grouped(story: readonly Step[]): Told[] {
  const told = new Map<string, Told>();
  const all: Told[] = [];
  for (const step of story) {
    const key = step.kind === "event" ? `event ${step.event}` : "door" in step ? `${step.kind} ${step.door}` : null;
    const before = key === null ? undefined : told.get(key);
    if (before === undefined) {
      const fresh = { step, again: [] };
      all.push(fresh);
      if (key !== null) told.set(key, fresh);
    } else before.again.push(step);
  }
  return all;
}

function entriesOf(steps: readonly Step[]): string {
  const entries = steps.flatMap((step) => ("entry" in step && step.entry !== null ? [`#${step.entry}`] : []));
  return entries.join(", ");
}

function says(step: Step, { entry }: WrongRecord): string {
  switch (step.kind) {
    case "planted":
      return `The false entry goes on file: ${eventKind(entry).noun}`;
    case "corrected":
      return "It is taken back";
    case "class":
      return step.truly === step.now ? `As it would be: class ${step.now}` : `Class ${step.now}, not ${step.truly}`;
    case "denied":
      return `Refused: ${doorName(step.door)}`;
    case "spared":
      return `Not refused: ${doorName(step.door)}`;
    case "event":
      return capital(eventKind(step.event).says);
    case "shut":
      return "From now on some door is shut that would be none";
    case "open":
      return "No more than would be shut";
    case "same":
      return "All is as it would have been";
  }
}
