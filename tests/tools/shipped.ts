import { type Memory, prepare } from "../../src/engine/prepare.ts";
import { personaFile, rulesFile, shippedPersonas, shippedRules } from "../../src/cli/library.ts";
import { parsePersona } from "../../src/load/persona.ts";
import { resolveRulebook } from "../../src/cli/rulebook-expression.ts";
import { fileDigest, packed, type ShippedPersona, type ShippedRulebook } from "../../src/cli/shipped.ts";

/** What the build leaves beside the command: see src/cli/shipped.ts. */
export async function shippedRulebooks(): Promise<Map<string, ShippedRulebook>> {
  const made = new Map<string, ShippedRulebook>();
  for (const id of shippedRules()) {
    const { rulebook, packs, problems } = resolveRulebook(id);
    if (rulebook === null) throw new Error(`the shipped rulebook ${id} cannot be used: ${problems[0]?.message ?? ""}`);
    const memory: Memory = new Map();
    await prepare(rulebook, memory);
    const files = [...new Set([id, ...packs.map(({ pack }) => pack.id)])];
    made.set(id, {
      files: Object.fromEntries(files.map((file) => [file, fileDigest(rulesFile(file).text)])),
      rulebook,
      verdicts: [...memory].map(([key, verdicts]) => [key, verdicts.map(packed)]),
    });
  }
  return made;
}

export function shippedPersonaValues(): Record<string, ShippedPersona> {
  return Object.fromEntries(
    shippedPersonas().map((id) => {
      const { text, name } = personaFile(id);
      const parsed = parsePersona(text, name);
      if (!parsed.ok) throw new Error(`the fixture ${id} cannot be used: ${parsed.problems[0]?.message ?? ""}`);
      return [id, { file: fileDigest(text), persona: parsed.value }];
    }),
  );
}
