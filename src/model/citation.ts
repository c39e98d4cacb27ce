/** Where a statement stands: the key of a source, a colon, and the name that the source gives to the place in it. */
export type Citation = `${string}:${string}`;

export function sourceOf(citation: Citation): string {
  return citation.slice(0, citation.indexOf(":"));
}

/** `range` for `CD10:range`. */
export function placeOf(citation: Citation): string {
  return citation.slice(citation.indexOf(":") + 1);
}
