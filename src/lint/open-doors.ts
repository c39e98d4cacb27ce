import { polarLeaves } from "../model/condition.ts";
import type { Rule } from "../model/rule.ts";
import { DOOR_NAMES } from "../model/vocabulary/doors.ts";
import { type Check, note } from "./locator.ts";
import { listed } from "./wording.ts";

/** Doors that rules speak of and no measure closes: whoever tries one is let through. */
export const openDoors: Check = (_, locate, { able, world }) => {
  const open = DOOR_NAMES.filter((door) => !world.closed.has(door) && able.some(({ rule }) => speaksOf(rule, door)));
  const [first] = open;
  if (first === undefined) return [];
  return [
    note(
      "doors-nobody-closes",
      locate(able.find(({ rule }) => speaksOf(rule, first))!.rule.id, ["then"]),
      `Rules speak of ${open.length === 1 ? "a door" : `${open.length} doors`} that no measure here closes: ${listed(open)}. Nobody is ever refused there.`,
      "Nothing needs to be done; “demerit list doors” says what shuts which.",
    ),
  ];
};

function speaksOf({ then, when }: Rule, door: string): boolean {
  if (then.kind === "measure")
    return [...(then.scrutinises ?? []), ...(then.prefers ?? [])].some((each) => each === door);
  if (then.kind === "permit" && then.door === door) return true;
  if (then.kind === "lead" && "attempt" in then && then.attempt === door) return true;
  return polarLeaves(when).some(({ leaf }) => leaf.fact === "door" && [leaf.value].flat().includes(door));
}
