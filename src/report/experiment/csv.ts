import { sheet } from "../csv/sheet.ts";
import type { ExperimentPage } from "./page.ts";

/** A table for spreadsheets: what it is and what it is not, an empty row, the columns, then the records. */
export function csvPage(page: ExperimentPage): string {
  return sheet([
    ["notice", page.notice],
    ...(page.warning === null ? [] : [["warning", page.warning]]),
    ["question", page.title],
    ["rulebook", page.rulebook],
    ["people", page.people],
    ["tried", page.searched],
    ["again", page.again],
    ...(page.stopped === null ? [] : [["stopped", page.stopped]]),
    ...citedRows(page),
    [],
    page.records.columns,
    ...page.records.rows,
  ]);
}

/** What the table rests on, and the sources named there; nothing where a column of the table says it. */
function citedRows({ records: { notes }, sources }: ExperimentPage): string[][] {
  if (notes === undefined) return [];
  return [...notes.map(([label, says]) => [label, says]), ...sources.map(({ key, says }) => [`source ${key}`, says])];
}
