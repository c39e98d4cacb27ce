import type { Lab } from "../../analysis/lab.ts";
import { repair } from "../../analysis/questions/repair.ts";
import { type Goal, goalOfEntry } from "../../analysis/repair/goal.ts";
import { adviceFor } from "../../load/suggest.ts";
import { DOOR_NAMES } from "../../model/vocabulary/doors.ts";
import { capital, happeningSays } from "../../report/wording.ts";
import { CouldNotRun } from "../exit.ts";
import { answerQuestion, type QuestionOptions } from "../question.ts";

/** `demerit repair`: what the rules would have to change for a harm not to happen, and what the person would have had to do. */
export async function repairCommand(
  persona: string,
  options: QuestionOptions & { readonly avoid: string },
): Promise<number> {
  const entry = /^#?(\d{1,4})$/.exec(options.avoid)?.[1];
  return answerQuestion(
    [persona],
    options,
    { command: "repair", after: ["--avoid", entry ?? options.avoid] },
    async ({ lab, progress }) =>
      repair(lab, entry === undefined ? goalNamed(lab, options.avoid) : await entryGoal(lab, Number(entry)), progress),
  );
}

/** A door, or a class. */
function goalNamed({ rulebook }: Lab, name: string): Goal {
  const door = DOOR_NAMES.find((each) => each === name);
  if (door !== undefined) return { kind: "door", door };
  const classes = (rulebook.scoring?.classes ?? []).map(({ id }) => id);
  const band = classes.find((id) => id === name);
  if (band !== undefined) return { kind: "class", class: band };
  throw new CouldNotRun(
    `“${name}” is no door, no class of this rulebook and no number of an entry. ${adviceFor(name, [...classes, ...DOOR_NAMES])}`,
  );
}

/** The refusal or the loss at an entry, as `demerit replay` numbers them. */
async function entryGoal(lab: Lab, seq: number): Promise<Goal> {
  const persona = lab.personas[0]!;
  const { trace } = await lab.trace(lab.rulebook, persona);
  const harms = trace.entries.filter((each) => goalOfEntry(each) !== null).map((each) => `#${each.seq}`);
  const advice =
    harms.length === 0
      ? "This life has none."
      : `Those of this life: ${harms.slice(0, MOST_NAMED).join(", ")}${harms.length > MOST_NAMED ? `, and ${harms.length - MOST_NAMED} more` : ""}.`;
  const entry = trace.entries[seq];
  if (entry === undefined)
    throw new CouldNotRun(
      `there is no entry #${seq} in this trace; its entries are #0 to #${trace.entries.length - 1}, as “demerit replay ${persona.id}” prints them`,
    );
  const goal = goalOfEntry(entry);
  if (goal !== null) return goal;
  throw new CouldNotRun(
    `entry #${seq} is neither a refusal nor a loss: ${capital(happeningSays(entry.happening, trace))}. ${advice}`,
  );
}

const MOST_NAMED = 12;
