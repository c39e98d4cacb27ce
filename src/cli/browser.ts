import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { CouldNotRun } from "./exit.ts";

/** Programs that can make a PDF or a PNG of a page, as they are called on a PATH; the freest first. */
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

/** Why there is none; what can be done without is for whoever asked. */
export class NoBrowser extends Error {}

interface Environment {
  readonly [name: string]: string | undefined;
}

/** Where a browser is: the one that `DEMERIT_BROWSER` names, else the first on the PATH or in a usual place; `null` for none, or where it says “none”. Throws where it names what is not there. */
export function findBrowser(environment: Environment, platform: NodeJS.Platform): string | null {
  const named = environment["DEMERIT_BROWSER"];
  if (named === "none") return null;
  if (named !== undefined && named !== "") {
    if (isProgram(named)) return named;
    throw new NoBrowser(`DEMERIT_BROWSER names ${named}, and there is no such file that can be run`);
  }
  const endings = platform === "win32" ? [".exe"] : [""];
  const onPath = (environment["PATH"] ?? environment["Path"] ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "")
    .flatMap((folder) => endings.flatMap((ending) => NAMES.map((name) => join(folder, `${name}${ending}`))));
  const places = [...inOrder(onPath), ...usualPlaces(environment, platform)];
  return places.find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
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

/** What a browser is asked for: it alone lays a page out in sheets, or in points of colour. */
export type ByBrowser = "pdf" | "png";

/** What may be said where none can be made. */
export function withoutBrowser(format: ByBrowser, why: string): CouldNotRun {
  const instead =
    format === "pdf"
      ? "Any browser can make one: write the same to a file that ends in .html, open it, and print it into a file, with the default margins and without the browser's own headers and footers: the page has its own."
      : "The same picture as a file that ends in .svg opens in any browser, and stays sharp at any size.";
  return new CouldNotRun(
    `${why}, so no ${format.toUpperCase()} was made. ${instead} Or name a Chromium, Chrome or Edge in DEMERIT_BROWSER.`,
  );
}

/** The browser that is there; `CouldNotRun`, with what to do without one, where there is none. */
export function browserFor(format: ByBrowser): string {
  try {
    const found = findBrowser(process.env, process.platform);
    if (found !== null) return found;
  } catch (error) {
    if (!(error instanceof NoBrowser)) throw error;
    throw withoutBrowser(format, error.message);
  }
  throw withoutBrowser(format, "no Chromium, Chrome or Edge was found");
}
