/** What a command leaves to a script: in short for the help, and in full. Help, README and the tests read it from here. */
export const EXITS = {
  done: { code: 0, short: "done", says: "done" },
  faulty: {
    code: 1,
    short: "a fault found",
    says: "done, and something is wrong: “check” found a problem, a test fails, “verify” found a difference, or a life never settles",
  },
  couldNotRun: { code: 2, short: "could not run", says: "could not run; the message says why" },
  ownFault: { code: 70, short: "our own fault", says: "a fault of demerit itself; the message says how to report it" },
  stopped: { code: 130, short: "stopped", says: "ended by Ctrl-C, with a part of the answer" },
} as const;

export const EXIT = {
  done: EXITS.done.code,
  faulty: EXITS.faulty.code,
  couldNotRun: EXITS.couldNotRun.code,
  ownFault: EXITS.ownFault.code,
  stopped: EXITS.stopped.code,
} as const;

/** A reason not to go on, already worded for people. Anything else that is thrown is our own fault. */
export class CouldNotRun extends Error {
  override readonly name = "CouldNotRun";
}
