import type { Extent } from "../analysis/questions/readings.ts";
import { drawFrom } from "../load/chance.ts";
import { LARGEST_SEED, seedOf } from "../load/seed.ts";
import { whole } from "../report/wording.ts";
import { CouldNotRun } from "./exit.ts";
import { DEFAULT_EXTENT, type ExtentOptions } from "./extent-options.ts";

export type { ExtentOptions } from "./extent-options.ts";

const MOST = 100_000;

/** What the options say; refused before any work where one of them is no number. */
export function extentOf({ limit, samples, seed }: ExtentOptions): Extent {
  const seeded = seedOf(seed);
  if (seeded === undefined)
    throw new CouldNotRun(`“${seed}” is not a seed; write a whole number from 0 to ${LARGEST_SEED}, for instance 1`);
  return {
    limit: numberOf("--limit", limit),
    samples: numberOf("--samples", samples),
    seed: seeded,
    draw: drawFrom(seeded),
  };
}

function numberOf(option: string, text: string): number {
  const number = /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 0;
  if (number < 1 || number > MOST)
    throw new CouldNotRun(`“${text}” cannot stand behind ${option}; write a whole number from 1 to ${whole(MOST)}`);
  return number;
}

/** The options that give the same extent again, where they are not the usual ones. */
export function extentAgain(options: ExtentOptions): string[] {
  return (["limit", "samples", "seed"] as const).flatMap((name) =>
    options[name] === DEFAULT_EXTENT[name] ? [] : [`--${name}`, options[name]],
  );
}
