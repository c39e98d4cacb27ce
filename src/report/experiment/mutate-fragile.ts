import { type ChangedLife, mannerOf, type Mutation, type TriedMutant } from "../../analysis/questions/mutate.ts";
import type { HarmCounts } from "../../analysis/outcome.ts";
import { ruleNamed } from "../../model/rulebook.ts";
import type { Section, Table } from "../section.ts";
import { count, listed, whole } from "../wording.ts";
import { movesSay, nameOf } from "./harm-wording.ts";

/** Single steps that change a life: in a table those that change how many harms there are. */
export function fragileSections(experiment: Mutation, fragile: readonly TriedMutant[]): Section[] {
  if (fragile.length === 0) return [];
  const having = (manner: ReturnType<typeof mannerOf>, each: TriedMutant): boolean =>
    each.changed.some((life) => mannerOf(life) === manner);
  const harming = fragile.filter((each) => having("harms", each));
  const moving = fragile.filter((each) => !harming.includes(each) && having("months-moved", each));
  const beside = fragile.filter((each) => !harming.includes(each) && !moving.includes(each));
  const line = (says: string, some: readonly TriedMutant[]): string[] =>
    some.length === 0 ? [] : [`${says}: ${stepsSay(experiment, some).join("; ")}.`];
  const others = [
    ...line("The same harms, some of them in another month", moving),
    ...line("No harm, but a class, checks, priority or one of several doors", beside),
  ];
  return [
    {
      heading: "Fragile numbers: one step, and somebody has a harm more or less",
      sentences: [
        harming.length === 0
          ? experiment.searched.stopped
            ? "No single step tried gives anybody a harm more or less."
            : "No single step gives anybody a harm more or less."
          : `Of the harms of those named, together: −2 are gone, +2 are new.${
              harming.some((each) => otherwise(each) !== "")
                ? " Behind a semicolon, how many further lives the same step changes, though they have as many harms of each kind."
                : ""
            }`,
      ],
      table: harming.length === 0 ? null : harmTable(experiment, harming),
    },
    ...(others.length === 0
      ? []
      : [{ heading: "Fragile numbers: one step, and a life goes otherwise", sentences: others, table: null }]),
  ];
}

function harmTable(experiment: Mutation, harming: readonly TriedMutant[]): Table {
  return {
    head: ["number", "instead", "for whom", "refusals", "months", "losses"],
    rows: harming.map((each) => {
      const lives = each.changed.filter((life) => mannerOf(life) === "harms");
      return [
        placeSays(experiment, each),
        insteadOf(each),
        `${whom(experiment, lives)}${otherwise(each)}`,
        ...movesSay(sumOf(lives.map(({ gone }) => gone)), sumOf(lives.map(({ fresh }) => fresh))),
      ];
    }),
    words: 3,
  };
}

/** `; 4 more, in other months; 1 more, not in a harm`: whom a step touches beside those with a harm more or less. */
function otherwise({ changed }: TriedMutant): string {
  const having = (manner: ReturnType<typeof mannerOf>): number =>
    changed.filter((life) => mannerOf(life) === manner).length;
  const [moved, beside] = [having("months-moved"), having("beside")];
  return `${moved === 0 ? "" : `; ${whole(moved)} more, in other months`}${beside === 0 ? "" : `; ${whole(beside)} more, not in a harm`}`;
}

/** Kind by kind. */
function sumOf(counts: readonly HarmCounts[]): HarmCounts {
  const sum = (kind: keyof HarmCounts): number => counts.reduce((all, each) => all + each[kind], 0);
  return { denied: sum("denied"), months: sum("months"), losses: sum("losses") };
}

/** `Missed loan repayment: points`, which wraps where an address would not. */
function placeSays({ rulebook }: Mutation, { mutant }: TriedMutant): string {
  if (mutant.kind !== "nudged") return "";
  const { address, rule } = mutant;
  return rule === null ? address : `${ruleNamed(rulebook, rule).title}: ${address.slice(rule.length + 1)}`;
}

/** `869, not 850`. */
function insteadOf({ mutant }: TriedMutant): string {
  return mutant.kind === "nudged" ? `${whole(mutant.is)}, not ${whole(mutant.was)}` : "";
}

/** `everyday/dear-loan.afterMonths 0 or 2, not 1 (Luo Min)`: the steps of one number for the same people together. */
function stepsSay(experiment: Mutation, some: readonly TriedMutant[]): string[] {
  const steps = new Map<string, { address: string; was: number; who: string; is: number[] }>();
  for (const { mutant, changed } of some) {
    if (mutant.kind !== "nudged") continue;
    const { address, was, is } = mutant;
    const who = whom(experiment, changed);
    const key = `${address} ${who}`;
    const known = steps.get(key);
    if (known === undefined) steps.set(key, { address, was, who, is: [is] });
    else known.is.push(is);
  }
  return [...steps.values()].map(
    ({ address, was, who, is }) => `${address} ${is.map(whole).join(" or ")}, not ${whole(was)} (${who})`,
  );
}

const MOST_NAMED = 3;

function whom(experiment: Mutation, lives: readonly ChangedLife[]): string {
  const names = lives.map(({ persona }) => nameOf(experiment, persona));
  return names.length > MOST_NAMED + 1
    ? listed([...names.slice(0, MOST_NAMED), count(names.length - MOST_NAMED, "other")])
    : listed(names);
}
