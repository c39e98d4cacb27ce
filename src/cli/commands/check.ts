import { type Coverage, coverageOf } from "../../analysis/coverage.ts";
import { prepare } from "../../engine/prepare.ts";
import { kindOf } from "../../load/kind.ts";
import { parsePersona } from "../../load/persona.ts";
import { parsePack } from "../../load/pack.ts";
import type { Problem } from "../../model/problem.ts";
import type { Rulebook } from "../../model/rulebook.ts";
import { replay } from "../../replay/replay.ts";
import { reportProblems } from "../../report/problems.ts";
import { coverageText } from "../../report/text/coverage.ts";
import { reviewText } from "../../report/text/review.ts";
import { loadWideText } from "../../report/text/columns.ts";
import { hang } from "../../report/text/style.ts";
import { count } from "../../report/wording.ts";
import { CouldNotRun, EXIT } from "../exit.ts";
import { existsSync } from "node:fs";
import { DEFAULT_RULEBOOK, isShippedPersona, readText, shippedParts, shippedPersonas, Unreadable } from "../library.ts";
import { NO_IMPORT, shippedPersona } from "../personas.ts";
import { RuleTestReader } from "../rule-tests.ts";
import { remarksOn } from "../remarks.ts";
import { resolveRulebook } from "../rulebook-expression.ts";
import { styleOfOutput } from "../terminal.ts";
import { refuseBadDestination, writeDocument } from "../output.ts";
import type { Output } from "../outputs.ts";
import { memoryOf } from "../usable-rulebook.ts";

interface Checked {
  readonly problems: readonly Problem[];
  readonly texts: ReadonlyMap<string, string>;
  /** What is said where nothing is wrong. */
  readonly fine: string;
  /** Where it was asked for, and there is a rulebook that can be used. */
  readonly covered?: Coverage | null;
  readonly reviewed?: Rulebook | null;
}

interface CheckCommand extends Output<"text"> {
  readonly coverage?: boolean;
  readonly review?: boolean;
}

/** What is added where a rulebook can be used. */
type Added = Required<Pick<CheckCommand, "coverage" | "review">>;

/** `demerit check`: all problems of everything named, at once. Returns the exit code. */
export async function checkCommand(names: readonly string[], options: CheckCommand): Promise<number> {
  refuseBadDestination(options);
  const { coverage = false, review = false } = options;
  // What is checked may be written in any script.
  await loadWideText();
  const checked = await Promise.all(
    names.map(async (name) => ({ name, ...(await check(name, { coverage, review })) })),
  );
  const style = styleOfOutput(options);
  const says = checked.flatMap(({ name, problems, texts, fine, covered = null, reviewed = null }) => {
    const unusable = coverage ? "not usable, so it has no coverage" : "not usable";
    return [
      ...(problems.length === 0 ? [] : [`${reportProblems(problems, Object.fromEntries(texts), style).trimEnd()}\n`]),
      `${hang(`${name}: ${isFaulty(problems) ? unusable : fine}`, style.width, "").join("\n")}\n`,
      ...(covered === null ? [] : [`\n${coverageText(covered, style)}`]),
      ...(reviewed === null ? [] : [`\n${reviewText(reviewed, style)}`]),
    ];
  });
  writeDocument(says.join(""), options);
  return checked.some(({ problems }) => isFaulty(problems)) ? EXIT.faulty : EXIT.done;
}

function isFaulty(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === "problem");
}

async function check(name: string, added: Added): Promise<Checked> {
  try {
    return await checkReadable(name, added);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const problem: Problem = {
      code: `file/${error.kind}`,
      at: { file: name, line: 1, column: 1, path: "" },
      message: `${error.message}, so there is nothing to check.`,
      advice: "Name a rule file, or an id from “demerit list rulebooks”.",
      severity: "problem",
    };
    return { problems: [problem], texts: new Map(), fine: "" };
  }
}

async function checkReadable(name: string, { coverage, review }: Added): Promise<Checked> {
  if (isOneFile(name)) {
    const { name: file, text } = readText(name);
    const kind = kindOf(text);
    if (kind === "persona" || kind === "rule-test" || kind === "decisions" || kind === "words") {
      if (coverage || review)
        throw new CouldNotRun(
          `--${coverage ? "coverage" : "review"} is of a rulebook, and ${name} holds ${HELD[kind]}`,
        );
      if (kind === "rule-test") return checkRuleTests(name);
      if (kind === "words") return checkWords(file, text);
      return kind === "persona" ? checkPersona(name, file, text) : checkDecisions(file, text);
    }
    if (kind === undefined) {
      const parsed = parsePack(text, file);
      return { problems: parsed.ok ? parsed.notes : parsed.problems, texts: new Map([[file, text]]), fine: "readable" };
    }
  }
  const resolved = resolveRulebook(name);
  const { rulebook, packs, layers, texts, shipped } = resolved;
  const overlays = layers.length - packs.length;
  return {
    problems: [...resolved.problems, ...(await remarksOn(resolved))],
    texts,
    fine: `${count(rulebook?.rules.length ?? 0, "rule")} in ${count(packs.length, "pack")}${overlays === 0 ? "" : ` and ${count(overlays, "overlay")}`}, usable`,
    covered: coverage && rulebook !== null ? await coveredBy(rulebook, shipped) : null,
    reviewed: review ? rulebook : null,
  };
}

/** How much of it the shipped lives reach. */
async function coveredBy(rulebook: Rulebook, shipped: readonly string[]): Promise<Coverage> {
  const prepared = await prepare(rulebook, memoryOf(shipped));
  const personas = await Promise.all(shippedPersonas().map(shippedPersona));
  return coverageOf(
    rulebook,
    personas.map((persona) => replay(prepared, persona)),
  );
}

/** An id, or several parts, are for the resolver to read. */
function isOneFile(name: string): boolean {
  return !shippedParts().includes(name) && (existsSync(name) || (/[/\\.]/.test(name) && !/^\+|,/.test(name)));
}

/** Whether the tests could be run; whether they hold is for `test` to say. */
function checkRuleTests(path: string): Checked {
  const reader = new RuleTestReader();
  const read = reader.read(path);
  const { problems, texts } = reader;
  return { problems, texts, fine: `${count(read?.loaded.tests.length ?? 0, "test")}, to be run with “demerit test”` };
}

const HELD = { persona: "a persona", "rule-test": "rule tests", decisions: "decisions", words: "words" } as const;

/** Whether every decision in the fixtures is spoken of, and cites a source of the packs. */
async function checkDecisions(file: string, text: string): Promise<Checked> {
  const { parseDecisions } = await import("../../load/decisions.ts");
  const personas = await Promise.all(shippedPersonas().map(shippedPersona));
  const sources = resolveRulebook(DEFAULT_RULEBOOK).rulebook?.sources ?? {};
  const parsed = parseDecisions(text, file, { personas, sources });
  const decisions = parsed.ok ? Object.values(parsed.value).flat() : [];
  return {
    problems: parsed.ok ? parsed.notes : parsed.problems,
    texts: new Map([[file, text]]),
    fine: `${count(decisions.length, "decision")}, each with its article or said to have none`,
  };
}

/** Whether the words say where they stand, in sources of the packs. */
async function checkWords(file: string, text: string): Promise<Checked> {
  const { parseVocabulary } = await import("../../load/vocabulary.ts");
  const sources = resolveRulebook(DEFAULT_RULEBOOK).rulebook?.sources ?? {};
  const parsed = parseVocabulary(text, file, sources);
  return {
    problems: parsed.ok ? parsed.notes : parsed.problems,
    texts: new Map([[file, text]]),
    fine: parsed.ok
      ? `${count(Object.keys(parsed.value.events).length, "event")}, ${count(Object.keys(parsed.value.doors).length, "door")}, usable`
      : "",
  };
}

function checkPersona(path: string, file: string, text: string): Checked {
  if (!isShippedPersona(path)) throw new CouldNotRun(`${path} describes a person. ${NO_IMPORT}`);
  const parsed = parsePersona(text, file);
  return {
    problems: parsed.ok ? parsed.notes : parsed.problems,
    texts: new Map([[file, text]]),
    fine: "a usable persona",
  };
}
