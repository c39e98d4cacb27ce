/** The package brings no types. */
declare module "json-merge-patch" {
  const library: { apply(target: unknown, patch: unknown): unknown };
  export default library;
}
