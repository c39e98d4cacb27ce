import type { Fault } from "../fault.ts";
import { type Path, pathText } from "../place.ts";

type Within<T> = NonNullable<T>;
type Item<T> = Within<T> extends readonly (infer E)[] ? E : never;

/**
 * A part of a file whose shape has been looked at. Its value can be had only where the schema has
 * passed it, so that no question about meaning ever meets what the schema has refused; and the other
 * parts can be asked about all the same, so that all problems are told at once.
 */
export class Part<T> {
  readonly path: Path;
  /** As the file has it, whatever that is. */
  readonly raw: unknown;
  readonly #shape: Shape;

  constructor(raw: unknown, shape: Shape, path: Path = []) {
    this.raw = raw;
    this.path = path;
    this.#shape = shape;
  }

  /** Whether nothing is wrong with its shape, nor with that of anything around it or in it. */
  get isSound(): boolean {
    return this.#shape.isSound(this.path);
  }

  /** `undefined` where the part is not sound; and where it may be left out and is. */
  get value(): T | undefined {
    return this.isSound ? (this.raw as T) : undefined;
  }

  at<K extends keyof Within<T> & string>(key: K): Part<Within<T>[K]> {
    const held = this.keys?.includes(key) === true ? (this.raw as Record<string, unknown>)[key] : undefined;
    return new Part(held, this.#shape, [...this.path, key]);
  }

  /** The entries of an array, sound or not; none where it is no array. */
  each(): Part<Item<T>>[] {
    const items: readonly unknown[] = Array.isArray(this.raw) ? this.raw : [];
    return items.map((item, index) => new Part(item, this.#shape, [...this.path, index]));
  }

  /** The keys of an object; `undefined` where it is none. */
  get keys(): readonly string[] | undefined {
    const isObject = typeof this.raw === "object" && this.raw !== null && !Array.isArray(this.raw);
    return isObject ? Object.keys(this.raw as object) : undefined;
  }
}

/** Which parts of a file its schema has passed. */
export class Shape {
  readonly #spoiled: ReadonlySet<string>;
  readonly #touched = new Set<string>();

  constructor(faults: readonly Fault[]) {
    this.#spoiled = new Set(faults.map(({ path }) => pathText(path)));
    for (const { path } of faults)
      for (let kept = 0; kept <= path.length; kept++) this.#touched.add(pathText(path.slice(0, kept)));
  }

  /** A fault spoils what it stands in, and (for a wrong type) everything it should have held. */
  isSound(path: Path): boolean {
    if (this.#touched.has(pathText(path))) return false;
    for (let kept = 0; kept < path.length; kept++) if (this.#spoiled.has(pathText(path.slice(0, kept)))) return false;
    return true;
  }
}
