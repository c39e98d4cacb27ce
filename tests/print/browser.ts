import type { Browser } from "playwright-core";
import { findBrowser } from "../../src/cli/browser.ts";

/** The browser that the tests use, or `null`. With `DEMERIT_NEED_BROWSER` it is a fault to have none. */
export const BROWSER = findBrowser(process.env, process.platform);

if (BROWSER === null) {
  const says =
    "SKIPPED: no Chromium, Chrome or Edge was found (DEMERIT_BROWSER, PATH), so nothing was looked at in a browser: no PDF, no accessibility check, no request watched.";
  if ((process.env["DEMERIT_NEED_BROWSER"] ?? "") !== "") throw new Error(says);
  process.stderr.write(`${says}\n`);
}

export async function launch(): Promise<Browser> {
  const { chromium } = await import("playwright-core");
  return chromium.launch({ executablePath: BROWSER!, args: ["--disable-gpu", "--no-first-run"] });
}
