import type { FactValue } from "../model/facts.ts";
import type { FactName } from "../model/condition.ts";
import type { RuleId } from "../model/rule.ts";
import type { Month } from "../model/story-time.ts";
import type { Subject } from "../model/trace.ts";
import type { FactRecord } from "../model/verdict.ts";
import type { CircumstanceName, Circumstances } from "../model/vocabulary/circumstances.ts";
import type { Door, Purpose } from "../model/vocabulary/doors.ts";
import type { EventName, LifeEventKind } from "../model/vocabulary/events.ts";
import type { ListId } from "../model/vocabulary/lists.ts";
import type { Grounds } from "./grounds.ts";
import type { OnFile, Points } from "./points.ts";

/** What facts are read off: of a life, what rules may ask about. */
export interface Readable {
  /** The number of the entry in hand. */
  readonly seq: number;
  readonly month: Month;
  readonly conduct: LifeEventKind | null;
  readonly points: Points | null;
  readonly class: { readonly id: string } | null;
  readonly grounds: Grounds;
  readonly measures: ReadonlyMap<RuleId, unknown>;
  readonly circumstances: Circumstances;
  readonly lastHappened: ReadonlyMap<LifeEventKind, { readonly month: Month }>;
  /** Filled anew before each phase. */
  readonly facts: FactRecord;
}

/** What the facts of an event are made of. */
export interface Occurrence extends Subject {
  readonly event: EventName;
  readonly door?: Door;
  readonly purpose?: Purpose;
  readonly denied?: boolean;
}

/** Reads one fact. */
export interface FactReader {
  readonly name: FactName;
  readonly read: (life: Readable, occurrence: Occurrence) => FactValue;
}

/** The facts that the rules to be consulted read, rebuilt before each phase; one record serves a whole life. */
export function factsAt(life: Readable, occurrence: Occurrence, readers: readonly FactReader[]): FactRecord {
  const { facts } = life;
  for (const { name, read } of readers) facts[name] = read(life, occurrence);
  return facts;
}

export function readerOf(name: FactName): FactReader {
  const known = READERS.get(name);
  if (known !== undefined) return known;
  const reader = { name, read: READ[name] ?? particular(name) };
  READERS.set(name, reader);
  return reader;
}

const READERS = new Map<FactName, FactReader>();

const READ: Partial<Record<FactName, FactReader["read"]>> = {
  event: (_, occurrence) => occurrence.event,
  door: (_, occurrence) => occurrence.door ?? null,
  purpose: (_, occurrence) => occurrence.purpose ?? null,
  denied: (_, occurrence) => occurrence.denied ?? false,
  conduct: (_, occurrence) => occurrence.conduct ?? null,
  points: (_, occurrence) => occurrence.points ?? null,
  list: (_, occurrence) => occurrence.list ?? null,
  measure: (_, occurrence) => occurrence.measure ?? null,
  previousClass: (_, occurrence) => occurrence.previousClass ?? null,
  told: (_, occurrence) => occurrence.told ?? null,
  priorCount: (life) => new Set(priorPostings(life, life.conduct).map((posting) => posting.seq)).size,
  score: (life) => life.points?.score ?? null,
  class: (life) => life.class?.id ?? null,
  lists: (life) => life.grounds.lists(),
  measures: (life) => [...life.measures.keys()],
};

/** Facts of which there is one for each circumstance, list or kind of event. */
function particular(name: FactName): FactReader["read"] {
  const [kind, of] = name.split(":") as [string, string];
  switch (kind) {
    case "circumstance":
      return (life) => life.circumstances[of as CircumstanceName];
    case "monthsOnList":
      return (life) => elapsed(life, life.grounds.since(of as ListId));
    case "monthsSince":
      return (life) => elapsed(life, life.lastHappened.get(of as LifeEventKind)?.month ?? null);
    default:
      throw new Error(`no fact ${name}`);
  }
}

function elapsed(life: Readable, since: number | null): number | null {
  return since === null ? null : life.month - since;
}

/** Postings of earlier entries, for the same conduct, that are still on file. */
export function priorPostings(life: Readable, conduct: LifeEventKind | null): OnFile[] {
  if (conduct === null || life.points === null) return [];
  return life.points.outstandingFor(conduct).filter((posting) => posting.seq !== life.seq);
}
