import type { FactName, FactValue } from "../model/facts.ts";
import type { Subject } from "../model/trace.ts";
import type { FactRecord } from "../model/verdict.ts";
import type { CircumstanceName } from "../model/vocabulary/circumstances.ts";
import type { Door, Purpose } from "../model/vocabulary/doors.ts";
import type { EventName, LifeEventKind } from "../model/vocabulary/events.ts";
import type { ListId } from "../model/vocabulary/lists.ts";
import type { Life } from "./life.ts";
import type { OnFile } from "./points.ts";

/** What the facts of an event are made of. */
export interface Occurrence extends Subject {
  readonly event: EventName;
  readonly door?: Door;
  readonly purpose?: Purpose;
  readonly denied?: boolean;
}

/** The facts that some rule reads, flat and complete, rebuilt before each phase. */
export function factsAt(life: Life, occurrence: Occurrence): FactRecord {
  const facts = {} as FactRecord;
  for (const name of life.prepared.factsRead) facts[name] = factAt(life, occurrence, name);
  return facts;
}

function factAt(life: Life, occurrence: Occurrence, name: FactName): FactValue {
  switch (name) {
    case "event": return occurrence.event;
    case "door": return occurrence.door ?? null;
    case "purpose": return occurrence.purpose ?? null;
    case "denied": return occurrence.denied ?? false;
    case "conduct": return occurrence.conduct ?? null;
    case "points": return occurrence.points ?? null;
    case "list": return occurrence.list ?? null;
    case "measure": return occurrence.measure ?? null;
    case "previousClass": return occurrence.previousClass ?? null;
    case "priorCount": return new Set(priorPostings(life, life.conduct).map((posting) => posting.seq)).size;
    case "score": return life.points?.score ?? null;
    case "class": return life.class?.id ?? null;
    case "lists": return life.grounds.lists();
    case "measures": return [...life.measures.keys()];
    default: return particular(life, name);
  }
}

/** Facts of which there is one for each circumstance, list or kind of event. */
function particular(life: Life, name: FactName): FactValue {
  const [kind, of] = name.split(":") as [string, string];
  switch (kind) {
    case "circumstance": return life.circumstances[of as CircumstanceName];
    case "monthsOnList": return elapsed(life, life.grounds.since(of as ListId));
    case "monthsSince": return elapsed(life, life.lastHappened.get(of as LifeEventKind)?.month ?? null);
    default: throw new Error(`no fact ${name}`);
  }
}

function elapsed(life: Life, since: number | null): number | null {
  return since === null ? null : life.month - since;
}

/** Postings of earlier entries, for the same conduct, that are still on file. */
export function priorPostings(life: Life, conduct: LifeEventKind | null): OnFile[] {
  if (conduct === null || life.points === null) return [];
  return life.points.outstandingFor(conduct).filter((posting) => posting.seq !== life.seq);
}
