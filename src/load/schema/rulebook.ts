import * as z from "zod";
import { schemaKey } from "./schema-key.ts";
import { closed, id, PROSE, text, TITLE } from "./words.ts";

export const rulebookFile = closed({
  $schema: schemaKey("rulebook"),
  kind: z.literal("rulebook"),
  id: id(),
  title: text(TITLE),
  warning: text(PROSE)
    .nullable()
    .describe("What a composite must say of itself on every page; null only for a single pack."),
  packs: z.array(id()).min(1).max(12).describe("Ids of packs, applied in this order."),
}).describe("Packs replayed together.");
