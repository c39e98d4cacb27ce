import { type Dial, dialsOf, mayBe } from "../../../src/analysis/dials.ts";
import { type Goal, missedAt } from "../../../src/analysis/repair/goal.ts";
import type { Persona } from "../../../src/model/persona.ts";
import type { Range } from "../../../src/model/ranges.ts";
import type { Rulebook } from "../../../src/model/rulebook.ts";
import { goTogether } from "../../support/together.ts";
import { live } from "../../support/builders.ts";

/** One edit, as plain as can be. `way` 0 for a rule that is dropped. */
interface Edit {
  readonly says: string;
  readonly what: string;
  readonly rule: string | null;
  readonly drops: boolean;
  readonly place: number;
  readonly to: number;
  readonly way: number;
  readonly steps: number;
  readonly apply: (rulebook: Rulebook) => Rulebook;
}

function everyEdit(rulebook: Rulebook, rangeOf: (dial: Dial) => Range): Edit[] {
  const dropped = rulebook.rules.map(({ id }, place): Edit => ({
    says: `drop ${id}`,
    what: id,
    rule: id,
    drops: true,
    place,
    to: 1,
    way: 0,
    steps: 0,
    apply: (before) => ({ ...before, rules: before.rules.filter((rule) => rule.id !== id) }),
  }));
  const set = dialsOf(rulebook).flatMap((dial, at) => {
    const { least, most } = rangeOf(dial);
    const edits: Edit[] = [];
    for (let to = least; to <= most; to++) {
      if (to === dial.now || !mayBe({ ...dial, range: { least, most } }, to)) continue;
      edits.push({
        says: `${dial.address} ${to}`,
        what: dial.address,
        rule: dial.rule,
        drops: false,
        place: rulebook.rules.length + at,
        to,
        way: Math.sign(to - dial.now),
        steps: Math.abs(to - dial.now),
        apply: (before) => dial.turn(before, to),
      });
    }
    return edits;
  });
  return [...dropped, ...set];
}

function mayMeet(one: Edit, other: Edit): boolean {
  return one.what !== other.what && !((one.drops || other.drops) && one.rule === other.rule);
}

/** Whether the one changes the same as the other, in the same direction and no further. */
function within(one: Edit, other: Edit): boolean {
  return one.what === other.what && one.drops === other.drops && one.way === other.way && one.steps <= other.steps;
}

/** Every rulebook of the space, one by one; the minimal ones in order, and how many were tried. */
export async function bruteForce(
  rulebook: Rulebook,
  persona: Persona,
  goal: Goal,
  until: number,
  rangeOf: (dial: Dial) => Range,
): Promise<{ readonly minimal: string[]; readonly tried: number }> {
  const edits = everyEdit(rulebook, rangeOf);
  const sets: Edit[][] = [
    ...edits.map((edit) => [edit]),
    ...edits.flatMap((one, at) => edits.slice(at + 1).flatMap((other) => (mayMeet(one, other) ? [[one, other]] : []))),
  ];
  const reaching: Edit[][] = [];
  let tried = 0;
  for (const set of sets) {
    const variant = set.reduce((before, edit) => edit.apply(before), rulebook);
    if (!goTogether(variant.scoring)) continue;
    tried++;
    const trace = await live(variant, persona, { until, findings: false });
    if (missedAt(goal, trace) === null) reaching.push(set);
  }
  const minimal = reaching.filter(
    (set) => !reaching.some((other) => other !== set && other.every((edit) => set.some((mine) => within(edit, mine)))),
  );
  const key = (set: readonly Edit[]): number[] => [
    set.length,
    set.filter(({ drops }) => drops).length,
    set.reduce((sum, { steps }) => sum + steps, 0),
    ...set.flatMap(({ place, to }) => [place, to]),
  ];
  minimal.sort((a, b) => {
    const [one, other] = [key(a), key(b)];
    const at = one.findIndex((each, place) => each !== other[place]);
    return at === -1 ? 0 : one[at]! - other[at]!;
  });
  return { minimal: minimal.map((set) => set.map(({ says }) => says).join(" + ")), tried };
}
