import type { Repair, RepairEdit, RuleRepair } from "../../analysis/questions/repair.ts";
import { monthSays } from "../wording.ts";
import type { Cell, Records } from "./page.ts";

/** A row for each repair, of the rules first. */
export function repairRecords(experiment: Repair): Records {
  return {
    columns: [
      "who changes",
      "edits",
      "first",
      "from",
      "to",
      "evidence",
      "second",
      "from",
      "to",
      "evidence",
      "refusals gone",
      "months gone",
      "losses gone",
      "refusals new",
      "months new",
      "losses new",
      "worst class",
    ],
    rows: [
      ...experiment.repairs.map((found): Cell[] => [
        "the rules",
        found.edits.length,
        ...editCells(found.edits[0]!),
        ...(found.edits[1] === undefined ? [null, null, null, null] : editCells(found.edits[1])),
        ...afterCells(found),
      ]),
      ...experiment.acts.map((found): Cell[] => [
        "the person",
        1,
        `line ${found.line}: ${"event" in found.act ? found.act.event : `attempt ${found.act.attempt}`}`,
        monthSays(found.act.month),
        found.delay === null ? "left out" : monthSays(found.act.month + found.delay),
        null,
        null,
        null,
        null,
        null,
        ...afterCells(found),
      ]),
    ],
  };
}

function editCells(edit: RepairEdit): Cell[] {
  return edit.kind === "drop"
    ? [edit.rule, null, "dropped", `${edit.evidence} → dropped`]
    : [edit.address, edit.from, edit.to, `${edit.evidence} → invented`];
}

function afterCells({ gone, fresh, worst }: Pick<RuleRepair, "gone" | "fresh" | "worst">): Cell[] {
  return [gone.denied, gone.months, gone.losses, fresh.denied, fresh.months, fresh.losses, worst];
}
