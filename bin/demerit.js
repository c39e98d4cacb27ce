#!/usr/bin/env node
import { existsSync } from "node:fs";

const built = new URL("../dist/demerit.js", import.meta.url);
if (existsSync(built)) {
  await import(built.href);
} else {
  process.stderr.write("demerit: not built yet; run “npm run build” (“npm start” and “npm test” do it too)\n");
  process.exitCode = 2;
}
