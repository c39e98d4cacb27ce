import { prepare } from "../../src/engine/prepare.ts";
import { replay } from "../../src/replay/replay.ts";
import { FLAGSHIP } from "../../src/cli/library.ts";
import { parsedPersona } from "../../src/cli/persona-files.ts";
import { naiveEngine } from "./naive.ts";
import { phasesOf, shippedRulebook } from "./workload.ts";

// In a fresh process: preparing and the first replay of the flagship, or the same life by the naive
// engine, which is handed the facts of each phase. Prints milliseconds.
const rulebook = shippedRulebook();
const persona = parsedPersona(FLAGSHIP);

if (process.argv[2] === "ours") {
  const start = performance.now();
  replay(await prepare(rulebook), persona);
  process.stdout.write(String(performance.now() - start));
} else {
  const phases = phasesOf(await prepare(rulebook), [persona]);
  const start = performance.now();
  const ask = naiveEngine(rulebook);
  for (const facts of phases) await ask(facts);
  process.stdout.write(String(performance.now() - start));
}
