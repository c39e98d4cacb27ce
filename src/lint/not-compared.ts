import { MOST_CASES } from "./cases.ts";
import { groupsOf } from "./gaps.ts";
import { type Check, note } from "./locator.ts";
import { pairsOf } from "./pairs.ts";
import { listed } from "./wording.ts";

/** Rules that read so much together that they are not compared: better said than silently left out. */
export const notCompared: Check = ({ rules }, locate, study) => {
  const pairs = pairsOf(study).filter(({ comparison }) => comparison === null);
  const groups = groupsOf(study).filter(({ cases }) => cases === undefined);
  const among = new Set(
    [...pairs.flatMap(({ first, second }) => [first, second]), ...groups.flatMap((group) => group.rules)].map(
      ({ rule }) => rule.id,
    ),
  );
  const names = rules.map(({ id }) => id).filter((id) => among.has(id));
  if (names.length === 0) return [];
  return [
    note(
      "not-compared",
      locate(names[0]!, ["when"]),
      `Some of these rules were not compared with each other (too many cases: more than ${MOST_CASES}): ${listed(names)}.`,
      "Whether they overlap, or leave a gap, is for you to see.",
    ),
  ];
};
