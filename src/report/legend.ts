import type { View } from "../analysis/readers.ts";
import type { Detail } from "./visible.ts";

const MARKS = "✗ refused · ■ shut · □ open again · ▪ list · ▼ class · ? stricter checks · ^ priority";

/** What the marks mean, and what the page leaves out. */
export function legend(view: View, detail: Detail): string {
  const quiet =
    detail === "summary"
      ? " Left out here: publication, quiet returns of points, links without effect (--detail matched shows them; numbers stay)."
      : "";
  switch (view) {
    case "auditor":
      return `${MARKS} · ← what it came from (what occasioned it is told, and not blamed).${quiet}`;
    case "clerk":
      return `${MARKS}. What the counter shows: standing, measures, and the conduct that points were entered for.`;
    case "person":
      return "✗ refused · □ not refused. Their own acts and life, what they tried, and what they were told of it. Numbers are those of the whole trace; the gaps are what they were not told.";
    case "side-by-side":
      return `${MARKS} · ← what it came from. On the left what is on file; beside it what the person was told.${quiet}`;
  }
}
