import { findNodeAtLocation, type Node } from "jsonc-parser";
import type { Place } from "../model/problem.ts";

/** Keys and positions from the top of a file down to a part of it. */
export type Path = readonly (string | number)[];

/** Where a part of a file stands; the nearest part around it, where it is absent. `on: "key"` asks for its key. */
export type Locate = (path: Path, on?: "value" | "key") => Place;

/** `rules[3].citations[0].source`; empty for the whole file. */
export function pathText(path: Path): string {
  let text = "";
  for (const step of path) {
    if (typeof step === "number") text += `[${step}]`;
    else if (/^[\w$:-]+$/.test(step)) text += text === "" ? step : `.${step}`;
    else text += `[${JSON.stringify(step)}]`;
  }
  return text;
}

/** Offsets at which lines begin. Lines end with LF, CR LF or CR. */
export function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|[\n\r]/g)) starts.push(match.index + match[0].length);
  return starts;
}

/** The place of the characters from `offset` on; columns count UTF-16 units, as editors do. */
export function placeAt(file: string, starts: readonly number[], offset: number, length: number, path: Path): Place {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  const column = offset - starts[low]! + 1;
  const next = starts[low + 1];
  const onOneLine = next === undefined || offset + length < next;
  return {
    file,
    line: low + 1,
    column,
    ...(onOneLine && length > 0 ? { endColumn: column + length } : {}),
    path: pathText(path),
  };
}

export function locateIn(file: string, starts: readonly number[], tree: Node): Locate {
  return (path, on = "value") => {
    // A missing part is placed at the part in which it is missed; an object, by its opening brace.
    for (let kept = path.length; kept >= 0; kept--) {
      const node = findNodeAtLocation(tree, path.slice(0, kept));
      if (node === undefined) continue;
      const key =
        on === "key" && kept === path.length && node.parent?.type === "property"
          ? node.parent.children?.[0]
          : undefined;
      const shown = key ?? node;
      const bracket = shown.type === "object" || shown.type === "array";
      return placeAt(file, starts, shown.offset, bracket ? 1 : shown.length, path);
    }
    return placeAt(file, starts, 0, 0, path);
  };
}
