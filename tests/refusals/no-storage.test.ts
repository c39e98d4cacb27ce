import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { demerit, ROOT, scratch } from "../cli/run.ts";

test("a run leaves nothing behind: not in the folder, not at home, not in the temporary folder", () => {
  const [cwd, home, temporary] = [scratch(), scratch(), scratch()];
  const env = { HOME: home, XDG_CACHE_HOME: home, XDG_CONFIG_HOME: home, TMPDIR: temporary };
  for (const args of [["replay"], ["list", "rules"], ["check", "suining-composite"], ["replay", "nobody"]])
    demerit(args, { cwd, env });
  expect([readdirSync(cwd), readdirSync(home), readdirSync(temporary)]).toEqual([[], [], []]);
});

test("one module writes files", () => {
  const writing = readdirSync(`${ROOT}/src`, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .filter((file) =>
      /\b(writeFile|appendFile|createWriteStream|mkdir|openSync|cpSync|copyFile|localStorage|indexedDB)/.test(
        readFileSync(join(ROOT, "src", file), "utf8"),
      ),
    );
  expect(writing).toEqual(["cli/output.ts"]);
});
