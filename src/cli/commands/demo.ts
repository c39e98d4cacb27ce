import { confirm, isCancel } from "@clack/prompts";
import { partsOf } from "../../analysis/parts.ts";
import { byEvidence } from "../../analysis/by-evidence.ts";
import { prepare } from "../../engine/prepare.ts";
import { demoScreens, type Screen, screenLines } from "../../report/text/demo.ts";
import type { Style } from "../../report/text/style.ts";
import type { Rulebook } from "../../model/rulebook.ts";
import { replay } from "../../replay/replay.ts";
import { EXIT } from "../exit.ts";
import { catalogue, DEFAULT_RULEBOOK, FLAGSHIP } from "../library.ts";
import { personasNamed } from "../personas.ts";
import { refuseBadDestination, writeDocument } from "../output.ts";
import type { Output } from "../outputs.ts";
import { styleOfOutput } from "../terminal.ts";
import { usableRulebook } from "../usable-rulebook.ts";

/** `demerit demo`: the flagship's life, screen by screen; without a terminal, or into a file, everything at once. */
export async function demoCommand(options: Output<"text">): Promise<number> {
  refuseBadDestination(options);
  const [persona] = await personasNamed([]);
  const { rulebook, memory } = await usableRulebook(DEFAULT_RULEBOOK, options.color);
  const trace = replay(await prepare(rulebook, memory), persona!);
  const ready = (variant: Rulebook) => prepare(variant, memory);
  const style = styleOfOutput(options);
  const screens = demoScreens(
    trace,
    await byEvidence(trace, ready),
    await partsOf(trace, ready),
    catalogue()[FLAGSHIP] ?? null,
    style,
    process.stdout.rows ?? 30,
  );
  if (options.output === undefined && process.stdout.isTTY && process.stdin.isTTY) await walk(screens, style);
  else writeDocument(screens.map((screen) => `${screenLines(screen, style).join("\n")}\n`).join("\n\n"), options);
  return EXIT.done;
}

/** Enter goes on, an arrow and Enter go back, Ctrl-C stops. */
async function walk(screens: readonly Screen[], style: Style): Promise<void> {
  for (let at = 0; at < screens.length;) {
    process.stdout.write(`${CLEAR}${screenLines(screens[at]!, style).join("\n")}\n\n`);
    const last = at + 1 === screens.length;
    const on = await confirm({
      message: `${at + 1} of ${screens.length}`,
      active: last ? "End" : "Go on",
      inactive: "Go back",
    });
    if (isCancel(on)) return;
    at = on ? at + 1 : Math.max(0, at - 1);
  }
}

/** Clears the screen and puts the cursor at its top. */
const CLEAR = "\u001b[2J\u001b[H";
