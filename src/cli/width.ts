export interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export interface Environment {
  readonly [name: string]: string | undefined;
}

/** The width of the terminal, `COLUMNS`, or 80. */
export function widthOf(stream: Stream, environment: Environment): number {
  const said = Number(environment["COLUMNS"]);
  return stream.columns ?? (Number.isInteger(said) && said > 0 ? said : 80);
}
