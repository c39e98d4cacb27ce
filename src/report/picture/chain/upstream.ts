import { Causes, type Link } from "../../../analysis/causes.ts";
import { type Evidence, weakest } from "../../../model/evidence.ts";
import { evidenceOf } from "../../../model/rule.ts";
import { ruleNamed } from "../../../model/rulebook.ts";
import type { EffectId, Trace } from "../../../model/trace.ts";

/** From one thing that is drawn back to the next: how good the ground for the step is. */
export interface Step {
  readonly from: EffectId;
  readonly evidence: Evidence;
}

/** Reads a trace backwards, over what has no node of its own: leads, delays, internal events. */
export class Upstream {
  readonly causes: Causes;
  readonly #steps = new Map<EffectId, readonly Step[]>();

  constructor(trace: Trace) {
    this.causes = new Causes(trace);
  }

  /** What it goes back to, the first cause first. Empty for a root. */
  steps(id: EffectId): readonly Step[] {
    const known = this.#steps.get(id);
    if (known !== undefined) return known;
    const link = this.causes.link(id);
    const own = evidenceAt(link, this.causes.trace);
    const found = new Map<EffectId, Evidence>();
    for (const cause of link.because) {
      const steps = isDrawn(this.causes.link(cause))
        ? [{ from: cause, evidence: "documented" } as const]
        : this.steps(cause);
      for (const { from, evidence } of steps) if (!found.has(from)) found.set(from, weakest([...own, evidence]));
    }
    const steps = [...found].map(([from, evidence]) => ({ from, evidence }));
    this.#steps.set(id, steps);
    return steps;
  }

  /** The line of first causes, root first, as far as it is drawn; `id` itself last. */
  line(id: EffectId): EffectId[] {
    const line = [id];
    for (let next = this.steps(id)[0]; next !== undefined; next = this.steps(next.from)[0]) line.unshift(next.from);
    return line;
  }
}

/** What has a node of its own. */
export function isDrawn({ effect, entry }: Link): boolean {
  if (effect === null) return entry.happening.kind === "life-event" || entry.happening.kind === "opening";
  switch (effect.kind) {
    case "posting":
      return effect.reason === "rule";
    case "enlisted":
    case "delisted":
    case "class-moved":
    case "imposed":
    case "denied":
    case "struck":
      return true;
    case "lifted":
    case "permitted":
    case "rests":
    case "led":
    case "remarked":
    case "deferred":
    case "lapsed":
      return false;
  }
}

/** How good the ground is for what the rule of a link does; for a class, for where the classes end; for a refusal, for what shuts the door. */
function evidenceAt({ effect }: Link, { rulebook }: Trace): Evidence[] {
  if (effect === null) return [];
  if (effect.kind === "class-moved") {
    const note = rulebook.scoring?.numbers.classes;
    return note === undefined ? [] : [note.evidence];
  }
  if (effect.kind === "denied") return effect.measures.map((rule) => evidenceOf(ruleNamed(rulebook, rule)));
  return "rule" in effect && effect.rule !== null ? [evidenceOf(ruleNamed(rulebook, effect.rule))] : [];
}
