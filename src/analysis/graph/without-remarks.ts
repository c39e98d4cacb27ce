import type { Effect, EffectId, Entry } from "../../model/trace.ts";

/** An entry, and what of it is left and how it is numbered where nothing is remarked. */
export interface Unremarked {
  readonly entry: Entry;
  readonly as: Entry;
}

/** A life without what rules only remark: entries that hold nothing else are not in it, and the others are numbered anew. */
export function withoutRemarks(entries: readonly Entry[]): Unremarked[] {
  if (!entries.some(({ effects }) => effects.some(isRemark))) return entries.map((entry) => ({ entry, as: entry }));
  const kept = entries.filter(({ happening, effects }) => happening.kind !== "internal" || !effects.every(isRemark));
  const ids = new Map<EffectId, EffectId>();
  const numbered = kept.map((entry, seq) => {
    const effects = entry.effects.filter((effect) => !isRemark(effect));
    ids.set(`${entry.seq}.0`, `${seq}.0`);
    for (const [at, { id }] of effects.entries()) ids.set(id, `${seq}.${at + 1}`);
    return { entry, seq, effects };
  });
  const here = (id: EffectId): EffectId => ids.get(id)!;
  return numbered.map(({ entry, seq, effects }) => ({
    entry,
    as: {
      ...entry,
      seq,
      happening: { ...entry.happening, because: entry.happening.because.map(here) },
      effects: effects.map((effect) => {
        const of = effect.kind === "posting" && effect.of !== null ? { of: here(effect.of) } : {};
        return { ...effect, id: here(effect.id), because: effect.because.map(here), ...of } as Effect;
      }),
    },
  }));
}

function isRemark({ kind }: Effect): boolean {
  return kind === "remarked";
}
