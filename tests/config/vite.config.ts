import { defineConfig } from "vite";

// The command with its libraries inside: it starts faster, and the package installs without any.
// What every page needs is one file; the rest is cut by when it is needed, so that help loads
// neither zod nor json-rules-engine.
const PAGE =
  /src\/(model(?!\/version)|replay)\/|src\/analysis\/(graph\/graph|harms|knowledge|ledger|months|readers|survival|by-evidence)\.ts|src\/engine\/(cells|prepare)\.ts|src\/report\/(?!problems|experiment|formats|csv|markdown|rule-test|html|picture|lesson|fold|footnotes|print-wording|told-wording|text\/(coverage|demo|why|definitions))|src\/cli\/(personas|shipped|story-month|terminal|usable-rulebook)\.ts/;

// What nearly every command needs, in one file: each more takes a millisecond to find and read.
const BASE =
  /src\/model\/version\.ts|src\/cli\/(exit|library|listable|output|system-error)\.ts|src\/load\/(seed|suggest)\.ts|fastest-levenshtein/;

// What a printed page needs besides: the page, its pictures and the libraries that draw them.
const PRINT = /src\/report\/(html|picture|fold|footnotes|print-wording|told-wording)|node_modules\/(@dagrejs|d3-)/;

export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true, external: ["playwright-core"], target: "node" },
  build: {
    ssr: true,
    outDir: "dist",
    emptyOutDir: true,
    target: "node20",
    // Less to read and compile at each start; names stay, so that a stack trace still says where.
    minify: "oxc",
    license: { fileName: "LICENSES.md" },
    rollupOptions: {
      // The command, and what one run of it does, which the tests call without a process for each.
      input: { demerit: "src/cli/main.ts", run: "src/cli/run.ts" },
      output: {
        minify: { compress: true, mangle: false, codegen: true },
        entryFileNames: "[name].js",
        chunkFileNames: "[name]-[hash].js",
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: "base", test: BASE },
            { name: "page", test: PAGE },
            { name: "print", test: PRINT },
          ],
        },
      },
    },
  },
});
