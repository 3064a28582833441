/** A moment (RFC 3339) as `<input type="datetime-local">` shows it, in the time zone of the browser. */
export function toLocalInput(value: string | null): string {
  if (value === null) return "";
  const at = new Date(value);
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** What a person entered there as RFC 3339 in UTC; null if it is empty or no moment. */
export function fromLocalInput(text: string): string | null {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
