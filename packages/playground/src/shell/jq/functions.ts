import type { Filter } from "./filter.ts";
import { isEqual, isObject, isTrue, JqError, type Json, typeOf } from "./json.ts";

type Builder = (...args: readonly Filter[]) => Filter;

/** Creates a function of only the input. */
function of(compute: (input: Json) => Json): Builder {
  return () => (input) => [compute(input)];
}

/** Creates a function of the input and each value of an argument. */
function withArgument(compute: (input: Json, argument: Json) => Json): Builder {
  return (argument) =>
    function* (input) {
      for (const value of argument?.(input) ?? []) yield compute(input, value);
    };
}

/** The functions by name and number of arguments. */
export const functions: Readonly<Record<string, Builder>> = {
  "empty/0": () => () => [],
  "not/0": of((input) => !isTrue(input)),
  "length/0": of(lengthOf),
  "keys/0": of((input) =>
    Array.isArray(input) ? [...input.keys()] : Object.keys(object(input)).sort(),
  ),
  "type/0": of(typeOf),
  "first/0": of((input) => list(input)[0] ?? null),
  "last/0": of((input) => list(input).at(-1) ?? null),
  "add/0": of((input) => list(input).reduce((sum: Json, each) => sumOf(sum, each), null)),
  "tostring/0": of((input) => (typeof input === "string" ? input : JSON.stringify(input))),
  "tonumber/0": of(Number),
  "ascii_downcase/0": of((input) => text(input).toLowerCase()),
  "ascii_upcase/0": of((input) => text(input).toUpperCase()),
  "select/1": (condition) =>
    function* (input) {
      for (const value of condition?.(input) ?? []) if (isTrue(value)) yield input;
    },
  "map/1": (filter) => (input) => [list(input).flatMap((each) => [...(filter?.(each) ?? [])])],
  "has/1": withArgument((input, key) =>
    Array.isArray(input) ? Number(key) in input : Object.hasOwn(object(input), text(key)),
  ),
  "join/1": withArgument((input, separator) =>
    list(input)
      .map((each) => (each === null ? "" : typeof each === "string" ? each : JSON.stringify(each)))
      .join(text(separator)),
  ),
  "split/1": withArgument((input, separator) => text(input).split(text(separator))),
  "startswith/1": withArgument((input, start) => text(input).startsWith(text(start))),
  "test/1": withArgument((input, pattern) => new RegExp(text(pattern)).test(text(input))),
  "contains/1": withArgument((input, part) =>
    typeof input === "string"
      ? input.includes(text(part))
      : list(part).every((each) => list(input).some((own) => isEqual(own, each))),
  ),
};

function lengthOf(input: Json): Json {
  if (input === null) return 0;
  if (typeof input === "number") return Math.abs(input);
  if (typeof input === "string") return [...input].length;
  if (typeof input === "boolean") throw new JqError("boolean has no length", 5);
  return Array.isArray(input) ? input.length : Object.keys(input).length;
}

/** Adds two numbers, strings, arrays or objects. */
export function sumOf(left: Json, right: Json): Json {
  if (left === null) return right;
  if (right === null) return left;
  if (typeof left === "number" && typeof right === "number") return left + right;
  if (typeof left === "string" && typeof right === "string") return left + right;
  if (Array.isArray(left) && Array.isArray(right)) return [...left, ...right];
  if (isObject(left) && isObject(right)) return { ...left, ...right };
  throw new JqError(`${typeOf(left)} and ${typeOf(right)} cannot be added`, 5);
}

function list(value: Json): readonly Json[] {
  if (Array.isArray(value)) return value;
  throw new JqError(`Cannot iterate over ${typeOf(value)}`, 5);
}

function object(value: Json): { readonly [name: string]: Json } {
  if (isObject(value)) return value;
  throw new JqError(`${typeOf(value)} has no keys`, 5);
}

function text(value: Json): string {
  if (typeof value === "string") return value;
  throw new JqError(`${typeOf(value)} is not a string`, 5);
}
