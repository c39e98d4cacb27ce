/** A small pack with one of everything. Invented from end to end. */
export const PACK = `// A toy.
{
  "kind": "pack",
  "id": "toy",
  "version": "1",
  "title": "A toy rule book",
  "about": "Made up for the tests.",
  "asOf": "never",
  "scoring": {
    "opening": 100,
    "classes": [
      { "id": "A", "label": "good", "min": 90 },
      { "id": "B", "label": "middling", "min": 60 },
      { "id": "C", "label": "bad", "min": null }
    ],
    "assigned": "at-once"
  },
  "sources": {
    "gazette": {
      "title": "A gazette",
      "seen": "whole",
      "places": { "art-1": "art. 1", "art-2": "art. 2", "art-3": "art. 3", "art-4": "art. 4", "art-5": "art. 5", "art-6": "art. 6", "art-7": "art. 7", "art-8": "art. 8", "art-9": "art. 9" }
    }
  },
  "questions": {
    "amount": {
      "asks": "How many?",
      "answers": {
        "ten": { "says": "ten" },
        "twenty": { "says": "twenty", "citations": [], "amend": { "toy/red-light": { "then": { "points": -20 } } } }
      },
      "default": "ten"
    }
  },
  "rules": [
    {
      "id": "toy/red-light",
      "title": "A red light",
      "when": { "all": [
        { "fact": "event", "operator": "equal", "value": "red-light" },
        { "fact": "priorCount", "operator": "lessThan", "value": 3 },
      ] },
      "then": { "kind": "post", "points": -10, "expiresAfterMonths": 24 },
      "evidence": "reported",
      "citations": ["gazette:art-7"],
      "told": "nothing"
    },
    {
      "id": "toy/no-train",
      "title": "No train",
      "when": { "not": { "fact": "class", "operator": "in", "value": ["A", "B"] } },
      "then": { "kind": "measure", "closes": ["high-speed-rail"] },
      "evidence": "invented",
      "told": "outcome"
    },
    {
      "id": "toy/late",
      "title": "Late for work",
      "when": { "all": [
        { "fact": "event", "operator": "equal", "value": "attempt" },
        { "fact": "denied", "operator": "equal", "value": true }
      ] },
      "then": { "kind": "lead", "event": "shift-missed" },
      "evidence": "invented",
      "told": "outcome"
    }
  ]
}
`;

export const PERSONA = `{
  "kind": "persona",
  "id": "toy-person",
  "name": "luo-min",
  "circumstances": { "work": "employed" },
  "timeline": [
    { "at": "Y1-02", "event": "red-light" },
    { "at": "Y1-03", "attempt": "high-speed-rail", "purpose": "work", "occasionedBy": 1 },
    { "at": "Y1-03", "attempt": "air-travel" }
  ]
}
`;

export const RULEBOOK = `{
  "kind": "rulebook",
  "id": "toys",
  "title": "Toys",
  "warning": "Toys: nobody lived under exactly these rules together.",
  "packs": ["toy", "other-toy"]
}
`;

/** Laid over the toy pack: it changes one rule, and leaves another as it is. */
export const OVERLAY = `{
  "kind": "overlay",
  "id": "milder",
  "version": "1",
  "title": "Milder",
  "about": "Made up for the tests.",
  "asOf": "never",
  "extends": "toy",
  "sources": { "almanac": { "title": "An almanac", "seen": "whole", "places": { "p-1": "p. 1" } } },
  "amend": {
    "toy/red-light": { "then": { "points": -5 } },
    "toy/late": null
  },
  "add": [
    {
      "id": "milder/praise",
      "title": "Praise",
      "when": { "all": [{ "fact": "event", "operator": "equal", "value": "charity" }] },
      "then": { "kind": "post", "points": 10 },
      "evidence": "reported",
      "citations": ["gazette:art-9"],
      "told": "reason"
    }
  ]
}
`;

/** `text` with `from`, which must stand in it exactly once, made into `to`. */
export function edited(text: string, from: string, to: string): string {
  const parts = text.split(from);
  if (parts.length !== 2) throw new Error(`“${from}” stands ${parts.length - 1} times in the sample`);
  return parts.join(to);
}
