import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig(({ mode }) => ({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  test: {
    include: ["tests/**/*.test.ts"],
    env: mode === "long" ? { DEMERIT_LONG: "1" } : {},
    // Each works for one core; the one that hands out work does next to nothing.
    maxWorkers: availableParallelism(),
    // Importing the same modules for each file anew takes longer than many a file. What a test changes of the
    // process it puts back; nothing else outlives it.
    isolate: false,
    // The built command is run as it stands.
    server: { deps: { external: [/\/dist\//] } },
    // Many tests run whole commands, and machines are busy: what takes a minute has hung.
    testTimeout: 120_000,
  },
}));
