import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  test: {
    include: ["tests/**/*.test.ts"],
    // Many tests run whole commands, and machines are busy: what takes a minute has hung.
    testTimeout: 60_000,
  },
});
