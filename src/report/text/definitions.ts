import { fill, hang, type Style } from "./style.ts";
import { columnsOf } from "./columns.ts";

/** Where the names are longer than this, what is said of them stands below. */
const WIDEST_NAME = 40;

/** Names on the left, what is said of them on the right; a name is never cut. Empty parts are left out. */
export function definitions(rows: readonly (readonly string[])[], { width, paint }: Style): string[] {
  const widest = Math.max(0, ...rows.map(([name = ""]) => columnsOf(name)));
  const beside = widest <= WIDEST_NAME && widest + 30 <= width;
  return rows.flatMap(([name = "", ...parts]) => {
    const said = parts.filter((part) => part !== "");
    const indent = beside ? " ".repeat(widest + 2) : "    ";
    const lines = said.flatMap((part, at) =>
      hang(part, width, indent).map((line) => (at === 0 ? line : paint.dim(line))),
    );
    if (!beside) return [paint.bold(name), ...lines];
    const [first, ...rest] = lines;
    const title = first === undefined ? name : fill(name, widest + 2);
    return [`${paint.bold(title)}${(first ?? "").slice(indent.length)}`, ...rest];
  });
}
