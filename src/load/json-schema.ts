import * as z from "zod";
import { condition, grammar } from "./schema/grammar.ts";
import { overlayFile } from "./schema/overlay.ts";
import { packFile } from "./schema/pack.ts";
import { personaFile } from "./schema/persona.ts";
import { ruleTestFile } from "./schema/rule-test.ts";
import { rulebookFile } from "./schema/rulebook.ts";
import { traceFile } from "./schema/trace.ts";
import { vocabularyFile } from "./schema/vocabulary.ts";

export type JsonSchema = Readonly<Record<string, unknown>>;

/** What an editor needs in order to complete and check a pack. It knows shapes, not meanings. */
export function packJsonSchema(): JsonSchema {
  return withConditions(jsonSchemaOf(packFile));
}

/** What an editor needs in order to complete an overlay; of an amendment it knows the keys only. */
export function overlayJsonSchema(): JsonSchema {
  return withConditions(jsonSchemaOf(overlayFile));
}

export function rulebookJsonSchema(): JsonSchema {
  return jsonSchemaOf(rulebookFile);
}

export function personaJsonSchema(): JsonSchema {
  return jsonSchemaOf(personaFile);
}

/** Tests for rules. */
export function ruleTestJsonSchema(): JsonSchema {
  return jsonSchemaOf(ruleTestFile);
}

/** The words that rules and lives may use. */
export function vocabularyJsonSchema(): JsonSchema {
  return jsonSchemaOf(vocabularyFile);
}

/** The shape of `demerit replay --format json`. */
export function traceJsonSchema(): JsonSchema {
  return withConditions(jsonSchemaOf(traceFile, "ref"));
}

function jsonSchemaOf(schema: z.ZodType, reused: "inline" | "ref" = "inline"): JsonSchema {
  const made = z.toJSONSchema(schema, {
    target: "draft-7",
    io: "input",
    reused,
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      if ((zodSchema as unknown) === condition) jsonSchema["$ref"] = "#/definitions/condition";
    },
  });
  // Understood by the JSON service of editors; other validators pass over them.
  return { ...made, allowComments: true, allowTrailingCommas: true };
}

function withConditions(schema: JsonSchema): JsonSchema {
  const wrapped = z.toJSONSchema(z.strictObject({ when: grammar }), { target: "draft-7", io: "input" });
  return {
    ...schema,
    definitions: {
      ...(schema["definitions"] as JsonSchema | undefined),
      ...(wrapped.definitions as JsonSchema | undefined),
    },
  };
}
