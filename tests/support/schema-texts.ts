/** A JSON Schema, as far as it is read here. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

/** Every place of a schema where text fits, with what limits it; definitions are followed. */
export function textsIn(
  root: Schema,
  node: Schema,
  path: string,
  seen: ReadonlySet<unknown> = new Set(),
): { path: string; schema: Schema }[] {
  if (node.$ref !== undefined) {
    const target = node.$ref
      .split("/")
      .slice(1)
      .reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], root) as Schema;
    return seen.has(target) ? [] : textsIn(root, target, path, new Set([...seen, target]));
  }
  const holdsText = node.type === "string" || (Array.isArray(node.type) && node.type.includes("string"));
  const parts: [string, Schema][] = [
    ...Object.entries(node.properties ?? {}).map(([key, part]): [string, Schema] => [`${path}.${key}`, part]),
    ...[...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.allOf ?? [])].map((part): [string, Schema] => [
      path,
      part,
    ]),
    ...(node.items === undefined ? [] : [[`${path}[]`, node.items] as [string, Schema]]),
    ...(typeof node.additionalProperties === "object"
      ? [[`${path}.*`, node.additionalProperties] as [string, Schema]]
      : []),
  ];
  return [
    ...(holdsText ? [{ path, schema: node }] : []),
    ...parts.flatMap(([at, part]) => textsIn(root, part, at, seen)),
  ];
}

export function isClosed({ enum: values, const: constant, pattern }: Schema): boolean {
  return values !== undefined || constant !== undefined || pattern !== undefined;
}
