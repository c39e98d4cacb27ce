import { attribute } from "../../analysis/questions/attribute.ts";
import { extentOf, type ExtentOptions } from "../extent.ts";
import { answerQuestion, type QuestionOptions } from "../question.ts";

/** Lives up to which every combination of the rules is taken. The largest shipped life needs about 3,000. */
const ATTRIBUTE_EXTENT: ExtentOptions = { limit: "20000", samples: "1000", seed: "1" };

/** `demerit attribute`: how much of each kind of harm belongs to each rule. */
export async function attributeCommand(persona: string, options: QuestionOptions & ExtentOptions): Promise<number> {
  const { limit, samples, seed, draw } = extentOf(options);
  const after = (["limit", "samples", "seed"] as const).flatMap((name) =>
    options[name] === ATTRIBUTE_EXTENT[name] ? [] : [`--${name}`, options[name]],
  );
  return answerQuestion([persona], options, { command: "attribute", after }, ({ lab, progress }) =>
    attribute(lab, { limit, orders: samples, seed, draw }, progress),
  );
}
