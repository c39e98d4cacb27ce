import { leavesOf } from "../model/condition.ts";
import { NUMBER_NAMES, type NumberName, type Rule } from "../model/rule.ts";
import { type Check, note } from "./locator.ts";

/** Every number has a standing of its own in the sources, unless the whole rule is invented. */
export const numberNotes: Check = ({ rules }, locate) =>
  rules.flatMap((rule) => {
    const present = NUMBER_NAMES.filter((name) => hasNumber(rule, name));
    const noted = NUMBER_NAMES.filter((name) => rule.numbers?.[name] !== undefined);
    return [
      ...present
        .filter((name) => !noted.includes(name) && rule.evidence !== "invented")
        .map((name) =>
          note(
            "number-without-note",
            locate(rule.id, name === "when" ? ["when"] : ["then", name]),
            `“${rule.title}” does not say where its ${name === "when" ? "condition's number" : `“${name}”`} comes from; it is taken to be as sure as the rule.`,
            `Add “numbers”: { "${name}": { "evidence": …, "citations": […] } }.`,
          ),
        ),
      ...noted
        .filter((name) => !mayHaveNote(rule, name))
        .map((name) =>
          note(
            "note-without-number",
            locate(rule.id, ["numbers", name]),
            `The note is on “${name}”, and the rule has no such number.`,
            "Take the note out, or move it to the reading that brings the number.",
          ),
        ),
    ];
  });

function hasNumber({ then, when }: Rule, name: NumberName): boolean {
  return name === "when" ? leavesOf(when).some(({ value }) => typeof value === "number") : name in then;
}

/** That there is no end is a statement too, and may have a note. */
function mayHaveNote(rule: Rule, name: NumberName): boolean {
  return hasNumber(rule, name) || (name === "termMonths" && rule.then.kind === "enlist");
}
