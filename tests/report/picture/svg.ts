/** An element of a drawing, as strictly read: what XML would refuse, this refuses. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

const TAG = /^<(\/?)([a-zA-Z]+)((?: [a-zA-Z][a-zA-Z0-9:-]*="[^"<&]*(?:&(?:amp|lt|gt|quot|#39|#96);[^"<&]*)*")*)(\/?)>/;

/** Reads a drawing; throws where it is not well formed. */
export function parseSvg(text: string): Element {
  const root: Element = { name: "", attributes: {}, children: [] };
  const open = [root];
  let at = 0;
  while (at < text.length) {
    const here = open.at(-1)!;
    if (text[at] !== "<") {
      const end = text.indexOf("<", at);
      const run = text.slice(at, end === -1 ? text.length : end);
      if (/&(?!(?:amp|lt|gt|quot|#39|#96);)|>/.test(run)) throw new Error(`not text: ${run.slice(0, 80)}`);
      here.children.push(decoded(run));
      at += run.length;
      continue;
    }
    const tag = TAG.exec(text.slice(at, at + 20_000));
    if (tag === null) throw new Error(`not a tag: ${text.slice(at, at + 120)}`);
    const [whole, closing, name, attributes, empty] = tag as unknown as [string, string, string, string, string];
    if (closing === "/") {
      if (here.name !== name) throw new Error(`</${name}> closes <${here.name}>`);
      open.pop();
    } else {
      const element: Element = { name, attributes: attributesOf(attributes), children: [] };
      here.children.push(element);
      if (empty === "") open.push(element);
    }
    at += whole.length;
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)!.name}> is not closed`);
  const elements = root.children.filter((child) => typeof child !== "string");
  if (elements.length !== 1) throw new Error("there has to be one root");
  return elements[0]!;
}

function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name, value] of text.matchAll(/ ([a-zA-Z][a-zA-Z0-9:-]*)="([^"]*)"/g)) {
    if (name! in found) throw new Error(`${name} twice`);
    found[name!] = decoded(value!);
  }
  return found;
}

function decoded(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&#96;", "`")
    .replaceAll("&amp;", "&");
}

/** Every element of a drawing, the root first. */
export function all(root: Element): Element[] {
  return [root, ...root.children.flatMap((child) => (typeof child === "string" ? [] : all(child)))];
}

export function withAttribute(root: Element, name: string): Element[] {
  return all(root).filter(({ attributes }) => name in attributes);
}

export function textOf(element: Element): string {
  return element.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
}

/** Ids in a list that an attribute holds. */
export function idsIn(element: Element, name: string): string[] {
  return element.attributes[name]!.split(" ");
}
