import { existsSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import type { Rulebook } from "../../model/rulebook.ts";
import { CouldNotRun, EXIT } from "../exit.ts";
import { overlaySchema, shippedParts } from "../library.ts";
import { newOverlayText } from "../new-overlay.ts";
import { refuseBadDestination, writeDocument } from "../output.ts";
import { ruleCalled } from "../rule-named.ts";
import { partsOf } from "../rulebook-expression.ts";
import { usableRulebook } from "../usable-rulebook.ts";

export interface NewCommand {
  readonly rulebook: string;
  readonly rule?: string | undefined;
  readonly force?: boolean | undefined;
  readonly color: boolean;
}

/** `demerit new`: writes an overlay to begin with. */
export async function newCommand(
  file: string,
  { rulebook: from, rule: wanted, force, color }: NewCommand,
): Promise<number> {
  if (file === "") throw new CouldNotRun("no file is named to be written");
  const destination = { output: file, force };
  refuseBadDestination(destination);
  const { rulebook } = await usableRulebook(from, color);
  const rule = wanted === undefined ? undefined : ruleCalled(rulebook, wanted);
  const folder = dirname(resolve(file));
  writeDocument(
    newOverlayText({
      id: idFor(file, rulebook),
      schema: schemaFrom(folder),
      base: partsOf(from)
        .map((part) => (shippedParts().includes(part) ? part : pathFrom(folder, part)))
        .join(","),
      rulebook,
      rule,
    }),
    destination,
  );
  return EXIT.done;
}

/** After the file, in small letters; not that of a part which it would stand beside. */
function idFor(file: string, { packs }: Rulebook): string {
  const words = basename(file)
    .replace(/\.\w+$/, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 40)
    .replace(/-$/, "");
  const id = words === "" ? "my-overlay" : words;
  return shippedParts().includes(id) || packs.some((pack) => pack.id === id) ? `${id}-edited` : id;
}

/** Within the package, or a project that has it, the way to the schema; elsewhere, the way that would lead to it. */
function schemaFrom(folder: string): string {
  const schema = overlaySchema();
  const project = schema.replace(/[/\\]node_modules[/\\]demerit[/\\].*$|[/\\]rules[/\\][^/\\]*$/, "");
  const way = relative(project, folder);
  if (!way.startsWith("..") && !isAbsolute(way)) return withSlashes(relative(folder, schema));
  const installed = upwards(folder).find((each) => existsSync(join(each, IN_PROJECT)));
  return installed === undefined ? `./${IN_PROJECT}` : withSlashes(relative(folder, join(installed, IN_PROJECT)));
}

const IN_PROJECT = "node_modules/demerit/rules/overlay.schema.json";

function upwards(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...upwards(above)];
}

/** With a point in front, lest a file without one in its name be taken for an id. */
function pathFrom(folder: string, part: string): string {
  const path = withSlashes(relative(folder, resolve(part)));
  return path.startsWith(".") || isAbsolute(path) ? path : `./${path}`;
}

function withSlashes(path: string): string {
  return path.replaceAll("\\", "/");
}
