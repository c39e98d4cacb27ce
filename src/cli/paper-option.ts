import { Option } from "commander";

/** The sheet that a page is laid out for; without effect on what is not printed. */
export function paperOption(): Option {
  return new Option("--paper <size>", "for a page to print, or PDF").choices(["a4", "letter"]).default("a4");
}
