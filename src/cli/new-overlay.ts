import { NUMBER_NAMES, type Rule } from "../model/rule.ts";
import type { Rulebook } from "../model/rulebook.ts";
import { statedParts } from "../report/evidence-wording.ts";

export interface NewOverlay {
  readonly id: string;
  /** Where the schema lies, as seen from the new file. */
  readonly schema: string;
  /** What is edited, as seen from the new file. */
  readonly base: string;
  readonly rulebook: Rulebook;
  /** A rule to begin with. */
  readonly rule: Rule | undefined;
}

/**
 * The text of an overlay to begin with: every key that one may have, those not needed at once as
 * examples in comments, any of which may be used as it is. As it is written, it changes nothing.
 */
export function newOverlayText({ id, schema, base, rulebook, rule }: NewOverlay): string {
  const { title, scoring } = rulebook;
  const keys = {
    $schema: schema,
    kind: "overlay",
    id,
    version: "1",
    title: title.length > 90 ? "My edit" : `My edit of “${title}”`,
    about: "What is changed here, and why.",
    asOf: "never",
    extends: base,
  };
  return `${[
    ...prose(`An edit of “${title}”: the original stays as it is, and every page says what was changed.`, ""),
    ...prose("“demerit check” on this file says whether it can be used; “--rulebook” with this file replays it.", ""),
    ...prose("What you change counts as invented, unless you cite for it: see rules/README.md.", ""),
    "{",
    ...Object.entries(keys).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`),
    ...example("Sources to be cited below, beside those of the packs:", "sources", {
      MINE: { title: "A title", where: "Where it can be found", seen: "whole", places: { "page-one": "p. 1" } },
    }),
    ...example("What no source says:", "unknowns", ["how often this was done"]),
    ...(rule === undefined
      ? example(
          "Rules that are changed, by their ids (“demerit list rules”). What you do not name stays; null takes a key out, or a whole rule.",
          "amend",
          amendExample(rulebook),
        )
      : amendEntry(rule, rulebook)),
    ...example("Rules of your own; they come last:", "add", [addExample(id)]),
    ...(scoring === null
      ? []
      : [
          ...example("Points at the start:", "opening", scoring.opening),
          ...example("Classes, highest first:", "classes", scoring.classes),
          ...example("Where an opening or classes of yours stand in the sources:", "numbers", {
            opening: { evidence: "invented" },
          }),
        ]),
    "}",
  ].join("\n")}\n`;
}

/** The rule as it stands, to be changed, under what speaks for each of its numbers. */
function amendEntry(rule: Rule, rulebook: Rulebook): string[] {
  const { when, then } = rule;
  const cited = { evidence: "reported", citations: ["MINE:page-one"] };
  const numbers = NUMBER_NAMES.filter((name) => name in then);
  return [
    "",
    ...prose("Change what you like. What you leave as it is can be taken out, and stays; null takes a key out."),
    '  "amend": {',
    ...prose(`${rule.title}. As it stands now:`, "    "),
    ...statedParts(rule, rulebook.sources).flatMap((part) => prose(`- ${part}`, "    ")),
    `    ${JSON.stringify(rule.id)}: {`,
    `      "when": ${pretty(when, "      ")},`,
    `      "then": ${pretty(then, "      ")},`,
    ...(numbers.length === 0
      ? []
      : [
          ...prose("Where a changed number stands in the sources; without this it is invented:", "      "),
          ...commented(`"numbers": ${pretty({ [numbers[0]!]: cited }, "")},`, "      "),
        ]),
    "    },",
    ...prose("A rule that is taken out:", "    "),
    ...Object.keys(goneExample(rulebook, rule)).flatMap((id) => commented(`${JSON.stringify(id)}: null,`, "    ")),
    "  },",
  ];
}

function amendExample(rulebook: Rulebook): unknown {
  const { rules } = rulebook;
  const posting = rules.find(({ then }) => then.kind === "post");
  return posting?.then.kind === "post"
    ? {
        [posting.id]: { then: { points: Math.trunc(posting.then.points / 2) || posting.then.points } },
        ...goneExample(rulebook, posting),
      }
    : {
        [rules[0]?.id ?? "pack/rule"]: { told: rules[0]?.told === "reason" ? "nothing" : "reason" },
        ...goneExample(rulebook, rules[0]),
      };
}

/** One that no other rule asks for: a measure may be asked for, and so may a ground. */
function goneExample({ rules }: Rulebook, kept: Rule | undefined): Readonly<Record<string, null>> {
  const gone = rules.findLast(({ id, then: { kind } }) => kind !== "measure" && kind !== "enlist" && id !== kept?.id);
  return gone === undefined ? {} : { [gone.id]: null };
}

function addExample(id: string): unknown {
  return {
    id: `${id}/name-on-file`,
    title: "A red light is published by name",
    when: { all: [{ fact: "event", operator: "equal", value: "red-light" }] },
    then: { kind: "enlist", list: "published-entries", termMonths: 12 },
    evidence: "invented",
    told: "nothing",
  };
}

function example(says: string, key: string, value: unknown): string[] {
  return ["", ...prose(says), ...commented(`${JSON.stringify(key)}: ${pretty(value, "")},`)];
}

function commented(text: string, margin = "  "): string[] {
  return text.split("\n").map((line) => `${margin}// ${line}`);
}

const WIDTH = 100;

/** JSON, an object or array on one line where it fits. */
function pretty(value: unknown, margin: string): string {
  const inline = JSON.stringify(value, null, 1).replaceAll(/\n\s*/g, " ");
  if (typeof value !== "object" || value === null || margin.length + inline.length <= WIDTH - 20) return inline;
  const deeper = `${margin}  `;
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  const parts = Array.isArray(value)
    ? value.map((part) => pretty(part, deeper))
    : Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${pretty(part, deeper)}`);
  return `${open}\n${parts.map((part) => `${deeper}${part}`).join(",\n")}\n${margin}${close}`;
}

/** A comment; a text from a file may have line ends in it, and must not leave the comment by one. */
function prose(text: string, margin = "  "): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`${margin}// ${word}`);
  }
  return lines;
}
