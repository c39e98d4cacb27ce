import { TRACE_VERSION, type Trace } from "../model/trace.ts";
import type { View } from "../analysis/readers.ts";
import { jsonText } from "./json-text.ts";
import { asideOf, noteSays } from "./note.ts";
import type { Exhibit, Format, FormatOptions } from "./options.ts";
import type { Row } from "./outline.ts";
import { pageOf } from "./page.ts";
import { monthSays } from "./wording.ts";

/** One trace as itself, several as an array: formatted, versioned by `traceVersion`, never coloured. */
export const json: Format = (exhibits, options) => {
  const documents = exhibits.map((exhibit) =>
    options.view === "auditor" ? exhibit.trace : seen(exhibit, options.view, options),
  );
  return jsonText(documents.length === 1 ? documents[0] : documents);
};

/** What a reader sees of a trace. It names its view, and is not a trace: it cannot be loaded as one. */
export interface SeenTrace {
  readonly traceVersion: typeof TRACE_VERSION;
  readonly view: Exclude<View, "auditor">;
  readonly notice: string;
  readonly warning: string | null;
  readonly persona: string;
  readonly rulebook: Pick<Trace["rulebook"], "id" | "digest">;
  readonly rows: readonly (SeenRow | SeenPair)[];
  /** How much of the reasons survives in this view. */
  readonly survives: readonly string[];
}

/** `points` moved, and the score and class after; `null` where they are not seen or did not move. */
export interface SeenRow {
  readonly month: string;
  readonly label: string;
  readonly says: string;
  readonly from: readonly string[];
  readonly points: number | null;
  readonly score: number | null;
  readonly class: string | null;
  readonly notes: readonly { readonly kind: string; readonly says: string; readonly aside: string | null }[];
}

/** `told` is `null` where the person knows nothing of it; `untold` says so of decisions. */
export interface SeenPair {
  readonly onFile: SeenRow;
  readonly told: SeenRow | null;
  readonly untold: string | null;
}

function seen(exhibit: Exhibit, view: SeenTrace["view"], options: FormatOptions): SeenTrace {
  const { notice, persona, rulebook } = exhibit.trace;
  const page = pageOf(exhibit, options);
  return {
    traceVersion: TRACE_VERSION,
    view,
    notice,
    warning: rulebook.warning,
    persona: persona.id,
    rulebook: { id: rulebook.id, digest: rulebook.digest },
    rows:
      page.pairs === null
        ? page.rows.map(seenRow)
        : page.pairs.map(({ onFile, told, untold }) => ({
            onFile: seenRow(onFile),
            told: told === null ? null : seenRow(told),
            untold,
          })),
    survives: page.survives.sentences,
  };
}

function seenRow({ month, label, says, from, points, score, class: id, notes }: Row): SeenRow {
  return {
    month: monthSays(month),
    label,
    says,
    from: from.map((each) => each.says),
    points,
    score,
    class: id,
    notes: notes.map((note) => ({ kind: note.kind, says: noteSays(note), aside: asideOf(note) })),
  };
}
