import type { Evidence } from "../../../model/evidence.ts";
import type { Shape } from "./boxes.ts";

export const LEVELS: readonly { readonly of: readonly Evidence[]; readonly says: string }[] = [
  { of: ["documented", "reported"], says: "documented or reported" },
  { of: ["contested"], says: "contested" },
  { of: ["inferred"], says: "inferred" },
  { of: ["invented"], says: "invented" },
];

/** The kinds of boxes, as the key names them. */
export const SHAPE_SAYS: Readonly<Record<Shape, string>> = {
  act: "what happens",
  points: "points",
  class: "a class",
  list: "a list",
  restriction: "a restriction",
  priority: "put first",
  refusal: "a refusal",
  loss: "a loss",
  gap: "steps left out",
};

/** Under what the key puts the marks. */
export const KEY = { boxes: "Boxes:", shade: "Shade:", outline: "Outline:", lines: "Lines:" } as const;

export const ORIGIN = { given: "given in the story", led: "the system itself led to it" } as const;
export const OWN_LIFE = "their own life";
export const PASSAGE = "goes on at the same letter";
