import { liftedBy } from "../model/permits.ts";
import { type Check, note } from "./locator.ts";

/** A measure that touches no door would be in force without anybody noticing. */
export const idleMeasures: Check = ({ rules }, locate) =>
  rules.flatMap(({ id, title, then }) => {
    if (then.kind !== "measure") return [];
    const touched = [...(then.closes ?? []), ...(then.scrutinises ?? []), ...(then.prefers ?? [])];
    return touched.length > 0
      ? []
      : [
          {
            code: "lint/idle-measure",
            at: locate(id, ["then"]),
            message: `“${title}” closes, scrutinises and prefers nothing: it would hold without effect.`,
            advice: "Name a door in “closes”, “scrutinises” or “prefers”.",
            severity: "problem" as const,
          },
        ];
  });

/** A permit for a list that nothing reads which shuts its door; those that name their measures are checked when read. */
export const idlePermits: Check = ({ rules }, locate) =>
  rules.flatMap(({ id, title, then }) =>
    then.kind !== "permit" || !("list" in then.lifts) || liftedBy(then, rules).length > 0
      ? []
      : [
          note(
            "idle-permit",
            locate(id, ["then", "lifts"]),
            `“${title}” lifts what reads ${then.lifts.list} and closes ${then.door}, and no measure here does both: it permits nothing.`,
            "If that is meant, nothing needs to be done; else name the measures, or stack the packs that have them.",
          ),
        ],
  );
