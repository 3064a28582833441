/** A JSON object with unknown members. */
export type JsonObject = { readonly [name: string]: unknown };

/** Distinguishes objects from arrays and plain values. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Applies `change` to each part of a value, the innermost first. */
export function mapJson(value: unknown, change: (part: unknown) => unknown): unknown {
  if (Array.isArray(value)) return change(value.map((item) => mapJson(item, change)));
  if (!isObject(value)) return change(value);
  const members = Object.entries(value).map(([name, member]) => [name, mapJson(member, change)]);
  return change(Object.fromEntries(members));
}

/** A JSON merge patch (RFC 7396), except that null is a value instead of removing a member. */
export function merge(target: unknown, patch: JsonObject): JsonObject {
  const merged: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    merged[name] = isObject(value) ? merge(merged[name], value) : value;
  }
  return merged;
}
