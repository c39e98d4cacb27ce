import { join } from "node:path";
import { htmlPage } from "../report/html/page.ts";
import { pictureLabel, picturesOf } from "../report/html/pictures.ts";
import type { Printed, PrintOptions } from "../report/html/printed.ts";
import { type Picture, svgFile } from "../report/picture/picture.ts";
import { CouldNotRun } from "./exit.ts";
import { type Destination, isFolder, refuseBadDestination, writeAll, writeDocument } from "./output.ts";

const PRINT_FORMATS = ["html", "pdf", "svg"] as const;
export type PrintFormat = (typeof PRINT_FORMATS)[number];

/** One document, and what it is called where it goes into a folder. */
interface Drawn {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** Draws the lives and writes them: into one document, `hurt` before several, or into a folder with one for each. */
export async function writePrinted(
  printed: readonly Printed[],
  how: PrintOptions,
  { format, output, force }: Destination & { readonly format: PrintFormat },
  hurt: readonly Picture[],
): Promise<void> {
  if (!isFolder(output)) {
    const [one] = await drawn([printed], how, format, hurt);
    return writeDocument(one!.content, { output, force });
  }
  const each = printed.map((life) => [life]);
  const folder = output.replace(/(?<=.)[/\\]+$/, "");
  refuseAny(
    each.flatMap(([life]) => namesOf(life!, format)).map((name) => join(folder, name)),
    folder,
    force,
  );
  const documents =
    format === "svg" ? each.flatMap(([life]) => lonePictures(life!, how)) : await drawn(each, how, format, hurt);
  writeAll(
    documents.map(({ name, content }) => ({ path: join(folder, name), content })),
    { force },
    folder,
  );
}

async function drawn(
  documents: readonly (readonly Printed[])[],
  how: PrintOptions,
  format: PrintFormat,
  hurt: readonly Picture[],
): Promise<Drawn[]> {
  const names = documents.map(([life]) => nameOf(life!, format));
  if (format === "svg")
    return documents.map((lives, at) => ({ name: names[at]!, content: picturesFile(lives, how, hurt) }));
  const pages = documents.map((lives) => htmlPage(lives, how, hurt));
  if (format === "html") return pages.map((content, at) => ({ name: names[at]!, content }));
  const pdfs = await (await import("./pdf.ts")).pdfsOf(pages);
  return pdfs.map((content, at) => ({ name: names[at]!, content }));
}

/** Ids of personas are small letters, digits and hyphens, so they are fit for names of files. */
function nameOf({ trace }: Printed, format: PrintFormat): string {
  return `${trace.persona.id}.${format}`;
}

function namesOf(life: Printed, format: PrintFormat): string[] {
  return format === "svg" ? PICTURES.map((picture) => pictureName(life, picture)) : [nameOf(life, format)];
}

const PICTURES = ["line", "chain"] as const;

function pictureName({ trace }: Printed, picture: (typeof PICTURES)[number]): string {
  return `${trace.persona.id}--${picture === "line" ? "life-line" : "chain-of-harm"}.svg`;
}

function lonePictures(life: Printed, how: PrintOptions): Drawn[] {
  const pictures = picturesOf(life, "");
  return PICTURES.map((picture) => ({
    name: pictureName(life, picture),
    content: svgFile([pictures[picture]].flat(), pictureLabel([life], how)),
  }));
}

function picturesFile(lives: readonly Printed[], how: PrintOptions, hurt: readonly Picture[]): string {
  const pictures = lives.flatMap((life, at) =>
    Object.values(picturesOf(life, lives.length === 1 ? "" : `life${at + 1}-`)).flat(),
  );
  return svgFile([...hurt, ...pictures], pictureLabel(lives, how));
}

/** Before a browser is asked or anything is written. */
function refuseAny(paths: readonly string[], folder: string, force: boolean | undefined): void {
  const twice = paths.find((path, at) => paths.indexOf(path) !== at);
  if (twice !== undefined) throw new CouldNotRun(`${twice} would be written twice; name each persona once`);
  if (isFolder(folder)) for (const output of paths) refuseBadDestination({ output, force });
}
