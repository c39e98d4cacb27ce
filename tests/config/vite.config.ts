import { defineConfig } from "vite";

// The command with its libraries inside: it starts faster, and the package installs without any.
// What every page needs is one file; the rest is cut by when it is needed, so that help loads
// neither zod nor json-rules-engine.
const PAGE =
  /src\/(model|analysis|replay)\/|src\/engine\/(cells|prepare)\.ts|src\/report\/(?!problems|formats|csv|markdown|mermaid|rule-test|text\/(demo|why|definitions))|src\/cli\/(personas|shipped|story-month|terminal|usable-rulebook)\.ts/;

export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true, target: "node" },
  build: {
    ssr: "src/cli/main.ts",
    outDir: "dist",
    emptyOutDir: true,
    target: "node20",
    minify: false,
    license: { fileName: "LICENSES.md" },
    rollupOptions: {
      output: {
        entryFileNames: "demerit.js",
        chunkFileNames: "[name]-[hash].js",
        codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: "page", test: PAGE }] },
      },
    },
  },
});
