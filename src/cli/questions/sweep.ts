import { type Dial, dialAt, dialsOf } from "../../analysis/dials.ts";
import { integersOf, sweep, type Swept } from "../../analysis/questions/sweep.ts";
import { adviceFor } from "../../load/suggest.ts";
import type { Rulebook } from "../../model/rulebook.ts";
import { amount, figure } from "../../report/experiment/dial-wording.ts";
import { count, listed, whole } from "../../report/wording.ts";
import { CouldNotRun } from "../exit.ts";
import { answerQuestion, type QuestionOptions } from "../question.ts";

/** More integers, or pairs of them, are tried only by somebody who says so; beyond the most they could not be kept. */
const USUAL_LIMIT = 10_000;
const MOST = 1_000_000;

export interface SweepOptions extends QuestionOptions {
  readonly persona?: readonly string[] | undefined;
  /** Once for each number, in their order. */
  readonly from?: readonly string[] | undefined;
  readonly to?: readonly string[] | undefined;
  readonly limit?: string | undefined;
}

/** `demerit sweep`: one number, or two crossed, at every integer of a range. */
export async function sweepCommand(numbers: readonly string[], options: SweepOptions): Promise<number> {
  const ids = options.persona ?? [];
  const from = endsOf("--from", options.from, numbers);
  const to = endsOf("--to", options.to, numbers);
  const limit = options.limit === undefined ? USUAL_LIMIT : limitOf(options.limit);
  const again = [
    ...numbers,
    ...from.flatMap((end) => ["--from", String(end)]),
    ...to.flatMap((end) => ["--to", String(end)]),
    ...(options.limit === undefined ? [] : ["--limit", String(limit)]),
    ...(ids.length === 0 ? [] : ["--persona"]),
  ];
  return answerQuestion(ids, options, { command: "sweep", before: again }, async ({ lab, rulebook, progress }) => {
    if (numbers[0] === numbers[1]) throw new CouldNotRun(`“${numbers[0]}” is named twice; cross two different numbers`);
    const swept = numbers.map((address, at) => sweptOf(dialNamed(rulebook, address), from[at], to[at]));
    refuseTooMany(swept, limit);
    return sweep(lab, swept as [Swept] | [Swept, Swept], progress);
  });
}

/** The number of a rulebook at an address; the nearest, and the rule's own numbers, where there is none. */
function dialNamed(rulebook: Rulebook, address: string): Dial {
  const dial = dialAt(rulebook, address);
  if (dial !== undefined) return dial;
  const all = dialsOf(rulebook);
  const rule = rulebook.rules.find(({ id }) => address === id || address.startsWith(`${id}.`));
  const own = all.filter((each) => rule !== undefined && each.rule === rule.id).map((each) => each.address);
  const advice =
    rule === undefined
      ? adviceFor(
          address,
          all.map((each) => each.address),
        )
      : own.length === 0
        ? `The rule “${rule.id}” has no numbers.`
        : `The numbers of “${rule.id}”: ${own.join(", ")}.`;
  throw new CouldNotRun(`there is no number “${address}” in this rulebook. ${advice}`);
}

/** An end for each number, in their order, or none at all. */
function endsOf(option: "--from" | "--to", texts: readonly string[] | undefined, numbers: readonly string[]): number[] {
  if (texts === undefined) return [];
  if (texts.length !== numbers.length)
    throw new CouldNotRun(
      `${option} is given ${count(texts.length, "time")} for ${count(numbers.length, "number")}; give it once for each, in their order`,
    );
  return texts.map((text) => {
    const plain = text.replace("−", "-");
    if (!/^[-+]?\d{1,9}$/.test(plain)) throw new CouldNotRun(`“${text}” after ${option} is not a whole number`);
    return Number(plain);
  });
}

function limitOf(text: string): number {
  const limit = /^[1-9]\d{0,6}$/.test(text) ? Number(text) : MOST + 1;
  if (limit <= MOST) return limit;
  throw new CouldNotRun(`“${text}” after --limit is not a whole number from 1 to ${MOST}`);
}

function sweptOf(dial: Dial, from = dial.range.least, to = dial.range.most): Swept {
  const { least, most } = dial.range;
  if (from > to)
    throw new CouldNotRun(
      `the range of ${dial.address} is the wrong way round: from ${figure(dial, from)} to ${figure(dial, to)}`,
    );
  if (from < least || to > most)
    throw new CouldNotRun(
      `${dial.address} can stand from ${figure(dial, least)} to ${amount(dial, most)}; ${listed(
        [from, to].filter((end) => end < least || end > most).map((end) => figure(dial, end)),
      )} is outside`,
    );
  if (from === to && from === 0 && integersOf([{ dial, from, to }]) === 0)
    throw new CouldNotRun(`${dial.address} cannot be 0: an entry of no points would be none`);
  return { dial, from, to };
}

function refuseTooMany(swept: readonly Swept[], limit: number): void {
  const integers = integersOf(swept);
  if (integers <= limit) return;
  const each = swept.map(({ dial, from, to }) => `${dial.address} from ${figure(dial, from)} to ${figure(dial, to)}`);
  const most =
    integers > MOST ? `; more than ${whole(MOST)} are never tried` : `, or allow it with --limit ${integers}`;
  throw new CouldNotRun(
    `${listed(each)} ${swept.length === 1 ? "is" : "make"} ${count(integers, swept.length === 1 ? "integer" : "pair")}, more than ${whole(limit)}; narrow the range with --from and --to${most}`,
  );
}
