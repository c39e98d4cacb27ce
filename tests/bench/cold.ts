import { readFileSync } from "node:fs";
import { parsedPersona } from "../../src/cli/persona-files.ts";
import { FLAGSHIP } from "../../src/cli/library.ts";
import { prepare } from "../../src/engine/prepare.ts";
import type { FactRecord } from "../../src/model/verdict.ts";
import { replay } from "../../src/replay/replay.ts";
import { naiveEngine } from "./naive.ts";
import { shippedRulebook } from "./workload.ts";

// In a fresh process: asking for all verdicts and the first replay of the flagship; or the same life
// by the naive engine, which is handed the facts of each phase in a file. Prints milliseconds.
const [, , who, phasesFile] = process.argv;
const rulebook = shippedRulebook();
const persona = parsedPersona(FLAGSHIP);

if (who === "ours") {
  const start = performance.now();
  replay(await prepare(rulebook), persona);
  process.stdout.write(String(performance.now() - start));
} else {
  const phases = JSON.parse(readFileSync(phasesFile!, "utf8")) as FactRecord[];
  const start = performance.now();
  const ask = naiveEngine(rulebook);
  for (const facts of phases) await ask(facts);
  process.stdout.write(String(performance.now() - start));
}
