/** Both ends of a share, 0 to 1. */
export interface Share {
  readonly least: number;
  readonly most: number;
}

/** The normal quantile for 95 of 100. */
const Z = 1.959964;

/**
 * Wilson's score interval: between which shares the true one lies with a confidence of 95 %, where
 * `hits` of `of` (1 or more) independent draws hit.
 */
export function wilson(hits: number, of: number): Share {
  const share = hits / of;
  const z2 = (Z * Z) / of;
  const middle = (share + z2 / 2) / (1 + z2);
  const half = (Z / (1 + z2)) * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of));
  // No hit at all leaves 0 possible, and nothing but hits leaves 1: no rounding may take that away.
  return { least: hits === 0 ? 0 : Math.max(0, middle - half), most: hits === of ? 1 : Math.min(1, middle + half) };
}
