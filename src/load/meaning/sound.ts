import type { Fault } from "../fault.ts";
import type { Path } from "../place.ts";
import { pathText } from "../place.ts";

/**
 * Tells which parts of a file have their shape right, so that their meaning can be checked although
 * another part is faulty: all problems at once, and none that only follows from another.
 */
export function soundParts(faults: readonly Fault[]): (path: Path) => boolean {
  const touched = new Set<string>();
  for (const { path } of faults) {
    // A fault spoils what it stands in, and (for a wrong type) everything it should have held.
    for (let kept = 0; kept <= path.length; kept++) touched.add(pathText(path.slice(0, kept)));
  }
  const spoiled = new Set(faults.map(({ path }) => pathText(path)));
  return (path) => {
    if (touched.has(pathText(path))) return false;
    for (let kept = 0; kept < path.length; kept++) if (spoiled.has(pathText(path.slice(0, kept)))) return false;
    return true;
  };
}
