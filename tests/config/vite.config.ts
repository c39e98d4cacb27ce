import { defineConfig } from "vite";

// The command as one file for each thing it does, with its libraries inside: it starts faster, and
// the package installs without any.
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
    rollupOptions: { output: { entryFileNames: "demerit.js", chunkFileNames: "[name]-[hash].js" } },
  },
});
