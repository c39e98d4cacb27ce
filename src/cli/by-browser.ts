import type { Browser, BrowserContext } from "playwright-core";
import { notInFonts } from "../report/html/fonts/covered.ts";
import { listed } from "../report/wording.ts";
import { browserFor, type ByBrowser, withoutBrowser } from "./browser.ts";

/** Makes the PDFs of pages, in one browser: tagged, with an outline, a title and a language. Throws `CouldNotRun`, with advice, where no browser makes them. */
export async function pdfsOf(pages: readonly string[]): Promise<Buffer[]> {
  return byBrowser("pdf", pages, async (context, page) => {
    const tab = await context.newPage();
    await tab.setContent(page, { waitUntil: "load" });
    const pdf = await tab.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
    await tab.close();
    return pdf;
  });
}

/** Makes the PNGs of pictures, each an SVG file: two points of colour for each CSS pixel, so that a projector shows them sharp. */
export async function pngsOf(pictures: readonly string[]): Promise<Buffer[]> {
  return byBrowser("png", pictures, async (context, picture) => {
    const tab = await context.newPage();
    await tab.setContent(`<!doctype html><style>body{margin:0}body>svg{display:block}</style>${picture}`, {
      waitUntil: "load",
    });
    const png = await tab.locator("body > svg").screenshot();
    await tab.close();
    return png;
  });
}

async function byBrowser(
  format: ByBrowser,
  pages: readonly string[],
  draw: (context: BrowserContext, page: string) => Promise<Buffer>,
): Promise<Buffer[]> {
  const executablePath = browserFor(format);
  remarkMissing(format, pages);
  const { chromium } = await import("playwright-core").catch(() => {
    throw withoutBrowser(format, "playwright-core is not installed, by which a browser is asked");
  });
  // It takes some seconds, and a silence would look like a fault.
  process.stderr.write(`asking ${executablePath} for the ${format.toUpperCase()} …\n`);
  const browser: Browser = await chromium
    .launch({ executablePath, args: ["--disable-gpu", "--no-first-run", "--disable-background-networking"] })
    .catch((error: unknown) => {
      throw withoutBrowser(format, `${executablePath} could not be started (${firstLine(error)})`);
    });
  try {
    // Nothing in a page runs, and nothing is fetched; a browser that tried would be refused.
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true, deviceScaleFactor: 2 });
    await context.route("**", (route) => route.abort());
    const made: Buffer[] = [];
    for (const page of pages) made.push(await draw(context, page));
    return made;
  } catch (error) {
    throw withoutBrowser(format, `${executablePath} made no ${format.toUpperCase()} (${firstLine(error)})`);
  } finally {
    await browser.close();
  }
}

/** A reader's own rules may be written in any script; that their words are missing is easily overlooked. */
function remarkMissing(format: ByBrowser, pages: readonly string[]): void {
  const missing = [...new Set(pages.flatMap(notInFonts))];
  if (missing.length === 0) return;
  const shown = missing.slice(0, 5).map((character) => `“${character}”`);
  const more = missing.length > shown.length ? [...shown, `${missing.length - shown.length} more`] : shown;
  process.stderr.write(
    `demerit: the fonts of the page have no ${listed(more)}; the ${format.toUpperCase()} shows them only if this machine has a font that does\n`,
  );
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0]!.slice(0, 200);
}
