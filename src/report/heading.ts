import type { View } from "../analysis/readers.ts";
import type { Rulebook } from "../model/rulebook.ts";
import { ranAway, type Trace } from "../model/trace.ts";
import { CIRCUMSTANCE_NAMES, unsaid } from "../model/vocabulary/circumstances.ts";
import { HORIZON } from "../model/story-time.ts";
import { monthSays, personName } from "./wording.ts";

/** What every page says of itself, before anything else. */
export interface Heading {
  readonly title: string;
  readonly about: string;
  readonly notice: string;
  readonly warning: string | null;
  readonly rulebook: string;
  readonly conditions: string;
  readonly reproduce: string;
  readonly ranAway: boolean;
}

/**
 * `exposes` is the sentence that stands beside the persona; `null` where there is none. It tells how
 * the harm came about, so a clerk or the person is not shown it; nor does a clerk see into the life.
 */
export function headingOf(
  trace: Trace,
  exposes: { readonly title: string; readonly exposes: string } | null,
  view: View = "auditor",
): Heading {
  const { rulebook, persona, until } = trace;
  const untilOption = until === HORIZON ? "" : ` --until ${monthSays(until)}`;
  const packs = rulebook.packs.map((pack) => `${pack.id} v${pack.version}`).join(" + ");
  return {
    title: titleOf(trace, exposes?.title ?? persona.id, view),
    about: view === "clerk" || view === "person" ? "" : (exposes?.exposes ?? ""),
    notice: trace.notice,
    warning: rulebook.warning,
    rulebook: `${rulebook.title} (${packs}), digest ${rulebook.digest.slice(0, 12)}`,
    conditions: view === "clerk" ? "" : conditionsSay(trace),
    reproduce: `demerit replay ${persona.id} --rulebook ${rulebook.id}${untilOption}${view === "auditor" ? "" : ` --view ${view}`}${ownFileNote(rulebook.id)}`,
    ranAway: ranAway(trace),
  };
}

/** What is known of the life at the opening; what there is none of stands together at the end: “none: savings, trade”. */
function conditionsSay({ persona: { circumstances } }: Trace): string {
  const known = CIRCUMSTANCE_NAMES.filter((name) => circumstances[name] !== unsaid(name));
  const none = known.filter((name) => circumstances[name] === NONE);
  return [
    ...known.filter((name) => !none.includes(name)).map((name) => `${said(name)}: ${circumstances[name]}`),
    ...(none.length === 0 ? [] : [`none: ${none.map(said).join(", ")}`]),
  ].join(" · ");
}

const NONE = "none";

function said(name: string): string {
  return name.replace("-", " ");
}

function titleOf(trace: Trace, title: string, view: View): string {
  const name = `${personName(trace)} (invented)`;
  switch (view) {
    case "auditor":
      return `${name}: ${title}`;
    case "clerk":
      return `${name}, on a clerk's screen`;
    case "person":
      return `${name}: what the person was told`;
    case "side-by-side":
      return `${name}: ${title}. What is on file, beside what the person was told`;
  }
}

/** What a composite must say of itself, whichever of the rulebooks on a page it is; `null` where none is one. */
export function warningOf(rulebook: Rulebook, beside: Rulebook | null = null): string | null {
  const own = rulebook.warning ?? "";
  const other = beside?.warning ?? "";
  // An edit of the same rulebook repeats what that says of itself.
  const more = other.startsWith(own) ? other.slice(own.length).trim() : other;
  const says = [own, more === "" ? "" : `The rulebook compared with: ${more}`].filter((part) => part !== "");
  return says.length === 0 ? null : says.join(" ");
}

/** The rulebook in a few words. */
export function editionSays({ title, digest }: Trace["rulebook"]): string {
  return `${title.length > 60 ? `${title.slice(0, 60)}…` : title}, ${digest.slice(0, 12)}`;
}

/** A reader's own file is named by its id, since no path gets onto a page; the command needs the file. */
export function ownFileNote(rulebook: string): string {
  return rulebook.includes("<own file") ? " (with your own file in the place of <own file …>)" : "";
}
