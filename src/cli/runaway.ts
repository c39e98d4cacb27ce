import { ranAway, type Trace } from "../model/trace.ts";
import { EXIT } from "./exit.ts";

/** Says which lives never settled; returns the exit code that follows. */
export function exitAfter(traces: readonly Trace[]): number {
  const away = traces.filter(ranAway);
  for (const { persona } of away)
    process.stderr.write(
      `demerit: under this rulebook the life of ${persona.id} never settles; the trace was stopped, and its last entry names the rules\n`,
    );
  return away.length === 0 ? EXIT.done : EXIT.faulty;
}
