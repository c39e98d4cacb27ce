import type { PlotOptions } from "@observablehq/plot";
import { html, type Html, joined, NOTHING } from "../html/html.ts";

/*
 * Plot draws into a document. Outside a browser there is none, so it is lent one that does no more
 * than collect elements; what it collected becomes SVG through the tag that escapes. (A whole DOM
 * would take longer to load than everything else here, and brings `eval` with it.)
 */

const SVG = "http://www.w3.org/2000/svg";

class Paper {
  readonly documentElement: Sheet = new Sheet(this, "html", "http://www.w3.org/1999/xhtml");

  createElementNS(space: string, name: string): Sheet {
    return new Sheet(this, name, space);
  }

  createElement(name: string): Sheet {
    return new Sheet(this, name, SVG);
  }

  createTextNode(text: string): string {
    return text;
  }
}

class Sheet {
  readonly ownerDocument: Paper;
  readonly tagName: string;
  readonly namespaceURI: string;
  readonly attributes = new Map<string, string>();
  childNodes: (Sheet | string)[] = [];
  parentNode: Sheet | null = null;

  constructor(ownerDocument: Paper, tagName: string, namespaceURI: string) {
    this.ownerDocument = ownerDocument;
    this.tagName = tagName;
    this.namespaceURI = namespaceURI;
  }

  setAttribute(name: string, value: unknown): void {
    this.attributes.set(name, String(value));
  }

  setAttributeNS(_space: string, name: string, value: unknown): void {
    this.setAttribute(name, value);
  }

  getAttribute(name: string): string | null {
    return this.attributes.get(name) ?? null;
  }

  removeAttribute(name: string): void {
    this.attributes.delete(name);
  }

  appendChild(child: Sheet | string): Sheet | string {
    return this.insertBefore(child, null);
  }

  append(...children: readonly (Sheet | string)[]): void {
    for (const child of children) this.appendChild(child);
  }

  insertBefore(child: Sheet | string, before: Sheet | string | null): Sheet | string {
    if (child instanceof Sheet) {
      child.parentNode?.removeChild(child);
      child.parentNode = this;
    }
    const at = before === null ? this.childNodes.length : this.childNodes.indexOf(before);
    this.childNodes.splice(at, 0, child);
    return child;
  }

  removeChild(child: Sheet | string): void {
    this.childNodes = this.childNodes.filter((each) => each !== child);
  }

  get firstChild(): Sheet | string | null {
    return this.childNodes[0] ?? null;
  }

  set textContent(text: string) {
    this.childNodes = [text];
  }
}

/** A document for Plot to draw into. */
export function paper(): NonNullable<PlotOptions["document"]> {
  return new Paper() as unknown as NonNullable<PlotOptions["document"]>;
}

/** What was drawn on a sheet, without the sheet itself. */
export function drawnOn(root: unknown): Html {
  return joined((root as Sheet).childNodes.map(drawn));
}

/** Elements and attributes of plain shapes. Plot's style sheet, its classes and its labels are left out: the picture has its own. */
const SHAPES = ["g", "path", "line", "rect", "circle", "text", "tspan"];
const LEFT_OUT = /^(?:class|aria-.*|style|on.*|href|xlink.*)$/;

function drawn(node: Sheet | string): Html {
  if (typeof node === "string") return html`${node}`;
  if (!SHAPES.includes(node.tagName)) return NOTHING;
  const attributes = [...node.attributes].filter(([name]) => !LEFT_OUT.test(name));
  const inside = joined(node.childNodes.map(drawn));
  if (node.tagName === "g" && inside.text === "") return NOTHING;
  const [open, close] = TAGS[node.tagName as keyof typeof TAGS];
  return html`${open}${attributes.map(([name, value]) => ATTRIBUTE(name, value))}>${inside}${close}`;
}

/** Tags and names of attributes come from Plot, not from a reader's rules. */
const TAGS = {
  g: [html`<g`, html`</g>`],
  path: [html`<path`, html`</path>`],
  line: [html`<line`, html`</line>`],
  rect: [html`<rect`, html`</rect>`],
  circle: [html`<circle`, html`</circle>`],
  text: [html`<text`, html`</text>`],
  tspan: [html`<tspan`, html`</tspan>`],
} as const;

const ATTRIBUTE = (name: string, value: string): Html => html` ${name}="${rounded(value)}"`;

/** To a hundredth of a pixel, so that no platform's last digit shows. */
function rounded(value: string): string {
  return value.replaceAll(/-?\d+\.\d+(?:e-?\d+)?/g, (number) => String(Math.round(Number(number) * 100) / 100));
}
