import type { Named } from "../document.ts";
import { isSame } from "./change.ts";

export interface Schemas {
  readonly old: Named<unknown>;
  readonly now: Named<unknown>;
}

const prefix = "#/components/schemas/";

/** Whether two schemas are equal apart from their own names and the names of other renamed schemas. */
export function isSameButForNames(
  was: string,
  is: string,
  { old, now }: Schemas,
  assumed: ReadonlySet<string> = new Set(),
): boolean {
  const pair = `${was} ${is}`;
  if (assumed.has(pair)) return true;
  const known = new Set([...assumed, pair]);
  return hasSameContent(old[was], now[is], (before, after) => {
    const [first, second] = [schemaNameOf(before), schemaNameOf(after)];
    if (first === undefined || second === undefined || first in now || second in old) return false;
    return isSameButForNames(first, second, { old, now }, known);
  });
}

/** The name of the component schema that a reference points to. */
export function schemaNameOf(reference: unknown): string | undefined {
  if (typeof reference !== "string" || !reference.startsWith(prefix)) return undefined;
  return reference.slice(prefix.length);
}

function hasSameContent(
  old: unknown,
  now: unknown,
  isSameReference: (old: unknown, now: unknown) => boolean,
): boolean {
  if (typeof old !== "object" || typeof now !== "object" || old === null || now === null) {
    return isSame(old, now) || isSameReference(old, now);
  }
  if (Array.isArray(old) !== Array.isArray(now)) return false;
  const [before, after] = [new Map<string, unknown>(Object.entries(old)), Object.entries(now)];
  return (
    before.size === after.length &&
    after.every(
      ([key, value]: [string, unknown]) =>
        before.has(key) && hasSameContent(before.get(key), value, isSameReference),
    )
  );
}
