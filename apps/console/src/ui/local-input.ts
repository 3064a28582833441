/** Converts a time (RFC 3339) to the value of `<input type="datetime-local">`, in the time zone of the browser. */
export function toLocalInput(value: string | null): string {
  if (value === null) return "";
  const at = new Date(value);
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** Converts the value of such an input to RFC 3339 in UTC; null if it is empty or not a valid time. */
export function fromLocalInput(text: string): string | null {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
