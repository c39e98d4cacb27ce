import { FACTS, type Fact } from "../../model/facts.ts";
import { sourceOf } from "../../model/citation.ts";
import type { Measure, Rule } from "../../model/rule.ts";
import type { Rulebook } from "../../model/rulebook.ts";
import { DOORS } from "../../model/vocabulary/doors.ts";
import { EVENTS, INTERNAL_EVENTS } from "../../model/vocabulary/events.ts";
import { NAMES } from "../../model/vocabulary/names.ts";
import type { Stated } from "../../model/vocabulary/stated.ts";
import { sourceSays } from "../../report/sources.ts";
import { thenSays } from "../../report/then-wording.ts";
import { definitions } from "../../report/text/definitions.ts";
import { chosenSays } from "../../report/evidence-wording.ts";
import { evidenceSays, groundSays } from "../../report/rule-evidence.ts";
import { measureSays } from "../../report/wording.ts";
import { catalogue, rulesFile, shippedOverlays, shippedPersonas, shippedRules } from "../library.ts";
import { kindOf } from "../../load/kind.ts";
import { parseOverlay } from "../../load/overlay.ts";
import type { Listable } from "../listable.ts";
import { shippedPersona } from "../personas.ts";
import { resolveRulebook } from "../rulebook-expression.ts";
import { refuseBadDestination, writeDocument } from "../output.ts";
import type { FormatOf, Output } from "../outputs.ts";
import { styleOfOutput } from "../terminal.ts";
import { type UsableRulebook, usableRulebook } from "../usable-rulebook.ts";

export interface ListCommand extends Output<FormatOf<"list">> {
  readonly rulebook: string;
  /** Answers to open questions, `question=answer`. */
  readonly reading?: readonly string[] | undefined;
}

interface Listing {
  /** A name, and what is said of it. */
  readonly rows: readonly (readonly string[])[];
  readonly json: unknown;
}

/** `demerit list`: what there is. */
export async function listCommand(what: Listable, options: ListCommand): Promise<number> {
  refuseBadDestination(options);
  const listing = await listingOf(what, () => usableRulebook(options.rulebook, options.color, options.reading));
  const document =
    options.format === "json"
      ? JSON.stringify(listing.json, null, 2)
      : definitions(listing.rows, styleOfOutput(options)).join("\n");
  writeDocument(`${document}\n`, options);
  return 0;
}

async function listingOf(what: Listable, usable: () => Promise<UsableRulebook>): Promise<Listing> {
  switch (what) {
    case "personas":
      return personas();
    case "rulebooks":
      return stacks("rulebook");
    case "packs":
      return stacks("pack");
    case "overlays":
      return overlays();
    case "rules":
      return rules(await usable());
    case "facts":
      return of(FACTS, (fact) => [fact.name, fact.says, factType(fact)]);
    case "events":
      return events();
    case "doors":
      return doors((await usable()).rulebook);
    case "measures":
      return of((await usable()).rulebook.rules.filter(isMeasure), (rule) => [
        rule.id,
        measureSays(rule.then as Measure),
        evidenceSays(rule),
      ]);
    case "questions":
      return questions((await usable()).rulebook);
    case "sources":
      return of(Object.entries((await usable()).rulebook.sources), ([key, source]) => [key, sourceSays(source)]);
  }
}

function of<T>(items: readonly T[], row: (item: T) => readonly string[]): Listing {
  return { rows: items.map(row), json: items };
}

/** The rules, each with the personas that trigger it; their lives are replayed only for this. */
async function rules({ rulebook, memory }: UsableRulebook): Promise<Listing> {
  const personas = await Promise.all(shippedPersonas().map(shippedPersona));
  const users = await (await import("../rule-users.ts")).usersAmong(personas, rulebook, memory);
  const items = rulebook.rules.map((rule) => ({ ...rule, triggeredBy: users.get(rule.id) ?? [] }));
  const by = (ids: readonly string[]): string =>
    ids.length === personas.length ? "all" : ids.length === 0 ? "none" : ids.join(", ");
  return of(items, (rule) => [
    rule.id,
    `${rule.title}: ${thenSays(rule.then)}`,
    evidenceSays(rule),
    `triggered by ${by(rule.triggeredBy)}`,
  ]);
}

function isMeasure(rule: Rule): boolean {
  return rule.then.kind === "measure";
}

async function personas(): Promise<Listing> {
  const known = catalogue();
  const items = (await Promise.all(shippedPersonas().map(shippedPersona))).map((persona) => {
    const { id } = persona;
    return {
      id,
      name: `${NAMES[persona.name].latin} ${NAMES[persona.name].chinese}`,
      events: persona.timeline.length,
      ...known[id],
    };
  });
  return of(items, ({ id, name, title, exposes }) => [id, `${title ?? ""} (${name}, invented)`, exposes ?? ""]);
}

function stacks(kind: "pack" | "rulebook"): Listing {
  const items = shippedRules()
    .filter((id) => kindOf(rulesFile(id).text) === kind)
    .map((id) => {
      const { rulebook, packs } = resolveRulebook(id);
      const [first] = packs;
      const rules = packs.reduce((sum, { pack }) => sum + pack.rules.length, 0);
      return {
        id,
        title: rulebook?.title ?? first?.pack.title ?? id,
        rules,
        packs: packs.map(({ pack }) => pack.id),
        about: kind === "pack" ? (first?.pack.about ?? "") : (rulebook?.warning ?? ""),
      };
    });
  return of(items, ({ id, title, rules, about }) => [id, `${title} (${rules} rules)`, about]);
}

function overlays(): Listing {
  const items = shippedOverlays().flatMap((id) => {
    const { name, text } = rulesFile(id);
    const parsed = parseOverlay(text, name);
    if (!parsed.ok) return [];
    const { title, about, extends: base, amend, add } = parsed.value.overlay;
    const gone = Object.values(amend).filter((patch) => patch === null).length;
    const counts = { changes: Object.keys(amend).length - gone, drops: gone, adds: add.length };
    return [{ id, title, extends: base, ...counts, about }];
  });
  return of(items, ({ id, title, extends: base, changes, drops, adds, about }) => [
    id,
    `${title} (over ${base}: ${changes} changed, ${drops} dropped, ${adds} added)`,
    about,
  ]);
}

/** What sources differ on; each answer by the label that `--reading` takes. */
function questions(rulebook: Rulebook): Listing {
  const here = (id: string): string => {
    const ground = chosenSays(rulebook, id);
    return ground === null ? " (here)" : ` (here: ${ground})`;
  };
  const items = Object.entries(rulebook.questions).map(([id, question]) => ({ id, ...question }));
  return of(items, ({ id, asks, answers, default: inForce }) => [
    id,
    asks,
    ...Object.entries(answers).map(([label, says]) => `${label}${label === inForce ? here(id) : ""}: ${says}`),
  ]);
}

function factType({ type }: Fact): string {
  switch (type.type) {
    case "flag":
      return "true or false";
    case "integer":
      return `whole ${type.unit}${type.nullable ? ", or null" : ""}`;
    case "choice":
      return `${choices(type.values)}${type.nullable ? ", or null" : ""}`;
    case "set":
      return `any of: ${choices(type.values)}`;
  }
}

function choices(values: readonly string[] | "classes" | "rules"): string {
  if (values === "classes") return "a class of the rulebook";
  if (values === "rules") return "the id of a measure";
  return values.length > 8 ? `one of ${values.length} (see the other lists)` : values.join(", ");
}

function events(): Listing {
  const life = Object.entries(EVENTS).map(([id, kind]) => ({ id, ...kind, says: kind.noun }));
  const others = [
    { id: "attempt", group: "attempt", says: "trying a door" },
    ...Object.entries(INTERNAL_EVENTS).map(([id, { noun }]) => ({ id, group: "internal", says: noun })),
  ];
  const items: readonly EventItem[] = [...life, ...others];
  return of(items, ({ id, group, says, ...stated }) => [id, `${group}: ${says}`, ...groundOf(stated)]);
}

interface EventItem extends Partial<Stated> {
  readonly id: string;
  readonly group: string;
  readonly says: string;
}

/** `reported [CD10]`; nothing of what the replay itself announces. */
function groundOf({ evidence, citations = [] }: Partial<Stated>): string[] {
  return evidence === undefined ? [] : [groundSays(evidence, [...new Set(citations.map(sourceOf))])];
}

function doors(rulebook: Rulebook): Listing {
  const items = Object.entries(DOORS).map(([id, { name, evidence, citations = [] }]) => ({
    id,
    name,
    evidence,
    citations,
    closedBy: rulebook.rules
      .filter(({ then }) => then.kind === "measure" && then.closes?.some((door) => door === id) === true)
      .map((rule) => rule.id),
    permittedBy: rulebook.rules.flatMap((rule) =>
      rule.then.kind === "permit" && rule.then.door === id ? [rule.id] : [],
    ),
  }));
  return of(items, ({ id, name, closedBy, permittedBy, ...stated }) => [
    id,
    name,
    ...groundOf(stated),
    closedBy.length === 0 ? "nothing here shuts it" : `shut by ${closedBy.join(", ")}`,
    ...(permittedBy.length === 0 ? [] : [`permitted by ${permittedBy.join(", ")}`]),
  ]);
}
