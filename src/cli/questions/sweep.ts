import { type Dial, dialAt, dialsOf } from "../../analysis/dials.ts";
import { integersOf, sweep } from "../../analysis/questions/sweep.ts";
import type { Swept } from "../../analysis/questions/sweep-line.ts";
import { adviceFor } from "../../load/suggest.ts";
import type { Rulebook } from "../../model/rulebook.ts";
import { amount, figure } from "../../report/experiment/dial-wording.ts";
import { listed } from "../../report/wording.ts";
import { CouldNotRun } from "../exit.ts";
import { answerQuestion, type QuestionOptions } from "../question.ts";

interface SweepOptions extends QuestionOptions {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** `demerit sweep`: one number at every integer of a range. */
export async function sweepCommand(address: string, ids: readonly string[], options: SweepOptions): Promise<number> {
  const from = endOf("--from", options.from);
  const to = endOf("--to", options.to);
  const after = [
    ...(from === undefined ? [] : ["--from", String(from)]),
    ...(to === undefined ? [] : ["--to", String(to)]),
  ];
  return answerQuestion(
    ids,
    options,
    { command: "sweep", before: [address], after },
    async ({ lab, rulebook, progress }) => sweep(lab, sweptOf(dialNamed(rulebook, address), from, to), progress),
  );
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

function endOf(option: "--from" | "--to", text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const plain = text.replace("−", "-");
  if (!/^[-+]?\d{1,9}$/.test(plain)) throw new CouldNotRun(`“${text}” after ${option} is not a whole number`);
  return Number(plain);
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
  if (integersOf({ dial, from, to }) === 0)
    throw new CouldNotRun(`${dial.address} cannot be 0: an entry of no points would be none`);
  return { dial, from, to };
}
