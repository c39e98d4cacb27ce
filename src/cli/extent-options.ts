/** How far a question goes that may have to draw by chance. */
export interface ExtentOptions {
  readonly limit: string;
  readonly samples: string;
  readonly seed: string;
}

/** How many are taken in order where nothing is said; and how many are drawn where there are more. */
export const DEFAULT_EXTENT: ExtentOptions = { limit: "4096", samples: "1000", seed: "1" };
