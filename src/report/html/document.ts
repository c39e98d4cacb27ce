import { sha256 } from "@noble/hashes/sha2.js";
import { PROGRAM } from "../../model/version.ts";
import { html, type Html, json, joined, NOTHING, style } from "./html.ts";
import { FONT_CSS, FONT_HASH } from "./fonts/faces.ts";
import { PAGE_HASH } from "./style/hash.ts";
import { PAGE_CSS, type Paper, paperCss, type Running } from "./style/style.ts";

/** One self-contained page: nothing is fetched, nothing in it runs. */
export interface Sheet {
  readonly title: string;
  readonly lang?: string;
  readonly paper: Paper;
  /** What stands at the head and foot of each sheet of paper. */
  readonly running: Running;
  readonly body: Html;
  /** Styles that only this kind of page needs. */
  readonly style?: string;
  /** Carried along as JSON, for whoever wants to check the page. */
  readonly data?: unknown;
}

/** Where a page carries its data. */
export const DATA_ID = "demerit";

export function document({ title, lang = "en", paper, running, body, data, style: own }: Sheet): string {
  const styles = [paperCss(paper, running), ...(own === undefined ? [] : [own])];
  return html`<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(styles)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="generator" content="${PROGRAM}">
<title>${title}</title>
${joined([FONT_CSS, PAGE_CSS, ...styles].map((css) => html`<style>${style(css)}</style>\n`))}</head>
<body>
${body}${data === undefined ? NOTHING : html`<script type="application/json" id="${DATA_ID}">${json(data)}</script>\n`}</body>
</html>
`.text;
}

/** Nothing but these very styles and the fonts in them; no script, no picture, no frame, no form, no request. */
function policy(styles: readonly string[]): string {
  const hashes = styles.map((css) => `'sha256-${base64(sha256(new TextEncoder().encode(css)))}'`);
  return `default-src 'none'; style-src 'sha256-${FONT_HASH}' 'sha256-${PAGE_HASH}' ${hashes.join(" ")}; font-src data:; base-uri 'none'; form-action 'none'`;
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
