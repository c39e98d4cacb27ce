import { parseTree } from "jsonc-parser";
import type * as z from "zod";
import { NOTICE } from "../model/notice.ts";
import type { Persona } from "../model/persona.ts";
import type { Rule } from "../model/rule.ts";
import type { Rulebook } from "../model/rulebook.ts";
import type { Parsed, Problem } from "../model/problem.ts";
import { type Trace, TRACE_VERSION } from "../model/trace.ts";
import { SCORING } from "./answers.ts";
import { assemble } from "./assemble.ts";
import { isWarned, LIVED_BY_NOBODY } from "./composite.ts";
import { digestOf } from "./digest.ts";
import { editedBy } from "./edit-says.ts";
import { parsePack } from "./pack.ts";
import { lineStartsOf, locateIn, type Path, pathText } from "./place.ts";
import { traceFile } from "./schema/trace.ts";

/** A trace of ten years at full size has about two million characters. */
export const LARGEST_TRACE = 20_000_000;

/**
 * Reads a trace that `replay --format json` has saved. It is accepted only if its person equals, by
 * digest, one that the package knows (`known`, by id), and if its rulebook is one that could have
 * been loaded: nobody can be put into a saved trace. Whether the life in it is the one that the
 * rulebook gives is for the caller to see, by replaying it.
 */
export async function parseSavedTrace(
  text: string,
  file: string,
  known: (id: string) => Promise<Persona | undefined>,
): Promise<Parsed<Trace>> {
  const refuse = (code: string, message: string, advice: string, path: Path = []): Parsed<Trace> => ({
    ok: false,
    problems: [{ code: `trace/${code}`, at: placeOf(text, file, path), message, advice, severity: "problem" }],
  });
  if (text.length > LARGEST_TRACE)
    return refuse(
      "too-large",
      `The file has ${text.length} characters; a saved trace has at most ${LARGEST_TRACE}.`,
      SAVE_AGAIN,
    );
  const value = jsonOf(text);
  if (value === undefined)
    return refuse("not-json", "This is not a whole JSON document, so it is no saved trace.", SAVE_AGAIN);
  if (Array.isArray(value)) return refuse("several", "This file holds several traces.", "Save one persona to a file.");
  const version =
    typeof value === "object" && value !== null && "traceVersion" in value ? value.traceVersion : undefined;
  if (version === undefined)
    return refuse("not-a-trace", "This is no saved trace: it has no “traceVersion”.", SAVE_AGAIN);
  if (version !== TRACE_VERSION) {
    const said = JSON.stringify(version).slice(0, 40);
    return refuse(
      "other-version",
      `The trace is of version ${said}; this program reads version ${TRACE_VERSION}.`,
      "Read it with the demerit that saved it, or replay the persona anew.",
      ["traceVersion"],
    );
  }
  const shaped = traceFile.safeParse(value);
  if (!shaped.success) return { ok: false, problems: damages(shaped.error, text, file) };
  const trace = value as Trace;
  const persona = await known(trace.persona.id);
  if (persona === undefined || digestOf(persona) !== digestOf(trace.persona)) {
    return refuse(
      "unknown-person",
      `“${trace.persona.id}” in this trace is not a person that this package knows.`,
      "A trace is read only for the package's own invented people, or those drawn from a seed: see ETHICS.md.",
      ["persona"],
    );
  }
  const fault = rulebookFault(trace.rulebook);
  return fault === null ? { ok: true, value: trace, notes: [] } : refuse("rulebook", fault, SAVE_AGAIN, ["rulebook"]);
}

const SAVE_AGAIN = "Save the trace again with “replay --format json -o”.";

/** The rules must be such as a pack could hold, and the digest must be theirs. */
function rulebookFault({ digest, ...rulebook }: Rulebook): string | null {
  if (digestOf(rulebook) !== digest)
    return "The rulebook in this trace is not the one that its digest names: it was changed after it was saved.";
  const faulty = warningFault(rulebook) ?? packFault(rulebook, rulebook.rules) ?? amendedFault(rulebook);
  return faulty === null ? null : `The rulebook in this trace could not have been loaded: ${faulty}`;
}

/** A composite that hides that it is one, or an edit that hides itself, could be taken for what people lived under. */
function warningFault({ packs, warning }: Omit<Rulebook, "digest">): string | null {
  const stacked = packs.filter(({ rests }) => rests === undefined).length;
  if (!isWarned(stacked, warning)) return `It is a composite, and does not say that ${LIVED_BY_NOBODY}.`;
  const hidden = packs.find(({ rests, title }) => rests !== undefined && warning?.includes(editedBy(title)) !== true);
  return hidden === undefined ? null : `It does not say that it was edited by “${hidden.title}”.`;
}

/** What stood before an amendment must have been such rules too. */
function amendedFault(rulebook: Omit<Rulebook, "digest">): string | null {
  const amended = rulebook.rules.filter((rule) => rule.amended !== undefined);
  const overlays = rulebook.packs.map(({ id }) => id);
  const other = amended.find(
    ({ id, amended: how }) => how!.was.id !== id || how!.by.some((overlay) => !overlays.includes(overlay)),
  );
  if (other !== undefined) return `“${other.id}” is said to have been another rule, or to be amended by nobody here.`;
  const before = rulebook.rules.map((rule) => rule.amended?.was ?? rule);
  return packFault({ ...rulebook, scoring: null }, before, "alone");
}

/** As one pack; `alone`: whatever the rules may say of each other. */
function packFault(
  { scoring, sources, questions }: Omit<Rulebook, "digest">,
  rules: readonly Rule[],
  alone?: "alone",
): string | null {
  const stray = [...(scoring?.readings ?? []), ...rules.flatMap(({ readings = [] }) => readings)].find(
    ({ question, label }) => !Object.hasOwn(questions, question) || !Object.hasOwn(questions[question]!.answers, label),
  );
  if (stray !== undefined) return `It has a reading for “${stray.question}=${stray.label}”, which nobody asks.`;
  const asPack = {
    kind: "pack",
    id: "saved",
    version: "1",
    title: "saved",
    about: "saved",
    asOf: "saved",
    ...(scoring === null ? {} : { scoring: unread(scoring) }),
    sources,
    questions: askedAgain(questions, rules, scoring),
    rules: rules.map(({ pack: _pack, amended: _amended, ...rule }) => unread(rule)),
  };
  const parsed = parsePack(JSON.stringify(asPack), "saved");
  if (!parsed.ok) return parsed.problems[0]!.message;
  if (alone !== undefined) return null;
  const assembled = assemble({ id: "saved", title: "saved", warning: null }, [parsed.value]);
  return assembled.ok ? null : assembled.problems[0]!.message;
}

/**
 * The questions as a pack has them, with what their answers change; where one has been answered,
 * readings speak of what stood there before, and no longer of this.
 */
function askedAgain(questions: Rulebook["questions"], rules: readonly Rule[], scoring: Rulebook["scoring"]): unknown {
  const parts = [...(scoring === null ? [] : [{ id: SCORING, ...scoring }]), ...rules];
  const readings = parts.flatMap(({ id, readings: own = [] }) => own.map((reading) => ({ id, ...reading })));
  const isRead = readings.some(({ question, label }) => questions[question]?.default === label);
  return Object.fromEntries(
    Object.entries(questions).map(([name, question]) => [
      name,
      {
        ...question,
        answers: Object.fromEntries(
          Object.entries(question.answers).map(([label, says]) => {
            const mine = isRead ? [] : readings.filter((each) => each.question === name && each.label === label);
            const amend = Object.fromEntries(mine.map((each) => [each.id, each.amend]));
            return [label, mine.length === 0 ? { says } : { says, citations: mine[0]!.citations, amend }];
          }),
        ),
      },
    ]),
  );
}

function unread<T extends { readonly readings?: unknown }>({ readings: _readings, ...part }: T): Omit<T, "readings"> {
  return part;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, "")) as unknown;
  } catch {
    return undefined;
  }
}

const MOST_DAMAGES = 10;

/** What does not fit the schema, each with its place; only the first few, since a damaged file may be wrong throughout. */
function damages(error: z.ZodError, text: string, file: string): Problem[] {
  return error.issues.slice(0, MOST_DAMAGES).map((issue) => {
    const path = issue.path as Path;
    const about =
      path[0] === "persona" ? " No field of a person holds anything but words from closed lists: see ETHICS.md." : "";
    const notice = path[0] === "notice" ? ` It has to say: “${NOTICE}”` : "";
    return {
      code: "trace/damaged",
      at: placeOf(text, file, path),
      message: `${pathText(path) || "The file"} does not fit a saved trace${issue.code === "unrecognized_keys" ? `: there is no ${issue.keys.map((key) => JSON.stringify(key.slice(0, 40))).join(", ")}` : ""}.${notice}`,
      advice: `${SAVE_AGAIN}${about}`,
      severity: "problem",
    };
  });
}

/** The syntax tree is built only for a file that is refused, and only if it is shallow enough to build. */
function placeOf(text: string, file: string, path: Path): Problem["at"] {
  try {
    const tree = path.length === 0 ? undefined : parseTree(text);
    return tree === undefined
      ? { file, line: 1, column: 1, path: pathText(path) }
      : locateIn(file, lineStartsOf(text), tree)(path);
  } catch {
    return { file, line: 1, column: 1, path: pathText(path) };
  }
}
