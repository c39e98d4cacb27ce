import type { Fault } from "../fault.ts";
import { OVERLAID, type OverlayFile } from "../schema/overlay.ts";
import { uncitedFaults } from "./citations.ts";
import { identifierFaults } from "./identifiers.ts";
import { doubledIds } from "./pack.ts";
import type { Part } from "./part.ts";
import { ruleFaults } from "./rule.ts";

/** Nothing is known yet of the rulebook that it will be laid over: its sources are looked at then. */
const ALONE = { sources: undefined };

/** What is wrong with an overlay by itself. */
export function overlayFaults(overlay: Part<OverlayFile>): Fault[] {
  const [evidence, citations] = [overlay.at("evidence"), overlay.at("citations")];
  const added = overlay.at("add").each();
  return [
    ...added.flatMap(({ value, path }) => (value === undefined ? [] : ruleFaults(value, path, ALONE))),
    ...doubledIds(added),
    ...(evidence.isSound && citations.isSound
      ? uncitedFaults({ evidence: evidence.value ?? "invented", citations: citations.value }, "The overlay", [])
      : []),
    ...noteFaults(overlay),
    ...identifierFaults(overlay.raw),
  ];
}

function noteFaults(overlay: Part<OverlayFile>): Fault[] {
  const numbers = overlay.at("numbers").value ?? {};
  return OVERLAID.filter((name) => numbers[name] !== undefined && overlay.at(name).raw === undefined).map((name) => ({
    code: "overlay/note-without-number",
    path: ["numbers", name],
    on: "key",
    message: `This says where “${name}” stands in the sources, but the overlay does not give it.`,
    advice: `Give “${name}”, or take the note out.`,
  }));
}
