/** A value as a message quotes it: text in curly quotes, anything else as JSON, neither longer than a line. */
export function quote(value: unknown): string {
  return typeof value === "string" ? `“${short(value)}”` : short(JSON.stringify(value) ?? "nothing");
}

export function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
