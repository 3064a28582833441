import { isObject, JqError, type Json, typeOf } from "./json.ts";
import { look } from "./operators.ts";

/** A filter, which maps one value to any number of values. */
export type Filter = (input: Json) => Iterable<Json>;

export function asText(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

export function withoutErrors(filter: Filter, input: Json): Json[] {
  const found: Json[] = [];
  try {
    for (const value of filter(input)) found.push(value);
  } catch (error) {
    if (!(error instanceof JqError)) throw error;
  }
  return found;
}

/** Combines the values of two filters. As in jq, the right side is the outer loop. */
export function combine(left: Filter, right: Filter, join: (a: Json, b: Json) => Json): Filter {
  return function* (input) {
    for (const b of right(input)) for (const a of left(input)) yield join(a, b);
  };
}

export function member(of: Filter, name: string): Filter {
  return function* (input) {
    for (const value of of(input)) yield look(value, name);
  };
}

export function eachOf(of: Filter): Filter {
  return function* (input) {
    for (const value of of(input)) {
      if (Array.isArray(value)) yield* value;
      else if (isObject(value)) yield* Object.values(value);
      else throw new JqError(`Cannot iterate over ${typeOf(value)}`, 5);
    }
  };
}

export function objectsOf(
  members: readonly { name: Filter; value: Filter }[],
  input: Json,
): Json[] {
  let objects: Record<string, Json>[] = [{}];
  for (const { name, value } of members) {
    objects = objects.flatMap((object) =>
      [...name(input)].flatMap((key) =>
        [...value(input)].map((each) => ({ ...object, [asText(key)]: each })),
      ),
    );
  }
  return objects;
}
