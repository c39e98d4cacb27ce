import { existsSync, unwatchFile, watchFile } from "node:fs";
import { Lab } from "../analysis/lab.ts";
import { compare } from "../analysis/questions/compare.ts";
import { prepare } from "../engine/prepare.ts";
import { NOTICE } from "../model/notice.ts";
import type { Persona } from "../model/persona.ts";
import type { Month } from "../model/story-time.ts";
import { comparisonAnswer } from "../report/experiment/compare-wording.ts";
import { sectionLines } from "../report/experiment/text.ts";
import { warningOf } from "../report/heading.ts";
import { reportProblems } from "../report/problems.ts";
import { loadWideText } from "../report/text/columns.ts";
import { hang, type Style } from "../report/text/style.ts";
import { listed } from "../report/wording.ts";
import { CouldNotRun, EXIT } from "./exit.ts";
import { shippedParts, shippedPersonas } from "./library.ts";
import { personasNamed } from "./personas.ts";
import { partsOf, resolveRulebook } from "./rulebook-expression.ts";
import { untilOf } from "./story-month.ts";
import { styleFor } from "./terminal.ts";
import { memoryOf } from "./usable-rulebook.ts";

/** How often the files are looked at, in milliseconds: a save is seen well within a second, on any file system. */
const LOOKS_EVERY = 150;

/**
 * `demerit compare --watch`: compares again on each save of the reader's own files among the two rulebook
 * expressions. A save that breaks one shows the problems, and the watch goes on until Ctrl-C.
 */
export async function watchComparison(
  baseline: string,
  variant: string,
  ids: readonly string[],
  { until, color }: { readonly until?: string | undefined; readonly color: boolean },
): Promise<number> {
  const personas = await personasNamed(ids.length === 0 ? shippedPersonas() : ids);
  const month = untilOf(until);
  const files = [...new Set([baseline, variant].flatMap(partsOf))].filter((part) => !shippedParts().includes(part));
  const missing = files.find((file) => !existsSync(file));
  if (missing !== undefined) throw new CouldNotRun(`cannot watch ${missing}: there is no such file`);
  if (files.length === 0)
    throw new CouldNotRun(
      `--watch follows your own files, and neither “${baseline}” nor “${variant}” names one; “demerit new mine.jsonc” begins one`,
    );
  // The reader's own rules may be written in any script.
  await loadWideText();
  const style = styleFor(process.stdout, process.env, color);
  const print = (lines: readonly string[]): void => void process.stdout.write(`${lines.join("\n")}\n`);
  print([...hang(NOTICE, style.width, ""), ...hang(`Watching ${listed(files)}; Ctrl-C ends it.`, style.width, "")]);

  let told = "";
  const look = async (): Promise<void> => {
    const lines = await linesFor([baseline, variant], personas, month, style);
    const text = lines.join("\n");
    // An editor may touch a file without changing it.
    if (text === told) return;
    told = text;
    print(["", style.paint.dim("═".repeat(style.width)), ...lines]);
  };
  await look();
  return await new Promise((resolve, reject) => {
    let last = Promise.resolve();
    const saved = (): void => {
      last = last.then(look).catch(reject);
    };
    for (const file of files) watchFile(file, { interval: LOOKS_EVERY }, saved);
    const end = (): void => {
      for (const file of files) unwatchFile(file, saved);
      resolve(EXIT.done);
    };
    process.once("SIGINT", end);
    process.once("SIGTERM", end);
  });
}

/** What a look at the files gives: their problems, or what the one rulebook changes of the other. */
async function linesFor(
  expressions: readonly string[],
  personas: readonly Persona[],
  until: Month,
  style: Style,
): Promise<string[]> {
  try {
    const [below, above] = expressions.map(resolveRulebook);
    const broken = [below!, above!].find(({ rulebook }) => rulebook === null);
    if (broken !== undefined)
      return [
        reportProblems(
          broken.problems.filter(({ severity }) => severity === "problem"),
          Object.fromEntries(broken.texts),
          style,
        ).trimEnd(),
        ...hang("Not usable as it stands; waiting for the next save.", style.width, ""),
      ];
    const [baseline, variant] = [below!.rulebook!, above!.rulebook!];
    if (baseline.digest === variant.digest)
      return hang("The two rulebooks are the same; nothing changes yet.", style.width, "");
    const memory = memoryOf([...below!.shipped, ...above!.shipped]);
    const lab = new Lab(baseline, personas, (rulebook) => prepare(rulebook, memory), until);
    const warning = warningOf(baseline, variant);
    return [
      ...(warning === null ? [] : hang(warning, style.width, "")),
      ...sectionLines(comparisonAnswer(await compare(lab, variant)).sections, style),
    ];
  } catch (error) {
    // While an editor saves, a file may be away for a moment; what it says then is not worth ending for.
    if (error instanceof CouldNotRun) return hang(`${error.message}; waiting for the next save.`, style.width, "");
    throw error;
  }
}
