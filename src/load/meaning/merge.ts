import mergePatch from "json-merge-patch";

/** `target` after a JSON Merge Patch (RFC 7396). The library changes what it is given, so it is given copies. */
export function merged(target: unknown, patch: unknown): unknown {
  return mergePatch.apply(structuredClone(target), structuredClone(patch));
}
