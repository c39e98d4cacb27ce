import { cutsOf } from "../engine/cells.ts";
import { prepare } from "../engine/prepare.ts";
import type { Engine } from "../lint/engine.ts";
import { lint } from "../lint/lint.ts";
import { locatorOf } from "../load/assemble.ts";
import { isOverlay } from "../load/layer.ts";
import type { Problem } from "../model/problem.ts";
import type { Rulebook } from "../model/rulebook.ts";
import { belowOverlay, type Resolved } from "./rulebook-expression.ts";
import { memoryOf } from "./usable-rulebook.ts";

/** What a careful reader would remark on a rulebook; of an edited one, only what the last overlay has brought about. */
export async function remarksOn(resolved: Resolved): Promise<Problem[]> {
  const { rulebook, layers, shipped } = resolved;
  if (rulebook === null) return [];
  // Verdicts that the build has asked for are not asked for again.
  const memory = memoryOf(shipped);
  const engineOf = async (each: Rulebook): Promise<Engine> => ({
    prepared: await prepare(each, memory),
    cutsOf: (leaves) => cutsOf(leaves, each),
  });
  const locate = locatorOf(layers);
  const now = lint(rulebook, locate, await engineOf(rulebook));
  const below = belowOverlay(resolved);
  return below === null ? now : newRemarks(now, lint(below, locate, await engineOf(below)), resolved);
}

function newRemarks(now: readonly Problem[], before: readonly Problem[], { rulebook, layers }: Resolved): Problem[] {
  const known = new Set(before.map(keyOf));
  const overlays = layers.filter(isOverlay);
  const files = overlays.map(({ locate }) => locate([]).file);
  const touched = rulebook!.rules
    .filter(({ pack, amended }) => amended !== undefined || overlays.some(({ overlay }) => overlay.id === pack))
    .map(({ id }) => id);
  return now.filter((remark) => {
    if (known.has(keyOf(remark))) return false;
    // A circle is told from any of its rules: it is new only where it passes one that is.
    if (remark.code === "lint/feeds-itself") return touched.some((id) => remark.message.includes(id));
    // What only a rule that is gone has cited or answered is still in its place in the pack.
    return !OF_ITS_PACK.includes(remark.code) || files.includes(remark.at.file);
  });
}

const OF_ITS_PACK: readonly string[] = ["lint/source-never-cited", "lint/answer-without-reading"];

/** A remark is the same wherever it is made. */
function keyOf({ code, message }: Problem): string {
  return `${code} ${message}`;
}
