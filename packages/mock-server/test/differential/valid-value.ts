import { flatten, type Schema } from "./contract.ts";

/** A source of random choices. */
export interface Chance {
  /** Returns a number from 0 (inclusive) to 1 (exclusive). */
  readonly next: () => number;
  readonly integer: (least: number, most: number) => number;
  readonly pick: <T>(items: readonly T[]) => T;
}

/** Creates random choices from a generator of numbers from 0 to 1. */
export function createChance(next: () => number): Chance {
  const integer = (least: number, most: number): number =>
    least + Math.floor(next() * (most - least + 1));
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new Error("There is nothing to pick from.");
    // The cast is safe: the list is not empty, so the index is in range.
    return items[integer(0, items.length - 1)] as T;
  };
  return { next, integer, pick };
}

/** Generates a value that a schema allows. */
export function validValue(schema: Schema, chance: Chance): unknown {
  const flat = flatten(schema);
  if (flat.oneOf) return validValue(chance.pick(flat.oneOf), chance);
  if (flat.enum) return chance.pick(flat.enum);
  switch (chance.pick([flat.type ?? "string"].flat())) {
    case "object":
      return validObject(flat, chance);
    case "array":
      return validArray(flat, chance);
    case "integer":
      return chance.integer(flat.minimum ?? 0, flat.maximum ?? 1000);
    case "number":
      return chance.next() * 1000;
    case "boolean":
      return chance.next() < 0.5;
    case "null":
      return null;
    default:
      return validText(flat, chance);
  }
}

function validObject(schema: Schema, chance: Chance): object {
  const { properties = {}, required = [], additionalProperties, minProperties = 0 } = schema;
  const names = Object.keys(properties);
  const chosen = names.filter((name) => required.includes(name) || chance.next() < 0.5);
  const rest = names.filter((name) => !chosen.includes(name));
  while (chosen.length < Math.min(minProperties, names.length)) chosen.push(rest.pop() ?? "");
  const entries = chosen.map((name) => [name, validValue(properties[name] ?? {}, chance)]);
  const more =
    typeof additionalProperties === "object" && chance.next() < 0.5
      ? [[isByStatus(schema) ? "2xx" : "listModels", validValue(additionalProperties, chance)]]
      : [];
  return Object.fromEntries([...entries, ...more]);
}

/** Whether a schema is `byStatusClass`, whose field names must match a pattern. */
function isByStatus(schema: Schema): boolean {
  return JSON.stringify(schema).includes("[1-5]xx");
}

function validArray({ items = {}, ...schema }: Schema, chance: Chance): unknown[] {
  const { minItems = 0, maxItems = 3, uniqueItems } = schema;
  const length = chance.integer(minItems, Math.max(minItems, Math.min(maxItems, 3)));
  const values = Array.from({ length }, () => validValue(items, chance));
  if (!uniqueItems) return values;
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

const BY_FORMAT: Readonly<Record<string, (chance: Chance) => string>> = {
  uuid: ({ integer }) =>
    `01939ae2-5d40-7a1f-9b2e-${integer(0, 0xffffff).toString(16).padStart(12, "0")}`,
  "date-time": ({ integer, pick }) =>
    new Date(integer(0, 4e12)).toISOString().replace("Z", pick(["Z", "+00:00", "-05:30"])),
  uri: ({ integer }) => `https://docs.sinkove.com/errors/e${integer(0, 999)}`,
  "uri-reference": ({ integer }) => `/v1/datasets/${integer(0, 999)}`,
  email: ({ integer, pick }) => `${pick(["grace", "a.b+c"])}${integer(0, 999)}@example.com`,
};

const BY_PATTERN: Readonly<Record<string, (chance: Chance) => string>> = {
  "^sinkove_(live|test)_[0-9A-Za-z]{38}$": ({ pick }) =>
    `sinkove_${pick(["live", "test"])}_${"aZ9".repeat(12)}xx`,
  "^whsec_[0-9A-Za-z+/]{43}=$": ({ pick }) => `whsec_${pick(["aZ+", "9/b"]).repeat(14)}x=`,
  "^[1-5]xx$": ({ integer }) => `${integer(1, 5)}xx`,
  "^[0-9a-f]{64}$": ({ integer }) => integer(0, 15).toString(16).repeat(64),
  "^[a-z0-9]+(-[a-z0-9]+)*$": ({ integer }) => `chest-xray-v${integer(1, 9)}`,
  "^[\\x21-\\x7e]+$": ({ integer }) => "!~aB".repeat(integer(1, 60)),
  "^[A-Za-z]+$": ({ pick }) => pick(["getMe", "createDataset"]),
  "^[^\\u0000-\\u001f\\u007f]*[^\\s\\u0000-\\u001f\\u007f][^\\u0000-\\u001f\\u007f]*$": ({
    pick,
  }) => pick(["Radiology", " a b ", "放射科 👩"]),
  "^[A-Za-z0-9_.-]+$": ({ integer }) => "v1.aZ_-".repeat(integer(1, 70)),
};

function validText(
  { format, pattern, minLength = 1, maxLength = 40 }: Schema,
  chance: Chance,
): string {
  const make = BY_FORMAT[format ?? ""] ?? BY_PATTERN[pattern ?? ""];
  if (make) return make(chance);
  const letters = ["a", "Z", "9", " ", "é", "放", "👩"];
  const length = chance.integer(Math.max(1, minLength), Math.min(maxLength, 40));
  return `${"x".repeat(length - 1)}${chance.pick(letters.filter((letter) => letter !== " "))}`;
}
