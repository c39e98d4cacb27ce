import type { Fault } from "../fault.ts";
import type { Path } from "../place.ts";

/** Nine digits or more, with up to three signs between one and the next: an identity card, a telephone, an account. */
const NUMBER_OF_SOMEONE = /(?:\d[ .()-]{0,3}){9,}/;
const ADDRESS_OF_SOMEONE = /[^\s@]+@[^\s@]+\.[^\s@]+/;

/** Where a source stands may well hold long numbers. */
const NOT_SEARCHED = new Set(["sources", "$schema"]);

/** Rules are free to edit, but they speak of conduct: what identifies somebody has no place in their words. */
export function identifierFaults(value: unknown, path: Path = []): Fault[] {
  if (typeof value === "string") {
    return NUMBER_OF_SOMEONE.test(value) || ADDRESS_OF_SOMEONE.test(value)
      ? [
          {
            code: "pack/identifies-someone",
            path,
            message:
              "This text holds what looks like somebody's number or address; a rule speaks of conduct, never of anyone.",
            advice: "Take it out: see ETHICS.md.",
          },
        ]
      : [];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => !NOT_SEARCHED.has(key))
    .flatMap(([key, part]) => identifierFaults(part, [...path, Array.isArray(value) ? Number(key) : key]));
}
