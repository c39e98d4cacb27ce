import { getDocumentProxy } from "unpdf";

export interface PdfPage {
  /** What belongs to the document, without blanks: running heads and page numbers are not part of it. */
  readonly text: string;
  readonly words: string;
  /** What stands in its margins. */
  readonly margin: string;
}

export interface Pdf {
  readonly pages: readonly PdfPage[];
  /** All of it as words: apart from where pages and lines are broken. */
  readonly words: string;
  readonly title: string;
  readonly lang: string;
  readonly tagged: boolean;
  readonly outline: readonly string[];
  readonly roles: ReadonlySet<string>;
}

interface Item {
  readonly type?: string;
  readonly str?: string;
  readonly hasEOL?: boolean;
}

interface OutlineItem {
  readonly title: string;
  readonly items: readonly OutlineItem[];
}

interface Role {
  readonly role?: string;
  readonly children?: readonly Role[];
}

export async function readPdf(bytes: Uint8Array): Promise<Pdf> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const { info } = (await document.getMetadata()) as unknown as { info: { Title: string; Language: string } };
  const pages: PdfPage[] = [];
  const roles = new Set<string>();
  for (let at = 1; at <= document.numPages; at++) {
    const page = await document.getPage(at);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    pages.push(sorted(items as readonly Item[]));
    gather((await page.getStructTree()) as Role, roles);
  }
  return {
    pages,
    words: pages
      .map(({ words }) => words)
      .join(" ")
      .replaceAll(/\s+/g, " "),
    title: info.Title,
    lang: info.Language,
    tagged: (await document.getMarkInfo())?.Marked === true,
    outline: flat((await document.getOutline()) as readonly OutlineItem[]),
    roles,
  };
}

/** What stands in marked content is of the document; what stands outside is of the margins. */
function sorted(items: readonly Item[]): PdfPage {
  let [depth, text, margin] = [0, "", ""];
  for (const { type, str, hasEOL } of items) {
    if (type === "endMarkedContent") depth--;
    else if (type !== undefined) depth++;
    else if (depth > 0) text += hasEOL === true ? `${str} ` : str;
    else margin += str;
  }
  return { text: squeezed(text), words: text, margin: margin.replaceAll(/\s+/g, " ") };
}

/** Without blanks, and without the dots before items of a list. */
export function squeezed(text: string): string {
  return text.replaceAll(/[\s•]+/g, "");
}

/** In lines of about a hundred characters. */
export function lines(text: string): string {
  let [lines, line] = ["", ""];
  for (const word of text.split(/\s+/)) {
    if (line.length + word.length > 100) [lines, line] = [`${lines}${line}\n`, ""];
    line += line === "" ? word : ` ${word}`;
  }
  return lines + line;
}

function flat(items: readonly OutlineItem[]): string[] {
  return items.flatMap(({ title, items: inner }) => [title, ...flat(inner)]);
}

function gather(role: Role | null, roles: Set<string>): void {
  if (role === null) return;
  if (role.role !== undefined) roles.add(role.role);
  for (const child of role.children ?? []) gather(child, roles);
}
