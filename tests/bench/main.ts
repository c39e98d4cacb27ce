import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { FLAGSHIP } from "../../src/cli/library.ts";
import { experimentRows } from "./experiments.ts";
import { readingsRow } from "./readings.ts";
import { median, type Row } from "./rows.ts";
import { phasesOf, workload } from "./workload.ts";

/*
 * `npm run bench`: ratios only. Each from alternating slices in one process, medians over the turns,
 * all doing the same work; whole processes in alternating pairs. It prints a table and writes JSON.
 */
const TURNS = 21;
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const RESULTS = fileURLToPath(new URL("results.json", import.meta.url));

const rows: Row[] = [];
const work = await workload();

// Slices of about the same length, so that a change of the machine's speed hits all alike.
const times = { naive: [] as number[], full: [] as number[], lean: [] as number[], closures: [] as number[] };
const REPEATS = 20;
for (let turn = 0; turn < TURNS + 3; turn++) {
  const slice = {
    lean: timed(work.lean, REPEATS),
    closures: timed(work.closures, REPEATS),
    full: timed(work.full, REPEATS),
    naive: await timedNaive(),
    leanAgain: timed(work.lean, REPEATS),
    closuresAgain: timed(work.closures, REPEATS),
  };
  if (turn < 3) continue;
  times.naive.push(slice.naive);
  times.full.push(slice.full);
  times.lean.push((slice.lean + slice.leanAgain) / 2);
  times.closures.push((slice.closures + slice.closuresAgain) / 2);
}
rows.push({
  what: "(c) without findings / (d) closures, warm, time",
  measured: ratio(times.lean, times.closures),
  must: 2.2,
  aim: 1.2,
  more: false,
});
rows.push({
  what: "(a) naive / (c) without findings, warm, times faster",
  measured: ratio(times.naive, times.lean),
  must: 100,
  aim: 500,
  more: true,
});
rows.push({
  what: "(a) naive / (b) full trace, warm, times faster",
  measured: ratio(times.naive, times.full),
  must: 40,
  aim: 200,
  more: true,
});

rows.push(...(await experimentRows(work.prepared.rulebook, work.personas)));
rows.push(await readingsRow(work.prepared.rulebook, work.personas, median(times.naive)));

const phasesFile = join(mkdtempSync(join(tmpdir(), "demerit-bench-")), "phases.json");
const flagship = work.personas.filter(({ id }) => id === FLAGSHIP);
writeFileSync(phasesFile, JSON.stringify(phasesOf(work.prepared, flagship)));
const cold = pairs(["tests/bench/cold.ts", "ours"], ["tests/bench/cold.ts", "naive", phasesFile]);
rows.push({
  what: "prepare + first replay, fresh process / cold naive replay",
  measured: cold,
  must: 0.4,
  aim: 0.1,
  more: false,
});
rows.push({
  what: "questions put to json-rules-engine for the composite",
  measured: work.questions,
  must: 1500,
  aim: null,
  more: false,
});
rows.push({
  what: "demerit --help, whole process / node -e 0",
  measured: processes(["bin/demerit.js", "--help"]),
  must: 1.4,
  aim: 1.25,
  more: false,
});
rows.push({
  what: "demerit replay, whole process / node -e 0",
  measured: processes(["bin/demerit.js", "replay"]),
  must: 2.5,
  aim: 1.6,
  more: false,
});

rows.push({
  what: "demerit print, one HTML page, whole process / node -e 0",
  measured: processes(["bin/demerit.js", "print"]),
  must: 4,
  aim: 3,
  more: false,
});
rows.push({
  what: "demerit print, thirteen lives, whole process / node -e 0",
  measured: processes(["bin/demerit.js", "print", ...work.personas.map(({ id }) => id)]),
  must: 10,
  aim: 8,
  more: false,
});

const milliseconds = Object.fromEntries(Object.entries(times).map(([name, all]) => [name, round(median(all))]));
process.stdout.write(
  `${work.personas.length} personas, ${work.phases} phases, ${work.prepared.rules.length} rules; ${TURNS} turns; milliseconds for all personas: ${JSON.stringify(milliseconds)}\n\n`,
);
process.stdout.write(`${"ratio".padEnd(72)}${"measured".padStart(10)}${"must".padStart(8)}${"aim".padStart(8)}\n`);
for (const { what, measured, must, aim, more } of rows) {
  const holds = more ? measured >= must : measured <= must;
  process.stdout.write(
    `${what.padEnd(72)}${String(round(measured)).padStart(10)}${String(round(must)).padStart(8)}${String(aim === null ? "–" : round(aim)).padStart(8)}${holds ? "" : "  NOT MET"}\n`,
  );
}
writeFileSync(RESULTS, `${JSON.stringify({ node: process.version, turns: TURNS, milliseconds, rows }, null, 2)}\n`);
process.stdout.write(`\nwritten to ${RESULTS}\n`);

function timed(run: () => void, repeats: number): number {
  const start = performance.now();
  for (let at = 0; at < repeats; at++) run();
  return (performance.now() - start) / repeats;
}

async function timedNaive(): Promise<number> {
  const start = performance.now();
  await work.naive();
  return performance.now() - start;
}

/** The median of the ratios of each turn. */
function ratio(these: readonly number[], those: readonly number[]): number {
  return median(these.map((each, at) => each / those[at]!));
}

function round(number: number): number {
  return Number(number.toPrecision(3));
}

/** Two scripts that print a time each, in fresh processes, one after the other. */
function pairs(one: readonly string[], other: readonly string[]): number {
  const run = (args: readonly string[]): number =>
    Number(spawnSync(process.execPath, ["--import", "tsx", ...args], { cwd: ROOT, encoding: "utf8" }).stdout);
  const ratios = Array.from({ length: 15 }, () => run(one) / run(other));
  return median(ratios);
}

/** A whole process against an empty one, in alternating pairs. */
function processes(args: readonly string[]): number {
  const time = (argv: readonly string[]): number => {
    const start = performance.now();
    spawnSync(process.execPath, argv, { cwd: ROOT, stdio: ["ignore", "pipe", "ignore"] });
    return performance.now() - start;
  };
  const ratios = Array.from({ length: TURNS }, () => time(args) / time(["-e", "0"]));
  return median(ratios);
}
