import { existsSync, realpathSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import type { Heading } from "../load/assemble.ts";
import { kindOf } from "../load/kind.ts";
import { isOverlay, type Layer } from "../load/layer.ts";
import { type LoadedOverlay, parseOverlay } from "../load/overlay.ts";
import { type LoadedPack, parsePack } from "../load/pack.ts";
import { parseRulebookFile } from "../load/rulebook-file.ts";
import { adviceFor } from "../load/suggest.ts";
import type { Parsed, Problem } from "../model/problem.ts";
import { CouldNotRun } from "./exit.ts";
import {
  type NamedText,
  readText,
  rulesFile,
  shippedOverlays,
  shippedParts,
  shippedRules,
  Unreadable,
} from "./library.ts";
import { NO_IMPORT } from "./personas.ts";

/** A part of an expression. */
export interface Part {
  readonly id: string;
  readonly title: string;
  /** Whether it is the reader's own file. */
  readonly own: boolean;
  /** Where it is a rulebook. */
  readonly heading: Heading | null;
  /** Where it is an overlay. */
  readonly overlay: LoadedOverlay | null;
}

/** Overlays that are being read because one extends the other, and where the last says so. */
interface Trail {
  readonly names: readonly { readonly identity: string; readonly id: string }[];
  readonly last: LoadedOverlay;
  readonly folder: string;
}

/** No stack of rules that anybody could follow is higher. */
const MOST_PARTS = 20;

/** Reads the parts of an expression, from left to right, with what an overlay at its beginning extends. */
export class Reading {
  readonly parts: Part[] = [];
  readonly layers: Layer[] = [];
  readonly problems: Problem[] = [];
  readonly texts = new Map<string, string>();
  /** Everything read, also within rulebooks. */
  readonly #read = new Set<string>();

  get packs(): readonly LoadedPack[] {
    return this.layers.filter((layer): layer is LoadedPack => !isOverlay(layer));
  }

  expression(parts: readonly string[], trail: Trail | null = null): void {
    parts.forEach((part, at) => {
      const read = this.#part(part, at === 0, trail);
      if (read === undefined) return;
      this.parts.push(read);
      if (this.parts.length > MOST_PARTS)
        throw new CouldNotRun(`this names more than ${MOST_PARTS} packs and overlays on top of each other`);
    });
  }

  #part(part: string, isFirst: boolean, trail: Trail | null): Part | undefined {
    const isShipped = shippedParts().includes(part);
    const path = isShipped || isAbsolute(part) || trail === null ? part : join(trail.folder, part);
    const found = isShipped ? rulesFile(part) : textOf(part, path, trail, this.problems);
    if (found === undefined) return undefined;
    const identity = isShipped ? part : realpathSync(path);
    if (trail?.names.some((name) => name.identity === identity)) {
      this.problems.push(circle(trail, identity));
      return undefined;
    }
    const { name, text } = found;
    this.texts.set(name, text);
    this.#read.add(identity);
    switch (kindOf(text)) {
      case "persona":
        throw new CouldNotRun(`${part} describes a person, not rules. ${NO_IMPORT}`);
      case "overlay":
        return this.#overlay(found, { identity, folder: dirname(path), own: !isShipped, isFirst, trail });
      case "rulebook":
        return this.#rulebook(found, !isShipped);
      default:
        return this.#pack(found, !isShipped);
    }
  }

  #pack({ name, text }: NamedText, own: boolean): Part | undefined {
    const pack = this.#kept(parsePack(text, name));
    if (pack === undefined) return undefined;
    this.layers.push(pack);
    const { id, title } = pack.pack;
    return { id, title, own, heading: null, overlay: null };
  }

  #rulebook({ name, text }: NamedText, own: boolean): Part | undefined {
    const parsed = this.#kept(parseRulebookFile(text, name));
    if (parsed === undefined) return undefined;
    const { rulebook, locate } = parsed;
    rulebook.packs.forEach((pack, at) => {
      const place = locate(["packs", at]);
      if (shippedRules().includes(pack)) this.#part(pack, false, null);
      else
        this.problems.push(shippedOverlays().includes(pack) ? overlayInPacks(pack, place) : unknownPack(pack, place));
    });
    const { id, title, warning } = rulebook;
    return { id, title, own, heading: { id, title, warning }, overlay: null };
  }

  /** One that stands first brings what it extends; any other is laid over what stands before it. */
  #overlay(
    { name, text }: NamedText,
    {
      identity,
      folder,
      own,
      isFirst,
      trail,
    }: Pick<Part, "own"> & {
      readonly identity: string;
      readonly folder: string;
      readonly isFirst: boolean;
      readonly trail: Trail | null;
    },
  ): Part | undefined {
    const parsed = this.#kept(parseOverlay(text, name));
    if (parsed === undefined) return undefined;
    const { id, title } = parsed.overlay;
    const bases = parsed.overlay.extends.split(",").map((part) => part.trim());
    if (isFirst) this.expression(bases, { names: [...(trail?.names ?? []), { identity, id }], last: parsed, folder });
    const hasBases = bases.every((base) => this.#read.has(identityOf(base, folder)));
    const overlay = { ...parsed, elsewhere: hasBases ? null : this.parts.map((part) => part.id).join(",") };
    this.layers.push(overlay);
    return { id, title, own, heading: null, overlay };
  }

  #kept<T>(parsed: Parsed<T>): T | undefined {
    this.problems.push(...(parsed.ok ? parsed.notes : parsed.problems));
    return parsed.ok ? parsed.value : undefined;
  }
}

function textOf(part: string, path: string, trail: Trail | null, problems: Problem[]): NamedText | undefined {
  const isFile = existsSync(path) || /[/\\.]/.test(part);
  if (trail === null) {
    if (isFile) return readText(path);
    throw new CouldNotRun(
      `there is no rulebook, pack or overlay “${part}”, and no such file. ${adviceFor(part, shippedParts())}`,
    );
  }
  const refuse = (message: string, advice: string): undefined => {
    problems.push({
      code: "overlay/unknown-base",
      at: trail.last.locate(["extends"]),
      message,
      advice,
      severity: "problem",
    });
  };
  if (!isFile)
    return refuse(
      `There is no rulebook, pack or overlay “${part}”, and no such file, so there is nothing to be edited.`,
      adviceFor(part, shippedParts()),
    );
  try {
    return readText(path);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return refuse(
      `What this extends cannot be read: ${error.message}.`,
      "Name a shipped id, or a file by its path as seen from this one.",
    );
  }
}

function identityOf(part: string, folder: string): string {
  if (shippedParts().includes(part)) return part;
  const path = isAbsolute(part) ? part : join(folder, part);
  return existsSync(path) ? realpathSync(path) : path;
}

function circle({ names, last }: Trail, identity: string): Problem {
  const from = names.slice(names.findIndex((name) => name.identity === identity)).map(({ id }) => `“${id}”`);
  const chain = [...from, from[0]!].join(" extends ");
  return {
    code: "overlay/circle",
    at: last.locate(["extends"]),
    message: `Overlays extend each other in a circle (${chain}), so no rulebook lies at the bottom.`,
    advice: "Let one of them extend a pack or a rulebook.",
    severity: "problem",
  };
}

function unknownPack(pack: string, at: Problem["at"]): Problem {
  return {
    code: "rulebook/unknown-pack",
    at,
    severity: "problem",
    message: `There is no pack “${pack}”, so the rulebook cannot be put together.`,
    advice: adviceFor(pack, shippedRules()),
  };
}

function overlayInPacks(overlay: string, at: Problem["at"]): Problem {
  return {
    code: "rulebook/overlay-in-packs",
    at,
    severity: "problem",
    message: `“${overlay}” is an overlay and no pack.`,
    advice: "Take it out, and name it after the rulebook where you use it, with a comma between.",
  };
}
