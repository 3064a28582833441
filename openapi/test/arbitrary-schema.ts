import fc from "fast-check";
import type { Schema } from "../document.ts";

const limit = fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined });

/** Schemas of a single value, nullable or not, whose narrowing or widening can be tested exactly. */
export const scalarSchema: fc.Arbitrary<Schema> = fc.oneof(
  scalar("string", { minLength: limit, maxLength: limit, pattern: oneOfOrNone("^a", "b$") }),
  scalar("integer", { minimum: limit, maximum: limit, multipleOf: oneOfOrNone(1, 2, 3, 4) }),
  scalar("number", { minimum: limit, exclusiveMaximum: limit }),
  scalar("boolean", {}),
  fc.constant({}),
);

/** Schemas of requests: enums, arrays, and objects that refuse unknown members. */
export const requestSchema: fc.Arbitrary<Schema> = fc.letrec<{ schema: Schema }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 2, depthSize: "small" },
    scalarSchema,
    fc.subarray(["a", "ab", "b", 1, 2, null], { minLength: 1 }).map((values) => ({ enum: values })),
    fc.constantFrom("a", "b", 1, null).map((only) => ({ const: only })),
    fc
      .record({ type: fc.constant("array"), items: tie("schema"), minItems: limit })
      .map(withoutNothing),
    fc.tuple(tie("schema"), tie("schema")).map((members) => ({ anyOf: members })),
    fc.tuple(scalarSchema, scalarSchema).map((members) => ({ allOf: members })),
    fc
      .tuple(fc.dictionary(fc.constantFrom("a", "b", "c"), tie("schema")), fc.subarray(["a", "b"]))
      .map(([properties, required]) => ({
        type: "object",
        additionalProperties: false,
        properties,
        required: required.filter((name) => name in properties),
      })),
  ),
})).schema;

/** Values at the edges of what such schemas accept. */
export const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    fc.constantFrom("", "a", "ab", "b", "aab", "abab", "ababab", null, true, false),
    fc.integer({ min: -1, max: 12 }),
    fc.constantFrom(0.5, 1.5, 3.5),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom("a", "b", "c", "d"), tie("value")),
  ),
})).value;

function scalar(
  type: string,
  keywords: { [keyword: string]: fc.Arbitrary<unknown> },
): fc.Arbitrary<Schema> {
  return fc
    .tuple(fc.record(keywords), fc.boolean())
    .map(([own, isNullable]) =>
      withoutNothing({ type: isNullable ? [type, "null"] : type, ...own }),
    );
}

function oneOfOrNone<T>(...values: T[]): fc.Arbitrary<T | undefined> {
  return fc.constantFrom(undefined, ...values);
}

function withoutNothing(schema: { [keyword: string]: unknown }): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([, member]) => member !== undefined));
}
