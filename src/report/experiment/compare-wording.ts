import type { ComparedLife, Comparison } from "../../analysis/questions/compare.ts";
import { touchesHarm } from "../../analysis/experiment.ts";
import { HARM_KINDS, harmCounts } from "../../analysis/outcome.ts";
import type { RuleId } from "../../model/rule.ts";
import { ruleNamed, type Rulebook } from "../../model/rulebook.ts";
import type { Month } from "../../model/story-time.ts";
import type { Entry } from "../../model/trace.ts";
import type { Section } from "../section.ts";
import { allOf, capital, citationSays, count, happeningNoun, linkSays, listed, monthSays, whole } from "../wording.ts";
import { editsSay, evidenceOfEdited } from "./edit-wording.ts";
import { changeSays, countsSay, HARM_SAYS, harmTotal, movesSay, nameOf, totalOf } from "./harm-wording.ts";
import type { Answer } from "./page.ts";

export function comparisonAnswer(experiment: Comparison): Answer {
  const { variant, edits, lives, rulebook, baseline, personas } = experiment;
  const evidence = { baseline: evidenceOfEdited(edits, "was"), variant: evidenceOfEdited(edits, "is") };
  return {
    title: `${rulebook.title}, beside ${variant.title}`,
    tried: `${count(personas.length, "life", "lives")} lived under both rulebooks; the second is ${variant.id}, digest ${variant.digest.slice(0, 12)}`,
    sections: [
      ...overlays(rulebook, variant),
      {
        heading: "What is edited",
        sentences: edits.length === 0 ? ["Nothing: the two rulebooks say the same."] : editsSay(edits),
        table: null,
      },
      ...outcomeSections(experiment),
    ],
    beside: variant,
    rules: edits.flatMap((edit) =>
      edit.kind === "scoring" ? [] : edit.kind === "changed" ? [edit.was.id] : [edit.rule.id],
    ),
    scoring: edits.flatMap((edit) => (edit.kind === "scoring" ? [edit.part] : [])),
    records: {
      columns: [
        "persona",
        "rulebook",
        "evidence",
        "attempts",
        "refusals",
        "months shut",
        "losses",
        "score",
        "lowest",
        "class",
        "worst class",
      ],
      rows: personas.flatMap(({ id }, at) =>
        (
          [
            ["baseline", baseline[at]!],
            ["variant", lives[at]?.outcome ?? baseline[at]!],
          ] as const
        ).map(([which, outcome]) => {
          const { denied, months, losses } = harmCounts(outcome);
          return [
            id,
            which,
            evidence[which],
            outcome.tried,
            denied,
            months,
            losses,
            outcome.score,
            outcome.lowest,
            outcome.class,
            outcome.worst,
          ];
        }),
      ),
    },
  };
}

/** What is spared and what is not: over all, for each whose life changes, and who is untouched, if anybody. */
export function outcomeSections(experiment: Comparison): Section[] {
  const touched = experiment.lives.filter((life) => life !== null);
  return [
    spared(experiment, touched),
    ...touched.map((life) => lifeSection(experiment, life)),
    ...untouched(experiment),
  ];
}

/** What the overlays say of themselves: what they are, how well that is attested, and what is not known. */
function overlays(rulebook: Rulebook, variant: Rulebook): Section[] {
  const before = new Set(rulebook.packs.map(({ id }) => id));
  return variant.packs.flatMap(({ id, title, about, asOf, unknowns, rests }): Section[] =>
    rests === undefined || before.has(id)
      ? []
      : [
          {
            heading: title,
            sentences: [
              about,
              `${asOf === "never" ? "" : `As of ${asOf}. `}The edit as a whole: ${rests.evidence}${
                rests.citations.length === 0
                  ? ""
                  : `; ${rests.citations.map((each) => citationSays(each, variant.sources)).join("; ")}`
              }.`,
              ...(unknowns.length === 0 ? [] : [`Not known: ${unknowns.join("; ")}.`]),
            ],
            table: null,
          },
        ],
  );
}

/** What is spared and what is not, over all who were asked about; kind by kind. */
function spared({ baseline, lives }: Comparison, touched: readonly ComparedLife[]): Section {
  const before = totalOf(baseline);
  const gone = harmTotal(touched.map(({ vanished }) => vanished));
  const fresh = harmTotal(touched.map(({ appeared }) => appeared));
  return {
    heading: "What it spares, and what it does not",
    sentences: [
      whomSays(lives.length, touched.filter(touchesHarm).length, touched.length),
      "A harm that comes in another month counts as one gone and one new.",
    ],
    table: {
      head: ["harm", "before", "gone", "new", "left"],
      rows: HARM_KINDS.map((kind) => [
        HARM_SAYS[kind],
        whole(before[kind]),
        whole(gone[kind]),
        whole(fresh[kind]),
        whole(before[kind] - gone[kind] + fresh[kind]),
      ]),
    },
  };
}

/** For how many some harm changes, for how many only something else, and for how many nothing. */
function whomSays(all: number, harmed: number, touched: number): string {
  const people = (some: number): string =>
    all === 1 ? "this person" : some === all ? allOf(all, "person", "people") : `${whole(some)} of ${all} people`;
  const first = harmed === 0 ? "No harm vanishes or appears." : `For ${people(harmed)} some harm vanishes or appears.`;
  const others = [
    ...(touched > harmed ? [`for ${people(touched - harmed)} only something else changes`] : []),
    ...(all > touched ? [`${people(all - touched)} ${all - touched === 1 ? "lives" : "live"} exactly as before`] : []),
  ];
  return others.length === 0 ? first : `${first} ${capital(others.join("; "))}.`;
}

function lifeSection(experiment: Comparison, life: ComparedLife): Section {
  const { rulebook, variant, baseline, personas } = experiment;
  const before = baseline[personas.findIndex(({ id }) => id === life.persona)]!;
  const left = harmCounts(life.outcome);
  const says = changeSays(life, before);
  return {
    heading: `${nameOf(experiment, life.persona)} (${life.persona})`,
    sentences: [
      ...(touchesHarm(life) ? [`${movedSays(life)}. Left: ${countsSay(left)}.`] : []),
      ...(says === "" ? [] : [`${capital(says)}.`]),
      ...measures("No longer in force", rulebook, life.spared),
      ...measures("Newly in force", variant, life.imposed),
      partingSays(life, experiment),
    ],
    table: null,
  };
}

/** `Refusals −4, months −23, losses −7 +2`; kinds in which nothing moves are left out. */
function movedSays({ vanished, appeared }: ComparedLife): string {
  const cells = movesSay(harmTotal([vanished]), harmTotal([appeared]));
  const moved = ["refusals", "months", "losses"].flatMap((kind, at) =>
    cells[at] === "·" ? [] : [`${kind} ${cells[at]}`],
  );
  return capital(moved.join(", "));
}

function measures(says: string, rulebook: Rulebook, ids: readonly RuleId[]): string[] {
  return ids.length === 0 ? [] : [`${says}: ${listed(ids.map((id) => ruleNamed(rulebook, id).title))}.`];
}

function partingSays({ parting: { before, after } }: ComparedLife, { rulebook, variant }: Comparison): string {
  const first = (before ?? after)!;
  const was = before === null ? null : cameOf(before, rulebook, first.month);
  const is = after === null ? null : cameOf(after, variant, first.month);
  const parts =
    was !== null && is !== null && was.says === is.says && was.came.join() === is.came.join()
      ? `${was.says}, ${otherwise(before!, after!)}`
      : `before, ${differing(was, is)}; now, ${differing(is, was)}`;
  return `The lives part at #${first.seq}, ${monthSays(first.month)}: ${parts}.`;
}

/** In what two entries differ that are about the same and bring the same. */
function otherwise(before: Entry, after: Entry): string {
  if (before.after.score !== after.after.score)
    return `with ${whole(after.after.score ?? 0)} points, not ${whole(before.after.score ?? 0)}`;
  for (const [at, effect] of before.effects.entries()) {
    const [was, is] = [endOf(effect), endOf(after.effects[at])];
    if (was !== is) return `until ${is ?? "no end"}, not ${was ?? "no end"}`;
  }
  return "for other reasons or told otherwise";
}

/** When what an effect does ends or comes due. */
function endOf(effect: Entry["effects"][number] | undefined): string | null {
  const end =
    effect?.kind === "posting"
      ? effect.expires
      : effect?.kind === "enlisted"
        ? effect.until
        : effect?.kind === "led" || effect?.kind === "deferred"
          ? effect.due
          : null;
  if (end === "unknown") return "an end that is not known";
  return end === null ? null : monthSays(end);
}

/** What an entry is about, and what came of it, in a few words each. */
interface Came {
  readonly says: string;
  readonly came: readonly string[];
}

function cameOf(entry: Entry, rulebook: Rulebook, beside: Month): Came {
  const when = entry.month === beside ? "" : ` in ${monthSays(entry.month)}`;
  const measures = (kind: "imposed" | "lifted", says: string): string[] => {
    const titles = entry.effects.flatMap((each) => (each.kind === kind ? [ruleNamed(rulebook, each.rule).title] : []));
    return titles.length > MOST_NAMED
      ? [`${titles.length} measures ${says}`]
      : titles.map((title) => `“${title}” ${says}`);
  };
  return {
    says: `${happeningNoun(entry.happening)}${when}`,
    came: [
      ...entry.effects.flatMap((effect) =>
        effect.kind === "imposed" ? [] : (linkSays({ entry, effect }, { rulebook }) ?? []),
      ),
      ...measures("imposed", "in force"),
      ...measures("lifted", "no longer in force"),
    ],
  };
}

/** More measures than these are counted, not named. */
const MOST_NAMED = 3;

/** Only what the other does not have too, where both are about the same. */
function differing(one: Came | null, other: Came | null): string {
  if (one === null) return "nothing more happens";
  const shared = other?.says === one.says ? other.came : [];
  const own = one.came.filter((each) => !shared.includes(each));
  return own.length === 0 ? `${one.says}${shared.length > 0 ? " without that" : ""}` : `${one.says}: ${listed(own)}`;
}

/** Nothing, where there is nobody. */
function untouched(experiment: Comparison): Section[] {
  const names = experiment.personas
    .filter((_, at) => experiment.lives[at] === null)
    .map(({ id }) => `${nameOf(experiment, id)} (${id})`);
  if (names.length === 0) return [];
  return [
    { heading: "Who is untouched", sentences: [`${listed(names)}: the same life, entry by entry.`], table: null },
  ];
}
