/** 0 done · 1 `check` found problems, or the rulebook ran away · 2 could not run. */
export const EXIT = { done: 0, faulty: 1, couldNotRun: 2 } as const;

/** A reason not to go on, already worded for people. Anything else that is thrown is our own bug. */
export class CouldNotRun extends Error {
  override readonly name = "CouldNotRun";
}
