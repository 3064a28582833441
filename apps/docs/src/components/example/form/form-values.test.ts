import fc from "fast-check";
import { expect, test } from "vitest";
import type { FormField } from "../../../../plugins/reference/form-view.ts";
import { bodyOf, fieldAt, valuesOf } from "./form-values.ts";

const fields: readonly FormField[] = [
  { name: "name", kind: "text", hint: "string", required: true },
  { name: "size", kind: "number", hint: "integer" },
  { name: "enabled", kind: "boolean", hint: "boolean" },
  { name: "role", kind: "choice", hint: "string", values: ["owner", "member"] },
  { name: "scopes", kind: "choices", hint: "array", values: ["a", "b"] },
  { name: "ids", kind: "list", hint: "array of string" },
  { name: "args", kind: "json", hint: "object" },
  {
    name: "limit",
    kind: "group",
    hint: "object",
    fields: [{ name: "most", kind: "number", hint: "integer" }],
  },
];

const full = {
  name: "Nightly",
  size: 3,
  enabled: false,
  role: "owner",
  scopes: ["b"],
  ids: ["1", "2"],
  args: { prompt: "it's" },
  limit: { most: 5 },
};

test("a body is the same after a round trip through the fields", () => {
  expect(bodyOf(fields, valuesOf(fields, full))).toEqual({ body: full, faults: {} });
  const bodies = fc.record(
    {
      name: fc.string({ minLength: 1 }),
      size: fc.integer(),
      enabled: fc.boolean(),
      scopes: fc.subarray(["a", "b"], { minLength: 1 }),
      args: fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(bodies, (body) => {
      const written = JSON.parse(JSON.stringify(body));
      expect(bodyOf(fields, valuesOf(fields, written)).body).toEqual(written);
    }),
  );
});

test("empty fields, and groups of them, are left out", () => {
  expect(bodyOf(fields, valuesOf(fields, {}))).toEqual({ body: {}, faults: {} });
});

test("an invalid number stays text, so that the validators report it", () => {
  expect(bodyOf(fields, { "/size": "many" }).body).toEqual({ size: "many" });
  expect(bodyOf(fields, { "/size": "1e999" }).body).toEqual({ size: "1e999" });
});

test("invalid JSON is a fault of its field", () => {
  expect(Object.keys(bodyOf(fields, { "/args": "{" }).faults)).toEqual(["/args"]);
});

test("a violation belongs to the field of its pointer, or to the closest enclosing field", () => {
  const pointers = ["/limit/most", "/scopes"];
  expect(fieldAt(pointers, "/limit/most")).toBe("/limit/most");
  expect(fieldAt(pointers, "/scopes/0")).toBe("/scopes");
  expect(fieldAt(pointers, "/scopesX")).toBeUndefined();
  expect(fieldAt(pointers, "")).toBeUndefined();
});
