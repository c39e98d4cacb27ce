/** One ratio or count, and the bar it is held to. */
export interface Row {
  readonly what: string;
  readonly measured: number;
  readonly must: number;
  readonly aim: number | null;
  readonly more: boolean;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}
