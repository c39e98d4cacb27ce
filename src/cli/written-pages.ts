import { join } from "node:path";
import { htmlPage } from "../report/html/page.ts";
import { pictureLabel, picturesOf } from "../report/html/pictures.ts";
import type { Printed, PrintOptions } from "../report/html/printed.ts";
import { type Picture, svgFile } from "../report/picture/picture.ts";
import { CouldNotRun } from "./exit.ts";
import { isFolder, refuseBadDestination, writeAll, writeDocument } from "./output.ts";
import type { FormatOf, Output } from "./outputs.ts";

type PrintFormat = FormatOf<"print">;

/** One document, and what it is called where it goes into a folder. */
interface Drawn {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** Draws the lives and writes them: into one document, `hurt` before several, or into a folder with one for each. */
export async function writePrinted(
  printed: readonly Printed[],
  how: PrintOptions,
  { format, output, force }: Output<PrintFormat>,
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
  const documents = isPicture(format)
    ? await asPictures(
        format,
        each.flatMap(([life]) => lonePictures(life!, how, format)),
      )
    : await drawn(each, how, format, hurt);
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
  if (isPicture(format)) {
    const files = documents.map((lives, at) => ({ name: names[at]!, content: picturesFile(lives, how, hurt) }));
    return asPictures(format, files);
  }
  const pages = documents.map((lives) => htmlPage(lives, how, hurt));
  if (format === "html") return pages.map((content, at) => ({ name: names[at]!, content }));
  const pdfs = await (await import("./by-browser.ts")).pdfsOf(pages);
  return pdfs.map((content, at) => ({ name: names[at]!, content }));
}

/** Ids of personas are small letters, digits and hyphens, so they are fit for names of files. */
function nameOf({ trace }: Printed, format: PrintFormat): string {
  return `${trace.persona.id}.${format}`;
}

function namesOf(life: Printed, format: PrintFormat): string[] {
  return isPicture(format) ? PICTURES.map((picture) => pictureName(life, picture, format)) : [nameOf(life, format)];
}

function isPicture(format: PrintFormat): format is "svg" | "png" {
  return format === "svg" || format === "png";
}

/** Pictures are drawn as SVG; a PNG is such a one as a browser shows it. */
async function asPictures(
  format: "svg" | "png",
  files: readonly { readonly name: string; readonly content: string }[],
): Promise<Drawn[]> {
  if (format === "svg") return [...files];
  const pngs = await (await import("./by-browser.ts")).pngsOf(files.map(({ content }) => content));
  return files.map(({ name }, at) => ({ name, content: pngs[at]! }));
}

const PICTURES = ["line", "chain"] as const;

function pictureName({ trace }: Printed, picture: (typeof PICTURES)[number], format: "svg" | "png"): string {
  return `${trace.persona.id}--${picture === "line" ? "life-line" : "chain-of-harm"}.${format}`;
}

function lonePictures(
  life: Printed,
  how: PrintOptions,
  format: "svg" | "png",
): { readonly name: string; readonly content: string }[] {
  const pictures = picturesOf(life, "");
  return PICTURES.map((picture) => ({
    name: pictureName(life, picture, format),
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
