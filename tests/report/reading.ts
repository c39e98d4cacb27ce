import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import Papa from "papaparse";
import type { FormatName } from "../../src/report/formats.ts";

/** A node of a Markdown document, as far as it is looked at here. */
export interface MarkdownNode {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly MarkdownNode[];
}

/** Markdown by the rules of GitHub. The tree's own later search for addresses is left out: it does not see what was escaped. */
export function markdownNodes(page: string): MarkdownNode[] {
  const all = (node: MarkdownNode): MarkdownNode[] => [node, ...(node.children ?? []).flatMap(all)];
  const mdastExtensions = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));
  return all(fromMarkdown(page, { extensions: [gfm()], mdastExtensions }) as MarkdownNode);
}

export function markdownText(page: string, nodes: readonly MarkdownNode[] = markdownNodes(page)): string {
  return nodes
    .map((node) =>
      node.type === "text"
        ? node.value!
        : node.type === "paragraph" || node.type === "tableCell" || node.type === "heading" || node.type === "html"
          ? "\n"
          : "",
    )
    .join("");
}

export function csvRows(page: string): string[][] {
  const { data, errors } = Papa.parse<string[]>(page.replace(/^\uFEFF/, ""), { skipEmptyLines: false });
  expectNone(errors);
  return data.slice(0, -1);
}

function expectNone(errors: readonly unknown[]): void {
  if (errors.length > 0) throw new Error(JSON.stringify(errors.slice(0, 3)));
}

/** What a page says, however it is laid out: its own escapes undone, runs of blanks as one. */
export function wordsOf(page: string, format: FormatName): string {
  return plain(page, format).replaceAll(/\s+/g, " ");
}

function plain(page: string, format: FormatName): string {
  switch (format) {
    case "text":
      return page;
    // A parser would take minutes over all pages; what it makes of one is looked at in hostile.test.ts.
    case "markdown":
      return page.replaceAll(/\\([^\w\s])|\*+|^> ?|<br>/gm, "$1");
    case "json":
      return strings(JSON.parse(page)).join("\n");
    case "csv":
      return csvRows(page).flat().join("\n");
  }
}

/** Every string of a JSON document; names of keys are not said of anybody. */
function strings(value: unknown): string[] {
  if (typeof value === "string") return [value, `"${value}"`];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(strings) : [];
}
