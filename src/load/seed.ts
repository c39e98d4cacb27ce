/** Seeds are whole numbers from 0 to this: what the generator tells apart. */
export const LARGEST_SEED = 4_294_967_295;

/** The seed that a text names in plain digits, or `undefined`. */
export function seedOf(text: string): number | undefined {
  return /^(0|[1-9]\d{0,9})$/.test(text) && Number(text) <= LARGEST_SEED ? Number(text) : undefined;
}

/** The seed of a drawn person's id, `seed-7`; `undefined` for any other id. */
export function seedOfId(id: string): number | undefined {
  return id.startsWith("seed-") ? seedOf(id.slice("seed-".length)) : undefined;
}
