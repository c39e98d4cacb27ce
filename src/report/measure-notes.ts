import { graphOf } from "../analysis/graph/graph.ts";
import { mostOf } from "../analysis/knowledge.ts";
import { knownTo } from "../analysis/readers.ts";
import { type Measure, type Rule, type RuleId, TOLD, type Told } from "../model/rule.ts";
import { ruleNamed } from "../model/rulebook.ts";
import type { Effect, Entry, Trace } from "../model/trace.ts";
import type { Door } from "../model/vocabulary/doors.ts";
import { cause, named, note, type Note, outcome } from "./note.ts";
import { evidenceSays, levelOf } from "./rule-evidence.ts";
import { type Telling, under } from "./telling.ts";
import { doorName, entryOf, listed, measureSays, sourcesOf, toldSays } from "./wording.ts";

type Changed = Extract<Effect, { kind: "imposed" | "lifted" }>;
type What = "closes" | "scrutinises" | "prefers";

/** One measure that comes into force or ends. The person is never told of it by its rule alone, but by its doors. */
export function measureNote(effect: Effect, telling: Telling): Note[] {
  if (effect.kind !== "imposed" && effect.kind !== "lifted") return [];
  const rule = ruleNamed(telling.trace.rulebook, effect.rule);
  const does = measureSays(rule.then as Measure);
  const title = named(rule.title, { person: ` (“${rule.title}”)` });
  if (effect.kind === "lifted")
    return [note("open", [outcome("Ends: ", { person: `No longer: ${does}` }), title], { knownTo: knownTo(effect) })];
  const from = listed([...new Set(graphOf(telling.trace).node(effect.id).causes.map(entryOf))]);
  return [
    note(
      kindOf(rule.then as Measure),
      [
        outcome("In force: ", { person: `From now on: ${does}` }),
        title,
        outcome(` (${does})`, { person: "" }),
        cause(`, from ${from}`),
      ],
      under(rule, effect, telling),
    ),
  ];
}

function kindOf({ closes, scrutinises }: Measure): Note["kind"] {
  return closes !== undefined ? "shut" : scrutinises !== undefined ? "scrutiny" : "priority";
}

/** Where not everything is shown, what measures did is told by door: which are now shut, which are open again; apart by how much the person was told. */
export function groupedMeasures(entry: Entry, telling: Telling): Note[] {
  const { trace } = telling;
  const before = entry.seq === 0 ? trace.opening.measures : trace.entries[entry.seq - 1]!.after.measures;
  return (["closes", "scrutinises", "prefers"] as const).flatMap((what) => {
    const was = doorsBy(trace, before, what);
    const is = doorsBy(trace, entry.after.measures, what);
    const [begins, ends, kind] = GROUPED[what];
    const imposed = changes(entry, "imposed", what, trace);
    const lifted = changes(entry, "lifted", what, trace);
    const begun = byTold(
      [...is].filter((door) => !was.has(door)),
      imposed,
      what,
      trace,
    );
    const ended = byTold(
      [...was].filter((door) => !is.has(door)),
      lifted,
      what,
      trace,
    );
    return [
      ...begun.map(({ told, doors, rules }) =>
        note(kind, [...doorParts(begins, doors, entry, telling), ...titlesFor(rules, told)], {
          ...grounds(rules, told),
          knownTo: { clerk: "outcome", person: told },
        }),
      ),
      ...ended.map(({ told, doors, rules }) =>
        note(
          what === "closes" ? "open" : kind,
          [...doorParts(ends, doors, entry, telling), ...titlesFor(rules, told)],
          { knownTo: { clerk: "outcome", person: told } },
        ),
      ),
    ];
  });
}

const GROUPED = {
  closes: ["Now shut", "Open again", "shut"],
  scrutinises: ["Stricter checks from now on", "No stricter checks any more", "scrutiny"],
  prefers: ["Put first", "No longer put first", "priority"],
} as const;

interface Group {
  readonly told: Told;
  readonly doors: readonly Door[];
  readonly rules: readonly Rule[];
}

function byTold(doors: readonly Door[], effects: readonly Changed[], what: What, trace: Trace): Group[] {
  const rulesAt = (told: Told): Rule[] =>
    effects.filter((effect) => effect.told === told).map(({ rule }) => ruleNamed(trace.rulebook, rule));
  const toldOf = (door: Door): Told =>
    mostOf(TOLD.filter((told) => rulesAt(told).some(({ then }) => (then as Measure)[what]?.includes(door))));
  return TOLD.flatMap((told) => {
    const mine = doors.filter((door) => toldOf(door) === told);
    return mine.length === 0 ? [] : [{ told, doors: mine, rules: rulesAt(told) }];
  });
}

/** To the person the doors are always named in full: the entry that names them may not be on their page. */
function doorParts(begins: string, names: readonly Door[], { seq }: Entry, { listedDoors }: Telling) {
  const text = [...names].sort().map(doorName).join(" · ");
  const first = listedDoors.get(text);
  listedDoors.set(text, first ?? seq);
  const shortly =
    first !== undefined && first !== seq && names.length > 3 ? `the ${names.length} doors named at #${first}` : text;
  return [outcome(`${begins}: ${shortly}`, { person: `${begins}: ${text}` })];
}

function titlesFor(rules: readonly Rule[], told: Told) {
  return told === "reason" ? [named("", { person: ` (${listed(rules.map(({ title }) => `“${title}”`))})` })] : [];
}

function changes(entry: Entry, kind: Changed["kind"], what: What, trace: Trace): Changed[] {
  return entry.effects.filter(
    (effect): effect is Changed =>
      effect.kind === kind && (ruleNamed(trace.rulebook, effect.rule).then as Measure)[what] !== undefined,
  );
}

function doorsBy(trace: Trace, measures: readonly RuleId[], what: What): Set<Door> {
  return new Set(measures.flatMap((id) => (ruleNamed(trace.rulebook, id).then as Measure)[what] ?? []));
}

function grounds(rules: readonly Rule[], told: Told): Pick<Note, "evidence" | "telling"> {
  const [only] = rules;
  return {
    evidence: rules.length === 1 ? `“${only!.title}” · ${evidenceSays(only!)}` : jointly(rules),
    telling: toldSays(told, false, only),
  };
}

function jointly(rules: readonly Rule[]): string {
  const sources = [...new Set(rules.flatMap(sourcesOf))];
  const cited = sources.length === 0 ? "" : ` [${sources.join(", ")}]`;
  const edited = rules.filter(({ amended }) => amended !== undefined).length;
  return `${rules.length} rules${edited === 0 ? "" : `, ${edited} of them amended`} · ${levelOf(...rules)}${cited}`;
}
