import { unwatchFile, watchFile } from "node:fs";
import { Lab } from "../../analysis/lab.ts";
import { compare } from "../../analysis/questions/compare.ts";
import { prepare } from "../../engine/prepare.ts";
import { kindOf } from "../../load/kind.ts";
import { NOTICE } from "../../model/notice.ts";
import type { Persona } from "../../model/persona.ts";
import { comparisonAnswer } from "../../report/experiment/compare-wording.ts";
import { sectionLines } from "../../report/experiment/text.ts";
import { reportProblems } from "../../report/problems.ts";
import { loadWideText } from "../../report/text/columns.ts";
import { hang, type Style } from "../../report/text/style.ts";
import { CouldNotRun, EXIT } from "../exit.ts";
import { readText, shippedPersonas } from "../library.ts";
import { personasNamed } from "../personas.ts";
import { belowOverlay, type Resolved, resolveRulebook } from "../rulebook-expression.ts";
import { styleFor } from "../terminal.ts";
import { memoryOf } from "../usable-rulebook.ts";

/** How often the file is looked at, in milliseconds: a save is seen well within a second, on any file system. */
const LOOKS_EVERY = 150;

/**
 * `demerit watch`: replays on each save of an overlay and prints what changed against what it
 * extends. A save that breaks it shows the problems, and the watch goes on until Ctrl-C.
 */
export async function watchCommand(
  file: string,
  ids: readonly string[],
  { color }: { readonly color: boolean },
): Promise<number> {
  const personas = await personasNamed(ids.length === 0 ? shippedPersonas() : ids);
  const kind = kindOf(readText(file).text);
  if (kind !== undefined && kind !== "overlay")
    throw new CouldNotRun(`${file} is a ${kind}; “watch” follows an overlay. “demerit new” writes one to start from`);
  // The reader's own rules may be written in any script.
  await loadWideText();
  const style = styleFor(process.stdout, process.env, color);
  const print = (lines: readonly string[]): void => void process.stdout.write(`${lines.join("\n")}\n`);
  print([...hang(NOTICE, style.width, ""), ...hang(`Watching ${file}; Ctrl-C ends it.`, style.width, "")]);

  let told = "";
  const look = async (): Promise<void> => {
    const lines = await linesFor(file, personas, style);
    const text = lines.join("\n");
    // An editor may touch a file without changing it.
    if (text === told) return;
    told = text;
    print(["", style.paint.dim("═".repeat(style.width)), ...lines]);
  };
  await look();
  return await new Promise((resolve, reject) => {
    let last = Promise.resolve();
    watchFile(file, { interval: LOOKS_EVERY }, () => {
      last = last.then(look).catch(reject);
    });
    const end = (): void => {
      unwatchFile(file);
      resolve(EXIT.done);
    };
    process.once("SIGINT", end);
    process.once("SIGTERM", end);
  });
}

/** What a look at the file gives: its problems, or what it changes. */
async function linesFor(file: string, personas: readonly Persona[], style: Style): Promise<string[]> {
  try {
    const resolved = resolveRulebook(file);
    if (resolved.rulebook === null)
      return [
        reportProblems(
          resolved.problems.filter(({ severity }) => severity === "problem"),
          Object.fromEntries(resolved.texts),
          style,
        ).trimEnd(),
        ...hang("Not usable as it stands; waiting for the next save.", style.width, ""),
      ];
    return await changeLines(resolved, resolved.rulebook, personas, style);
  } catch (error) {
    // While an editor saves, the file may be away for a moment; what it says then is not worth ending for.
    if (error instanceof CouldNotRun) return hang(`${error.message}; waiting for the next save.`, style.width, "");
    throw error;
  }
}

async function changeLines(
  resolved: Resolved,
  variant: NonNullable<Resolved["rulebook"]>,
  personas: readonly Persona[],
  style: Style,
): Promise<string[]> {
  const below = belowOverlay(resolved);
  if (below === null || below.digest === variant.digest) return ["The overlay changes nothing yet."];
  const memory = memoryOf(resolved.shipped);
  const lab = new Lab(below, personas, (rulebook) => prepare(rulebook, memory));
  return [
    ...(variant.warning === null ? [] : hang(variant.warning, style.width, "")),
    ...sectionLines(comparisonAnswer(await compare(lab, variant)).sections, style),
  ];
}
