/** A stretch of text between two tags, and the heading it stands under. */
interface Stretch {
  readonly says: string;
  readonly under: string;
}

/** Where two pages first differ, in words; `null` where they are the same. Line ends may be another system's. */
export function differenceBetween(page: string, again: string): string | null {
  const [here, there] = [plain(page), plain(again)];
  if (here === there) return null;
  const [said, given] = [stretches(here), stretches(there)];
  const at = given.findIndex(({ says }, index) => says !== said[index]?.says);
  if (at === -1 && said.length === given.length)
    return `the words are the same, but not the page around them, from line ${lineOfDifference(here, there)} on. Its style or marks were changed, or another version of demerit drew it.`;
  const [old, now] = [said[at === -1 ? given.length : at], given[at]];
  const under = (now ?? old)!.under;
  return `${under === "" ? "at its head" : `under “${under}”`} it says ${quoted(old, now)}, and the trace gives ${quoted(now, old)}.`;
}

/** How many words a page prints. */
export function wordsIn(page: string): number {
  return stretches(page).reduce((sum, { says }) => sum + says.split(" ").length, 0);
}

function plain(page: string): string {
  return page.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
}

/** The text of a page in order, without its styles and its data. */
function stretches(page: string): Stretch[] {
  const found: Stretch[] = [];
  let [under, heading, hidden] = ["", false, ""];
  for (const [token] of page.matchAll(/<!--[^]*?-->|<[^>]*>|[^<]+|</g)) {
    const [, close, name] = /^<(\/?)([a-zA-Z][a-zA-Z0-9]*)/.exec(token) ?? [];
    if (name !== undefined) {
      if (/^(?:style|script)$/i.test(name)) hidden = close === "/" ? "" : name;
      if (/^h[1-4]$/i.test(name)) {
        heading = close === "";
        if (heading) under = "";
      }
      continue;
    }
    const says = token.replaceAll(/\s+/g, " ").trim();
    if (hidden !== "" || says === "" || token.startsWith("<!")) continue;
    if (heading) under = `${under} ${unescaped(says)}`.trim();
    found.push({ says: unescaped(says), under });
  }
  return found;
}

function unescaped(text: string): string {
  return text.replaceAll(/&(lt|gt|quot|#39|#96);/g, (_, name: string) => SIGNS[name]!).replaceAll("&amp;", "&");
}

const SIGNS: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', "#39": "'", "#96": "`" };

const MOST = 160;

/** A stretch, shortened around where it parts from the other. */
function quoted(one: Stretch | undefined, other: Stretch | undefined): string {
  if (one === undefined) return "nothing more";
  const [says, beside] = [Array.from(one.says), Array.from(other?.says ?? "")];
  const parts = says.findIndex((character, at) => character !== beside[at]);
  const from = Math.max(0, (parts === -1 ? says.length : parts) - MOST / 2);
  const piece = says.slice(from, from + MOST).join("");
  return `“${from > 0 ? "…" : ""}${piece}${from + MOST < says.length ? "…" : ""}”`;
}

function lineOfDifference(page: string, again: string): number {
  const [here, there] = [page.split("\n"), again.split("\n")];
  return here.findIndex((line, at) => line !== there[at]) + 1 || here.length;
}
