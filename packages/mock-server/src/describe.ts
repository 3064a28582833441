/** The maximum length of a described text, in characters. */
const MOST = 60;

/** Describes a value in an error message: a text or a number as JSON, and not everything that it contains. */
export function describe(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  const text = typeof value === "string" ? JSON.stringify(value) : `${value}`;
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text;
}
