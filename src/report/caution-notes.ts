import { decisiveLeaves } from "../model/condition.ts";
import { ruleNamed } from "../model/rulebook.ts";
import type { Entry } from "../model/trace.ts";
import { NOT_KNOWN } from "../model/vocabulary/circumstances.ts";
import { cause, note, type Note } from "./note.ts";
import type { Telling } from "./telling.ts";
import { capital } from "./wording.ts";

/** Where a circumstance that nobody knew was taken as grounds. */
export function notKnown(entry: Entry, { trace }: Telling): Note[] {
  return entry.findings
    .filter(({ matched }) => matched)
    .flatMap(({ rule: id, met }) => {
      const rule = ruleNamed(trace.rulebook, id);
      const decisive = decisiveLeaves(
        rule.when,
        met.map(({ holds }) => holds),
      );
      const counted = decisive.filter((index) => met[index]!.actual === NOT_KNOWN);
      return counted.length === 0
        ? []
        : [note("not-known", [cause(`“${rule.title}” took what is not known as grounds`)])];
    });
}

/** What a reader must know before believing an effect, where it first stands. */
export function cautions(entry: Entry, { trace, cautioned }: Telling): Note[] {
  const rules = entry.effects.flatMap((effect) =>
    effect.kind === "denied"
      ? effect.measures
      : effect.kind === "led" || !("rule" in effect) || effect.rule === null || effect.kind === "lifted"
        ? []
        : [effect.rule],
  );
  return [...new Set(rules.map((id) => ruleNamed(trace.rulebook, id).caution))].flatMap((caution) => {
    if (caution === undefined || cautioned.has(caution)) return [];
    cautioned.set(caution, entry.seq);
    return [note("caution", [cause(`Caution: ${capital(caution)}`)])];
  });
}
