/** `“Head 3: no building”`: what such a title begins with, its number, and the rest. */
const NUMBERED = /^“([^“”\d]+) (\d{1,3}): [^“”]+”$/;

/** So many in a row are worth a shorter name. */
const RUN = 3;

interface Numbered {
  readonly stem: string;
  readonly number: number;
}

/** Those of the quoted titles that have a number, by title; only where the number names one of them alone. */
export function numberedIn(titles: readonly string[]): ReadonlyMap<string, Numbered> {
  const found = new Map<string, Numbered>();
  const times = new Map<string, number>();
  for (const title of new Set(titles)) {
    const [, stem, number] = NUMBERED.exec(title) ?? [];
    if (stem === undefined) continue;
    found.set(title, { stem, number: Number(number) });
    const name = `${stem} ${Number(number)}`;
    times.set(name, (times.get(name) ?? 0) + 1);
  }
  return new Map([...found].filter(([, { stem, number }]) => times.get(`${stem} ${number}`) === 1));
}

/** Titles in their order; numbered ones that follow each other stand as `“Head 1” to “Head 9”`. */
export function inRuns(titles: readonly string[], numbered: ReadonlyMap<string, Numbered>): string[] {
  const runs: string[][] = [];
  for (const title of titles) {
    const run = runs.at(-1);
    const [before, here] = [numbered.get(run?.at(-1) ?? ""), numbered.get(title)];
    const follows = before !== undefined && before.stem === here?.stem && before.number + 1 === here.number;
    if (run !== undefined && follows) run.push(title);
    else runs.push([title]);
  }
  return runs.flatMap((run) => {
    if (run.length < RUN) return run;
    const [first, last] = [numbered.get(run[0]!)!, numbered.get(run.at(-1)!)!];
    return [`“${first.stem} ${first.number}” to “${last.stem} ${last.number}”`];
  });
}
