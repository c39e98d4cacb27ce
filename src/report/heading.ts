import { ranAway, type Trace } from "../model/trace.ts";
import { CIRCUMSTANCE_NAMES, NOT_KNOWN } from "../model/vocabulary/circumstances.ts";
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

/** `exposes` is the sentence that stands beside the persona; `null` where there is none. */
export function headingOf(trace: Trace, exposes: { readonly title: string; readonly exposes: string } | null): Heading {
  const { rulebook, persona, until } = trace;
  const known = CIRCUMSTANCE_NAMES.filter((name) => persona.circumstances[name] !== NOT_KNOWN);
  const untilOption = until === HORIZON ? "" : ` --until ${monthSays(until)}`;
  const packs = rulebook.packs.map((pack) => `${pack.id} v${pack.version}`).join(" + ");
  return {
    title: `${personName(trace)} (invented): ${exposes?.title ?? persona.id}`,
    about: exposes?.exposes ?? "",
    notice: trace.notice,
    warning: rulebook.warning,
    rulebook: `${rulebook.title} (${packs}), digest ${rulebook.digest.slice(0, 12)}`,
    conditions: known.map((name) => `${name.replace("-", " ")}: ${persona.circumstances[name]}`).join(" · "),
    reproduce: `demerit replay ${persona.id} --rulebook ${rulebook.id}${untilOption}`,
    ranAway: ranAway(trace),
  };
}
