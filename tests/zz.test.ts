import { test } from "vitest";
import { drawn, TRACES } from "./report/exhibits.ts";
import fc from "fast-check";
import { personas, rulebooks, UNTIL } from "./support/arbitraries.ts";
import { live } from "./support/builders.ts";
test("x", async () => {
  for (const t of TRACES) {
    const csv = drawn(t, "csv", "auditor"); const md = drawn(t, "markdown", "auditor", true); const mds = drawn(t, "markdown", "side-by-side", true);
    console.log(t.persona.id, [csv, md, mds].map((p) => t.rulebook.rules.filter((r) => p.includes(r.title)).length).join(" "), t.rulebook.rules.length);
  }
});
