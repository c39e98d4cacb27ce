/**
 * Breaks the core on purpose and sees whether the tests notice. Places are drawn with a seed over the floors
 * below the words; each is broken alone, and the tests run until the first that fails:
 *
 *   npx tsx tests/tools/breaks.ts 7 30     (seed, how many; in a clean checkout, which it changes and restores)
 *
 * A break that does not compile is drawn anew: the compiler is no test. One that survives may change nothing;
 * that is for a reader to say.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { parseSync } from "rolldown/utils";
import { drawFrom } from "../../src/load/chance.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const FLOORS = ["model", "engine", "replay", "load", "analysis"];

/** What is broken, and how it reads then. */
interface Break {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly instead: string;
}

const OTHERWISE: Readonly<Record<string, string>> = {
  "===": "!==",
  "!==": "===",
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
  "+": "-",
  "-": "+",
  "&&": "||",
  "||": "&&",
};

/** Methods that answer otherwise with the same types. */
const SISTERS: Readonly<Record<string, string>> = {
  some: "every",
  every: "some",
  find: "findLast",
  findLast: "find",
  min: "max",
  max: "min",
};

type Known = { readonly type: string; readonly start: number; readonly end: number } & Readonly<
  Record<string, unknown>
>;

function breaksIn(file: string): Break[] {
  const text = readFileSync(join(ROOT, file), "utf8");
  const found: Break[] = [];
  const put = (start: number, end: number, instead: string): void => void found.push({ file, start, end, instead });
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (typeof value !== "object" || value === null || !("type" in value)) return;
    const node = value as Known;
    // Types are the compiler's affair.
    if (node.type.startsWith("TS") && !("expression" in node)) return;
    const part = (name: string): Known => node[name] as Known;
    switch (node.type) {
      case "BinaryExpression":
      case "LogicalExpression": {
        const other = OTHERWISE[node["operator"] as string];
        const [left, right] = [part("left").end, part("right").start];
        if (other !== undefined) put(left, right, text.slice(left, right).replace(node["operator"] as string, other));
        if (node["operator"] === "??") put(left, node.end, "!");
        break;
      }
      case "Literal":
        if (typeof node["value"] === "number") put(node.start, node.end, String(node["value"] + 1));
        if (typeof node["value"] === "boolean") put(node.start, node.end, String(!node["value"]));
        break;
      case "IfStatement":
      case "ConditionalExpression":
        put(part("test").start, part("test").end, `!(${text.slice(part("test").start, part("test").end)})`);
        break;
      case "ExpressionStatement":
        if (part("expression").type === "CallExpression") put(node.start, node.end, ";");
        break;
      case "CallExpression": {
        const callee = part("callee");
        if (callee.type !== "MemberExpression") break;
        const name = callee["property"] as Known;
        const sister = SISTERS[name["name"] as string];
        if (sister !== undefined) put(name.start, name.end, sister);
        if (name["name"] === "filter") put((callee["object"] as Known).end, node.end, "");
        break;
      }
      case "UnaryExpression":
        if (node["operator"] === "!") put(node.start, part("argument").start, "");
        break;
      case "SpreadElement":
        put(node.start, node.end, "");
        break;
    }
    for (const each of Object.values(node)) visit(each);
  };
  visit(parseSync(file, text, { lang: "ts" }).program);
  return found;
}

/** A break may make a loop that never ends, in which no timer of a test comes due. */
const MINUTES = 20;
const npx = (...args: readonly string[]) =>
  spawnSync("npx", args, { cwd: ROOT, encoding: "utf8", timeout: MINUTES * 60_000, killSignal: "SIGKILL" });
const vitest = (...args: readonly string[]) =>
  npx("vitest", "run", "--config", "tests/config/vitest.config.ts", "--bail", "1", "--reporter", "dot", ...args);

/** The test that noticed; `null` for none. What is quick and near is asked first. */
function noticedBy(): string | null {
  for (const run of [
    () =>
      vitest(
        "tests/analysis",
        "tests/engine",
        "tests/replay",
        "tests/load",
        "tests/lint",
        "tests/rules",
        "tests/personas",
      ),
    () => spawnSync("npm", ["run", "--silent", "build"], { cwd: ROOT, encoding: "utf8" }),
    () => vitest(),
  ]) {
    const { status, signal, stdout, stderr } = run();
    if (signal !== null) return `no end within ${MINUTES} minutes`;
    if (status !== 0)
      return /FAIL\s+(.+)/.exec(stripVTControlCharacters(stdout + stderr))?.[1] ?? `the build: ${stderr.slice(0, 80)}`;
  }
  return null;
}

const [seed = 1, many = 30] = process.argv.slice(2).map(Number);
if (execFileSync("git", ["status", "--porcelain", "src"], { cwd: ROOT, encoding: "utf8" }) !== "")
  throw new Error("src has changes that are not committed; breaks are tried in a clean checkout");
const draw = drawFrom(seed);
const all = FLOORS.flatMap((floor) =>
  readdirSync(join(ROOT, "src", floor), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .sort()
    .map((name) => join("src", floor, name)),
).flatMap(breaksIn);
process.stdout.write(`seed ${seed}: ${many} of ${all.length} breaks\n`);
let noticed = 0;
for (let tried = 0; tried < many;) {
  const { file, start, end, instead } = all[draw(0, all.length - 1)]!;
  const path = join(ROOT, file);
  const text = readFileSync(path, "utf8");
  const line = text.slice(0, start).split("\n").length;
  try {
    writeFileSync(path, text.slice(0, start) + instead + text.slice(end));
    if (npx("tsc", "--noEmit").status !== 0) continue;
    tried++;
    const by = noticedBy();
    if (by !== null) noticed++;
    const was = text.slice(start, end).replaceAll(/\s+/g, " ").slice(0, 60);
    process.stdout.write(
      `${by === null ? "SURVIVED" : "noticed "} ${file}:${line}  ${was} → ${instead.slice(0, 60)}  ${by ?? ""}\n`,
    );
  } finally {
    writeFileSync(path, text);
  }
}
process.stdout.write(`${noticed} of ${many} were noticed\n`);
