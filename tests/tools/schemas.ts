import {
  type JsonSchema,
  overlayJsonSchema,
  packJsonSchema,
  personaJsonSchema,
  rulebookJsonSchema,
  ruleTestJsonSchema,
  traceJsonSchema,
  vocabularyJsonSchema,
} from "../../src/load/json-schema.ts";

/** Each schema file, with the function that makes it. */
export const SCHEMAS: Readonly<Record<string, () => JsonSchema>> = {
  "rules/pack.schema.json": packJsonSchema,
  "rules/overlay.schema.json": overlayJsonSchema,
  "rules/rulebook.schema.json": rulebookJsonSchema,
  "rules/test.schema.json": ruleTestJsonSchema,
  "rules/words.schema.json": vocabularyJsonSchema,
  "fixtures/persona.schema.json": personaJsonSchema,
  "fixtures/trace.schema.json": traceJsonSchema,
};

export function schemaText(make: () => JsonSchema): string {
  return `${JSON.stringify(make(), null, 2)}\n`;
}
