import { order } from "../../analysis/questions/order.ts";
import type { ExtentOptions } from "../extent-options.ts";
import { extentAgain, extentOf } from "../extent.ts";
import { answerQuestion, type QuestionOptions } from "../question.ts";

/** `demerit order`: whether anything depends on the order in which one month's events are taken. */
export async function orderCommand(ids: readonly string[], options: QuestionOptions & ExtentOptions): Promise<number> {
  const extent = extentOf(options);
  return answerQuestion(ids, options, { command: "order", after: extentAgain(options) }, ({ lab, progress }) =>
    order(lab, extent, progress),
  );
}
