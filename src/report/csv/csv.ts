import { inShort } from "../in-short.ts";
import { ledgerOf } from "../../analysis/ledger.ts";
import { isAudited } from "../page.ts";
import type { Exhibit, Format, FormatOptions } from "../options.ts";
import { headingOf } from "../heading.ts";
import { survives } from "../survival-wording.ts";
import { COLUMNS, recordsOf, type Cell } from "./records.ts";
import { sheet } from "./sheet.ts";

/**
 * A table for spreadsheets, RFC 4180 in UTF-8 with a byte order mark: what it is and what it is not,
 * an empty row, the names of the columns, then a row for each effect. All of it, whether or not everything is shown elsewhere.
 * Several traces are so many tables below each other, not one that could be sorted by person.
 */
export const csv: Format = (exhibits, options) =>
  sheet(exhibits.flatMap((exhibit, at) => [...(at === 0 ? [] : [[]]), ...tableOf(exhibit, options)]));

function tableOf({ trace, exposes, decisions }: Exhibit, { view }: FormatOptions): Cell[][] {
  const heading = headingOf(trace, exposes, view);
  const said = isAudited(view) ? inShort(trace, ledgerOf(trace), null).map((sentence) => ["in short", sentence]) : [];
  return [
    ["notice", heading.notice],
    ...(heading.warning === null ? [] : [["warning", heading.warning]]),
    ["persona", heading.title],
    ["rulebook", heading.rulebook],
    ["again", `${heading.reproduce} --format csv`],
    ...said,
    ...survives(view, trace).sentences.map((sentence) => ["reasons", sentence]),
    [],
    [...COLUMNS],
    ...recordsOf(trace, view, decisions).map((record) => COLUMNS.map((column) => record[column])),
  ];
}
