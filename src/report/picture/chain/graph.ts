import type { Evidence } from "../../../model/evidence.ts";
import type { EffectId } from "../../../model/trace.ts";

/** A node stands for one effect or happening, or for several of a kind. */
export interface GraphNode {
  readonly key: string;
  /** In order of time. */
  readonly ids: readonly EffectId[];
  /** `gap`: a part of a line that is left out. */
  readonly kind: "one" | "several" | "gap";
}

/** So many of so many. */
export interface Some {
  readonly causes: number;
  readonly of: number;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly evidence: Evidence;
  /** Where only some of a node that stands for several lead on. */
  readonly some: Some | null;
}

export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** The nodes of the line that all else joins or leaves, from the top to the bottom. */
  readonly line: readonly string[];
}
