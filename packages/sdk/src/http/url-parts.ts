import { ArgumentError } from "../errors/client-errors.ts";

const SAFE_PATH = /^(\/(?!\.\.?(\/|$))[\w.~-]+)+$/;
const SAFE_SEGMENT = /^(?!\.$|.*\.\.)[\w.~-]+$/;

/**
 * Fills a path template. A segment that is empty, climbs (`..`) or would end the path (`/`, `?`,
 * `#`, `%`) is refused: it would reach another operation than the one that was called.
 */
export function fillPath(template: string, values: Readonly<Record<string, unknown>> = {}): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (typeof value === "string" && SAFE_SEGMENT.test(value)) return value;
    const fault = typeof value === "string" ? (value ? "right" : "empty") : value;
    throw new ArgumentError(`${name} cannot be ${fault}. Pass it as the API gave it.`);
  });
}

/** The path, if it is one below the base URL that stays what it is: no `..`, `%`, `?` or `#`. */
export function checkedPath(path: string): string {
  if (SAFE_PATH.test(path)) return path;
  throw new ArgumentError("A path must be like /datasets/{id}, with the id in params.");
}

/** Writes a query, with its `?`: a `Date` as RFC 3339, nothing for what is undefined or null. */
export function writeQuery(query: object = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  if (given.length === 0) return "";
  const written = given.map(([name, value]) => [
    name,
    value.toISOString?.() ?? String(value), // a date of another realm is no instance of Date
  ]);
  return `?${new URLSearchParams(written)}`;
}
