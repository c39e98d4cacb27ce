import type { RuleId } from "../model/rule.ts";

interface Selectable {
  readonly id: RuleId;
  readonly then: { readonly kind: string };
}

/**
 * The rules that a selector means: an id, or several names of one pack with commas between
 * (`court/ground-*,term-lengthened`), in which `*` stands for any letters, digits and hyphens; with
 * `:post` after it, those alone that have that effect.
 */
export function selected<R extends Selectable>(selector: string, rules: readonly R[]): R[] {
  const [ids = "", kind] = selector.split(":");
  const [pack = "", names = ""] = ids.split("/");
  const pattern = new RegExp(`^${pack}/(${names.replaceAll("*", "[a-z0-9-]*").replaceAll(",", "|")})$`);
  return rules.filter(({ id, then }) => pattern.test(id) && (kind === undefined || then.kind === kind));
}
