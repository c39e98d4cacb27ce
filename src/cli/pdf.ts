import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Page } from "playwright-core";
import { CouldNotRun } from "./exit.ts";

/** Programs that can make a PDF of a page, as they are called on a PATH; the freest first. */
const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
  "microsoft-edge-stable",
  "msedge",
];

interface Environment {
  readonly [name: string]: string | undefined;
}

/** Where a browser is: the one that `DEMERIT_BROWSER` names, else the first on the PATH or in a usual place; `null` for none, or where it says “none”. */
export function findBrowser(environment: Environment, platform: NodeJS.Platform): string | null {
  const named = environment["DEMERIT_BROWSER"];
  if (named === "none") return null;
  if (named !== undefined && named !== "") {
    if (existsSync(named)) return named;
    throw new CouldNotRun(`DEMERIT_BROWSER names ${named}, and there is no such file`);
  }
  const endings = platform === "win32" ? [".exe"] : [""];
  const onPath = (environment["PATH"] ?? environment["Path"] ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "")
    .flatMap((folder) => endings.flatMap((ending) => NAMES.map((name) => join(folder, `${name}${ending}`))));
  const places = [...inOrder(onPath), ...usualPlaces(environment, platform)];
  return places.find((place) => existsSync(place)) ?? null;
}

/** By name first, and only then by folder. */
function inOrder(places: readonly string[]): string[] {
  return NAMES.flatMap((name) => places.filter((place) => place.replace(/\.exe$/, "").endsWith(name)));
}

function usualPlaces(environment: Environment, platform: NodeJS.Platform): string[] {
  if (platform === "darwin")
    return ["Chromium", "Google Chrome", "Microsoft Edge"].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  if (platform !== "win32") return ["/usr/bin/chromium", "/snap/bin/chromium", "/opt/google/chrome/chrome"];
  const roots = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) => environment[name] ?? []);
  return roots.flatMap((root) => [
    join(root, "Chromium", "Application", "chrome.exe"),
    join(root, "Google", "Chrome", "Application", "chrome.exe"),
    join(root, "Microsoft", "Edge", "Application", "msedge.exe"),
  ]);
}

/** What may be said where no PDF can be made; `html` is the command that makes the page. */
function withoutBrowser(why: string, html: string): CouldNotRun {
  return new CouldNotRun(
    `${why}, so no PDF was made. Any browser can make one: write the page with “${html} -o page.html”, open it, and print it to a file, with the margins and headers left as they are. Or name a Chromium, Chrome or Edge in DEMERIT_BROWSER.`,
  );
}

/** Makes the PDFs of pages, in one browser: tagged, with an outline, a title and a language. */
export async function pdfsOf(pages: readonly string[], html: string): Promise<Buffer[]> {
  const executablePath = findBrowser(process.env, process.platform);
  if (executablePath === null) throw withoutBrowser("no Chromium, Chrome or Edge was found", html);
  const { chromium } = await import("playwright-core").catch(() => {
    throw withoutBrowser("playwright-core is not installed, by which a browser is asked", html);
  });
  const browser = await chromium
    .launch({ executablePath, args: ["--disable-gpu", "--no-first-run", "--disable-background-networking"] })
    .catch((error: unknown) => {
      throw withoutBrowser(`${executablePath} could not be started (${firstLine(error)})`, html);
    });
  try {
    // Nothing in a page runs, and nothing is fetched; a browser that tried would be refused.
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
    await context.route("**", (route) => route.abort());
    const made: Buffer[] = [];
    for (const page of pages) made.push(await pdfOf(await context.newPage(), page));
    return made;
  } catch (error) {
    throw withoutBrowser(`${executablePath} made no PDF (${firstLine(error)})`, html);
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

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0]!.slice(0, 200);
}
