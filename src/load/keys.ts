import type { Node } from "jsonc-parser";
import type { Path } from "./place.ts";

/** A key that is doubled or reserved. It brings its node along, since doubled keys share a path. */
export interface KeyFault {
  readonly key: Node;
  readonly code: "file/duplicate-key" | "file/reserved-key";
  readonly path: Path;
  readonly message: string;
  readonly advice: string;
}

const RESERVED = new Set(["__proto__", "constructor", "prototype"]);

/** The parser accepts both silently, and keeps the last of two. */
export function keyFaults(node: Node, path: Path = []): KeyFault[] {
  const children = node.children ?? [];
  if (node.type === "array") return children.flatMap((child, index) => keyFaults(child, [...path, index]));
  const seen = new Set<string>();
  return children.flatMap((property) => {
    const [key, value] = property.children ?? [];
    if (key === undefined) return [];
    const name = String(key.value);
    const here = [...path, name];
    const found: KeyFault[] = [];
    if (seen.has(name)) {
      found.push({
        key,
        code: "file/duplicate-key",
        path: here,
        message: `“${name.slice(0, 60)}” is given twice; a parser would silently keep the last.`,
        advice: "Keep one of the two.",
      });
    }
    if (RESERVED.has(name)) {
      found.push({
        key,
        code: "file/reserved-key",
        path: here,
        message: `“${name}” has a meaning of its own in JavaScript and is never a key here.`,
        advice: "Take it out.",
      });
    }
    seen.add(name);
    return value === undefined ? found : [...found, ...keyFaults(value, here)];
  });
}
