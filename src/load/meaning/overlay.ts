import type { Fault } from "../fault.ts";
import type { Path } from "../place.ts";
import { OVERLAID, type OverlayFile } from "../schema/overlay.ts";
import { uncitedFaults } from "./citations.ts";
import { identifierFaults } from "./identifiers.ts";
import { doubledIds } from "./pack.ts";
import { ruleFaults } from "./rule.ts";

/** Nothing is known yet of the rulebook that it will be laid over: its sources and questions are looked at then. */
const ALONE = { sources: undefined, questions: undefined };

/** What is wrong with an overlay by itself, as far as its parts are `sound` in shape. */
export function overlayFaults(overlay: OverlayFile, sound: (path: Path) => boolean): Fault[] {
  const added = Array.isArray(overlay.add) ? overlay.add : [];
  return [
    ...added.flatMap((rule, index) => (sound(["add", index]) ? ruleFaults(rule, ["add", index], ALONE) : [])),
    ...doubledIds(added, "add"),
    ...(sound(["evidence"]) && sound(["citations"])
      ? uncitedFaults({ evidence: overlay.evidence ?? "invented", citations: overlay.citations }, "The overlay", [])
      : []),
    ...(sound(["numbers"]) ? noteFaults(overlay) : []),
    ...identifierFaults(overlay),
  ];
}

function noteFaults(overlay: OverlayFile): Fault[] {
  return OVERLAID.filter((name) => overlay.numbers?.[name] !== undefined && overlay[name] === undefined).map(
    (name) => ({
      code: "overlay/note-without-number",
      path: ["numbers", name],
      on: "key",
      message: `This says where “${name}” stands in the sources, but the overlay does not give it.`,
      advice: `Give “${name}”, or take the note out.`,
    }),
  );
}
