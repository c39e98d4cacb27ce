import type { Check } from "./locator.ts";

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
