import type { Page } from "playwright-core";
import { notInFonts } from "../report/html/fonts/covered.ts";
import { listed } from "../report/wording.ts";
import { findBrowser, NoBrowser } from "./browser.ts";
import { CouldNotRun } from "./exit.ts";

/** What may be said where no PDF can be made. */
function withoutBrowser(why: string): CouldNotRun {
  return new CouldNotRun(
    `${why}, so no PDF was made. Any browser can make one: give the same command with “--format html -o page.html”, open the page, and print it into a file, with the default margins and without the browser's own headers and footers: the page has its own. Or name a Chromium, Chrome or Edge in DEMERIT_BROWSER.`,
  );
}

function browserFor(): string {
  try {
    const found = findBrowser(process.env, process.platform);
    if (found !== null) return found;
  } catch (error) {
    if (!(error instanceof NoBrowser)) throw error;
    throw withoutBrowser(error.message);
  }
  throw withoutBrowser("no Chromium, Chrome or Edge was found");
}

/** Makes the PDFs of pages, in one browser: tagged, with an outline, a title and a language. Throws `CouldNotRun`, with advice, where no browser makes them. */
export async function pdfsOf(pages: readonly string[]): Promise<Buffer[]> {
  const executablePath = browserFor();
  remarkMissing(pages);
  const { chromium } = await import("playwright-core").catch(() => {
    throw withoutBrowser("playwright-core is not installed, by which a browser is asked");
  });
  const browser = await chromium
    .launch({ executablePath, args: ["--disable-gpu", "--no-first-run", "--disable-background-networking"] })
    .catch((error: unknown) => {
      throw withoutBrowser(`${executablePath} could not be started (${firstLine(error)})`);
    });
  try {
    // Nothing in a page runs, and nothing is fetched; a browser that tried would be refused.
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
    await context.route("**", (route) => route.abort());
    const made: Buffer[] = [];
    for (const page of pages) made.push(await pdfOf(await context.newPage(), page));
    return made;
  } catch (error) {
    throw withoutBrowser(`${executablePath} made no PDF (${firstLine(error)})`);
  } finally {
    await browser.close();
  }
}

async function pdfOf(tab: Page, page: string): Promise<Buffer> {
  await tab.setContent(page, { waitUntil: "load" });
  const pdf = await tab.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  await tab.close();
  return pdf;
}

/** A reader's own rules may be written in any script; that their words are missing in a PDF is easily overlooked. */
function remarkMissing(pages: readonly string[]): void {
  const missing = [...new Set(pages.flatMap(notInFonts))];
  if (missing.length === 0) return;
  const shown = missing.slice(0, 5).map((character) => `“${character}”`);
  const more = missing.length > shown.length ? [...shown, `${missing.length - shown.length} more`] : shown;
  process.stderr.write(
    `demerit: the fonts of the page have no ${listed(more)}; the PDF shows them only if this machine has a font that does\n`,
  );
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0]!.slice(0, 200);
}
