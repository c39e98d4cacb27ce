import type { Leaf } from "../report/lesson/leaf.ts";
import { writeDocument } from "./output.ts";
import type { FormatOf, Output } from "./outputs.ts";
import { styleOfOutput } from "./terminal.ts";

/** How paper for a lesson is to be laid out, and where it goes. */
export interface LeafOptions extends Output<FormatOf<"worksheet" | "handout">> {
  readonly paper: "a4" | "letter";
}

/** How it is laid out, as the end of a command; the page of a PDF is the HTML that it is made from. */
export function layoutSays({ format, paper }: LeafOptions, usual: LeafOptions["format"]): string[] {
  const kind = format === "pdf" ? "html" : format;
  return [
    ...(kind === usual ? [] : [`--format ${kind}`]),
    ...(kind === "html" && paper !== "a4" ? [`--paper ${paper}`] : []),
  ];
}

/** Lays it out and writes it. A PDF is made by a browser; where there is none, `CouldNotRun` says what to do. */
export async function writeLeaf(leaf: Leaf, options: LeafOptions): Promise<void> {
  switch (options.format) {
    case "text": {
      const { leafText } = await import("../report/lesson/text.ts");
      return writeDocument(leafText(leaf, styleOfOutput(options)), options);
    }
    case "markdown": {
      const { leafMarkdown } = await import("../report/lesson/markdown.ts");
      return writeDocument(leafMarkdown(leaf), options);
    }
    case "html": {
      const { leafPage } = await import("../report/lesson/page.ts");
      return writeDocument(leafPage(leaf, options.paper), options);
    }
    case "pdf": {
      const { leafPage } = await import("../report/lesson/page.ts");
      const { pdfsOf } = await import("./by-browser.ts");
      const [pdf] = await pdfsOf([leafPage(leaf, options.paper)]);
      return writeDocument(pdf!, options);
    }
  }
}
