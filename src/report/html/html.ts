import { harmless } from "../harmless.ts";

/** HTML or SVG that is safe to put into a page: made by `html` alone. */
export class Html {
  readonly text: string;
  /** So that nothing that merely has a text is taken for it. */
  readonly #made = true;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.#made ? this.text : "";
  }
}

export type Hole = string | number | Html | readonly Html[];

/** Escapes every hole that did not come out of the tag itself, in text and in quoted attributes alike. */
export function html(strings: TemplateStringsArray, ...holes: readonly Hole[]): Html {
  let text = strings[0]!;
  for (const [at, hole] of holes.entries()) text += filled(hole) + strings[at + 1]!;
  return new Html(text);
}

/** Joins what is already HTML. */
export function joined(parts: readonly Html[], between = ""): Html {
  return new Html(parts.map(({ text }) => text).join(between));
}

export const NOTHING = new Html("");

/** A value for a `<script type="application/json">`: every character that could end it, or turn a line, is spelt out. */
export function json(value: unknown): Html {
  return new Html(
    JSON.stringify(value).replaceAll(
      SPELT_OUT,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
    ),
  );
}

/** Rules for a `<style>`; they are our own, and hold nothing that could end it. */
export function style(css: string): Html {
  if (css.includes("<")) throw new Error("a style sheet may hold no “<”");
  return new Html(css);
}

const SPELT_OUT = /[<>&\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

function filled(hole: Hole): string {
  if (hole instanceof Html) return hole.text;
  if (typeof hole === "string" || typeof hole === "number") return escaped(String(hole));
  let text = "";
  for (const each of hole) {
    if (!(each instanceof Html)) throw new Error("a list in a page may hold nothing but what came out of the tag");
    text += each.text;
  }
  return text;
}

/** Text that reads the same in HTML and SVG: one line, nothing that could begin markup or end an attribute. */
export function escaped(text: string): string {
  if (PLAIN.test(text)) return text;
  return harmless(text.replaceAll(/[\t\n\r]+/g, " ")).replaceAll(/[&<>"'`\ufffe\uffff]/g, (sign) => ENTITIES[sign]!);
}

/** Most texts are such, and need no closer look. */
const PLAIN = /^[\w ,.:;()+/“”’–—−·…→-]*$/;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
  // In no XML, and so in no SVG, at all.
  "\ufffe": "\\ufffe",
  "\uffff": "\\uffff",
};
