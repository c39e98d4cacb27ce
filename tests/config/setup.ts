import { loadWideText } from "../../src/report/text/columns.ts";

// What the commands do before they lay out a reader's own rules.
await loadWideText();
