import type * as z from "zod";
import type { Parsed } from "../model/problem.ts";
import { type Fault, placed } from "./fault.ts";
import { type Document, parseJsonc } from "./jsonc.ts";
import { type Kind, KINDS } from "./kind.ts";
import { Part, Shape } from "./meaning/part.ts";
import { shapeFaults } from "./schema/shape.ts";

/** A file as its schema describes it, with the way back to its places. */
export interface Read<F> {
  readonly file: F;
  readonly document: Document;
}

/**
 * Text to a value whose shape and meaning are right, or all problems at once. `meaning` gets to see
 * only what the schema has passed.
 */
export function readFile<S extends z.ZodType>(
  text: string,
  file: string,
  kind: Kind,
  schema: S,
  meaning: (file: Part<z.infer<S>>) => Fault[],
): Parsed<Read<z.infer<S>>> {
  const parsed = parseJsonc(text, file);
  if (!parsed.ok) return parsed;
  const document = parsed.value;
  const other = otherKind(document.value, kind);
  // Read as what it is not, it would be wrong in every line.
  if (other !== undefined) return { ok: false, problems: placed([other], document.locate) };
  const shape = shapeFaults(schema, document.value, kind);
  const faults = [...shape, ...meaning(new Part<z.infer<S>>(document.value, new Shape(shape)))];
  if (faults.length > 0) return { ok: false, problems: placed(faults, document.locate) };
  return { ok: true, value: { file: document.value as z.infer<S>, document }, notes: [] };
}

function otherKind(value: unknown, kind: Kind): Fault | undefined {
  const said = isObject(value) ? value["kind"] : undefined;
  if (said === kind || !KINDS.some((known) => known === said)) return undefined;
  return {
    code: `${kind}/wrong-kind`,
    path: ["kind"],
    message: `This file is ${withArticle(said as Kind)}, and ${withArticle(kind)} is wanted here.`,
    advice: `Name ${withArticle(kind)} instead.`,
  };
}

function withArticle(kind: Kind): string {
  if (kind === "decisions") return "a list of decisions";
  if (kind === "words") return "a list of words";
  return kind === "overlay" ? "an overlay" : `a ${kind}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
