import { expect, test } from "vitest";
import { chosenSays } from "../../src/report/evidence-wording.ts";
import { answered, composite } from "../support/shipped.ts";

const BOOK = composite();

test.each(Object.entries(BOOK.questions))("%s says why its answer is the one in force", (id, { chosen, power }) => {
  expect(chosen).toBeDefined();
  expect(power !== undefined).toBe(chosen === "power");
  expect(chosenSays(BOOK, id)).not.toBeNull();
});

test("of an answer that somebody else has chosen, the pack's reason is not said", () => {
  expect(chosenSays(BOOK, "bank-consents")).toBe("a power, which nobody uses here");
  expect(chosenSays(answered(BOOK, { "bank-consents": "consents" }), "bank-consents")).toBeNull();
});
