import { count, whole } from "../report/wording.ts";
import type { Progress } from "../analysis/experiment.ts";

/** A long piece of work that somebody watches and may end. */
export interface Watch {
  readonly progress: Progress;
  /** Whether it was ended by Ctrl-C. */
  readonly stopped: () => boolean;
  /** Takes back what was shown, and listens no longer. */
  readonly end: () => void;
}

/** How often somebody who wants to stop is listened to, and how often what is shown changes; milliseconds. */
const LISTEN = 40;
const SHOW = 200;

/**
 * Shows on standard error, in a terminal only, how far the work is and about how long it will take.
 * The first Ctrl-C asks it to end with what it has; a second one ends the program.
 */
export function watch(): Watch {
  let asked = false;
  let listened = performance.now();
  let shown = listened;
  const began = listened;
  const shows = process.stderr.isTTY === true;
  const stop = (): void => {
    if (asked) process.exit(130);
    asked = true;
  };
  process.on("SIGINT", stop);
  const clear = (): void => {
    if (shows) process.stderr.write("\r\u001b[K");
  };
  return {
    progress: async (done, of) => {
      const now = performance.now();
      if (now - listened < LISTEN) return !asked;
      listened = now;
      if (shows && now - shown >= SHOW && done > 0) {
        shown = now;
        const left = Math.ceil((((now - began) / done) * (of - done)) / 1000);
        const says = `${whole(done)} of ${whole(of)}, about ${count(left, "second")} left (Ctrl-C ends it)`;
        // A line that wraps could not be cleared.
        process.stderr.write(`\r\u001b[K${says.slice(0, process.stderr.columns - 1)}`);
      }
      // Gives a Ctrl-C the chance to be heard.
      await new Promise((resolve) => setImmediate(resolve));
      return !asked;
    },
    stopped: () => asked,
    end: () => {
      process.off("SIGINT", stop);
      clear();
    },
  };
}
