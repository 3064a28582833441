import { flatten, type Schema } from "./contract.ts";
import type { Chance } from "./valid-value.ts";

/** A way to break a value, with its description. */
interface Breakage {
  readonly what: string;
  readonly broken: () => unknown;
}

/** A value that is broken in one place, with a description. */
export interface BrokenValue {
  readonly what: string;
  readonly value: unknown;
}

/** Breaks a valid value in one place. */
export function breakValue(schema: Schema, value: unknown, chance: Chance): BrokenValue {
  const { what, broken } = chance.pick(breakagesOf(flatten(schema), value, "", chance));
  return { what, value: broken() };
}

function breakagesOf(schema: Schema, value: unknown, place: string, chance: Chance): Breakage[] {
  const here = [...wrongTypes(schema), ...outsideLimits(schema, value)].map(([what, other]) => ({
    what: `${place || "the whole"}: ${what}`,
    broken: () => other,
  }));
  if (Array.isArray(value)) return [...here, ...inArray(schema, value, place, chance)];
  if (typeof value !== "object" || value === null) return here;
  return [...here, ...inObject(schema, { ...value }, place, chance)];
}

function wrongTypes({ type, oneOf }: Schema): [string, unknown][] {
  if (oneOf) return [["a type of none of its kinds", 1.5]];
  const types = [type ?? []].flat();
  const others: readonly [string, unknown][] = [
    ["object", {}],
    ["array", []],
    ["string", "x"],
    ["number", 1.5],
    ["boolean", true],
    ["null", null],
  ];
  return others
    .filter(([name]) => types.length > 0 && !types.includes(name))
    .map(([name, other]) => [`is of type ${name}`, other]);
}

function outsideLimits(schema: Schema, value: unknown): [string, unknown][] {
  if (schema.enum) return [["is not in the enumeration", "NO_SUCH_VALUE"]];
  if (typeof value === "number") return numbers(schema, value);
  if (typeof value === "string") return texts(schema, value);
  return [];
}

function numbers({ minimum, maximum }: Schema, value: number): [string, unknown][] {
  return [
    ["has a fraction", value + 0.5],
    ...(minimum === undefined ? [] : [["is below the minimum", minimum - 1] as [string, unknown]]),
    ...(maximum === undefined ? [] : [["is above the maximum", maximum + 1] as [string, unknown]]),
  ];
}

const BAD_FORMATS: Readonly<Record<string, readonly string[]>> = {
  uuid: [
    "",
    "x",
    "01939ae2-5d40-7a1f-9b2e",
    "01939ae25d407a1f9b2e6f0c2d8e4a17",
    "{01939ae2-5d40-7a1f-9b2e-6f0c2d8e4a17}",
  ],
  "date-time": [
    "",
    "tomorrow",
    "2026-11-24",
    "2026-02-30T00:00:00Z",
    "2026-11-24T10:00:00",
    "2026-11-24 10:00:00Z",
    "2026-11-24T24:00:00Z",
    "2026-11-24T10:00:60Z",
    "2026-11-24T10:00Z",
    "2026-11-24t10:00:00z",
  ],
  uri: ["", "no uri", "/relative", "http://a b"],
  "uri-reference": ["a b", "\\", "%zz"],
  email: ["", "grace", "grace@", "@example.com", "grace hopper@example.com", "a@b@example.com"],
};

function texts(
  { format, pattern, minLength, maxLength }: Schema,
  value: string,
): [string, unknown][] {
  return [
    ...(BAD_FORMATS[format ?? ""] ?? []).map((text): [string, unknown] => [
      `is not a valid ${format}: ${text}`,
      text,
    ]),
    ...(minLength === undefined ? [] : [["is too short", ""] as [string, unknown]]),
    ...(maxLength === undefined
      ? []
      : [["is too long", "x".repeat(maxLength + 1)] as [string, unknown]]),
    ...(pattern === undefined
      ? []
      : [["does not match its pattern", `${value}\n\u0001`] as [string, unknown]]),
  ];
}

function inArray(schema: Schema, items: unknown[], place: string, chance: Chance): Breakage[] {
  const { minItems = 0, uniqueItems, items: each = {} } = schema;
  const inside = items.flatMap((item, index) =>
    breakagesOf(flatten(each), item, `${place}/${index}`, chance).map(({ what, broken }) => ({
      what,
      broken: () => items.with(index, broken()),
    })),
  );
  const few = minItems > 0 ? [{ what: `${place}: has too few`, broken: () => [] }] : [];
  const twice = { what: `${place}: repeats an item`, broken: () => [...items, items[0]] };
  return [...inside, ...few, ...(uniqueItems && items.length > 0 ? [twice] : [])];
}

type Members = Record<string, unknown>;

function inObject(schema: Schema, members: Members, place: string, chance: Chance): Breakage[] {
  const { properties = {}, required = [], additionalProperties, minProperties = 0 } = schema;
  const inside = Object.entries(members).flatMap(([name, member]) => {
    const own = properties[name] ?? additionalProperties;
    const its = typeof own === "object" ? flatten(own) : {};
    return breakagesOf(its, member, `${place}/${name}`, chance).map(({ what, broken }) => ({
      what,
      broken: () => ({ ...members, [name]: broken() }),
    }));
  });
  const missing = required.map((name) => ({
    what: `${place}/${name}: is missing`,
    broken: () => Object.fromEntries(Object.entries(members).filter(([own]) => own !== name)),
  }));
  const stranger = {
    what: `${place}: has a member that it may not have`,
    broken: () => ({ ...members, "no such member": 1 }),
  };
  const empty = { what: `${place}: has no member`, broken: () => ({}) };
  const isClosed = additionalProperties === false || typeof additionalProperties === "object";
  return [
    ...inside,
    ...missing,
    ...(isClosed ? [stranger] : []),
    ...(minProperties > 0 ? [empty] : []),
  ];
}
