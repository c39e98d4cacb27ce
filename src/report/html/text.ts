import { type Html, html, joined } from "./html.ts";

const HAN = /([\p{Script=Han}、。，：；！？（）《》「」]*\p{Script=Han}[\p{Script=Han}、。，：；！？（）《》「」]*)/u;

/** Text in which Chinese is marked as such, for its glyphs, for breaking and for screen readers. */
export function spoken(text: string): Html {
  if (!/\p{Script=Han}/u.test(text)) return breakable(text);
  return joined(
    text.split(HAN).map((part, at) => (at % 2 === 1 ? html`<span lang="zh">${part}</span>` : breakable(part))),
  );
}

/** A word longer than a phone is wide may break anywhere, and then makes no table wider than its page. */
function breakable(text: string): Html {
  if (!LONG_WORD.test(text)) return html`${text}`;
  return joined(
    text.split(LONG_WORD).map((part, at) => (at % 2 === 1 ? html`<span class="long">${part}</span>` : html`${part}`)),
  );
}

const LONG_WORD = /(\S{31,})/;

/** What stands in a page and can be led to: its entries, and the sources in its footnotes. */
export interface Anchors {
  /** The id of the row that tells an entry; `undefined` where the page has none. */
  readonly entry: (seq: number) => string | undefined;
  readonly source: (key: string) => string | undefined;
}

export const NO_ANCHORS: Anchors = { entry: () => undefined, source: () => undefined };

/** Text whose entries (`#7`) and sources (`[CD10, ESSAY]`) lead to where they stand on the page; story time, and a mark with what it marks, stay on one line. */
export function linked(text: string, anchors: Anchors): Html {
  if (!/[#[Y▼×]/.test(text)) return spoken(text);
  return joined(
    text.split(/(#\d+|\[[^[\]]{1,400}\]|Y\d{1,2}-\d\d|[▼×] \S{1,30}(?!\S))/).map((part, at) => {
      if (at % 2 === 0) return spoken(part);
      if (/^[Y▼×]/.test(part)) return html`<span class="when">${part}</span>`;
      return part.startsWith("#") ? entryLink(part, anchors) : sourceLinks(part, anchors);
    }),
  );
}

function entryLink(label: string, { entry }: Anchors): Html {
  const id = entry(Number(label.slice(1)));
  return id === undefined ? html`${label}` : html`<a href="#${id}">${label}</a>`;
}

function sourceLinks(bracket: string, { source }: Anchors): Html {
  const keys = bracket.slice(1, -1).split(", ");
  if (keys.some((key) => source(key) === undefined)) return spoken(bracket);
  return html`[${joined(
    keys.map((key) => html`<a href="#${source(key)!}">${key}</a>`),
    ", ",
  )}]`;
}
