/** 0 done · 1 `check` found problems, a test fails, or the rulebook ran away · 2 could not run · 130 ended by Ctrl-C, with a part of the answer. */
export const EXIT = { done: 0, faulty: 1, couldNotRun: 2, stopped: 130 } as const;

/** A reason not to go on, already worded for people. Anything else that is thrown is our own bug. */
export class CouldNotRun extends Error {
  override readonly name = "CouldNotRun";
}
