import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type Method, methods } from "@sinkove/openapi/document";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pointerTo } from "../src/contract/json-pointer.ts";
import { objectsIn } from "../src/contract/objects-in.ts";
import { requireJudgeable } from "../src/contract/require-judgeable.ts";
import { createSandbox, MockError } from "../src/index.ts";
import { send } from "./calls.ts";

const require = createRequire(import.meta.url);
const own = JSON.parse(readFileSync(require.resolve("@sinkove/openapi/openapi.json"), "utf8"));

/** Published documents: Scalar's Galaxy and ReadMe's examples, including Petstore, Train Travel and USPTO. */
const folder = dirname(require.resolve("@readme/oas-examples/package.json"));
const files = [
  ...globSync("3.*/json/**/*.json", { cwd: folder }).map((file) => [file, join(folder, file)]),
  ["galaxy", require.resolve("@scalar/galaxy/3.1.json")],
].map(([name = "", file = ""]) => ({ name: name.replaceAll("\\", "/"), file }));

/** The expected errors of the invalid documents. */
const INVALID: Readonly<Record<string, string>> = {
  "3.0/json/openapi-workshop/post.json": "#/paths/~1hoot/post/responses must NOT have fewer than 1",
  "3.0/json/schema-validation.json": "#/paths/~1anything~1strings/parameters/3/schema: Invalid",
  "3.1/json/schema-validation-local.json": "parameters/3/schema/exclusiveMaximum must be number",
  "3.1/json/schema-validation-top-level.json":
    "parameters/1/schema/exclusiveMaximum must be number",
};

/** The reasons for which an operation of a valid document may get a 500 that the document does not declare. */
const UNANSWERED = [
  // Prism 5.12 splits the header of a list or object parameter even if the request does not have the header.
  "Cannot read properties of undefined (reading 'split')",
  // Prism responds with 500 to a path parameter that does not follow its style.
  "serialization style requires parameter to be prefixed",
  // Prism supports two styles only for lists. OpenAPI allows them for objects too.
  "delimited style is only applicable to array parameter",
  "The contract declares no response for this operation",
  "a status below 200, which is not a final response",
];

interface Operations {
  readonly paths?: Readonly<Record<string, Partial<Record<Method, unknown>>>>;
}

function* requestsFor({ paths = {} }: Operations) {
  for (const [path, item] of Object.entries(paths)) {
    for (const method of methods.filter((name) => name !== "trace" && item[name])) {
      yield { method: method.toUpperCase(), path: encodeURI(path.replace(/\{[^}]+\}/g, "1")) };
    }
  }
}

describe("a contract that others publish", () => {
  test("is one of more than fifty, of OpenAPI 3.0 and 3.1", () => {
    expect(files.length).toBeGreaterThan(50);
  });

  test.each(files)(
    "$name is served, or refused with the place of its fault",
    async ({ name, file }) => {
      const contract = JSON.parse(readFileSync(file, "utf8"));
      const opening = createSandbox({ contract, engine: "prism" });
      const fault = INVALID[name];
      if (fault !== undefined) return expect(opening).rejects.toThrow(fault);
      await using sandbox = await opening;
      for (const { method, path } of requestsFor(contract)) {
        const response = await send(sandbox, path, { method });
        const text = await response.text();
        expect(text, `${method} ${path}`).not.toContain('"code":"NOT_FOUND"');
        if (!text.includes('"code":"INTERNAL_ERROR"')) continue;
        expect(
          UNANSWERED.filter((reason) => text.includes(reason)),
          text,
        ).toHaveLength(1);
      }
    },
  );
});

test("a document without components, with inline headers, a trailing slash and a fixed path is served", async () => {
  const header = { schema: { type: "string", pattern: "^a$" }, example: "a" };
  const response = (id: string) => ({
    description: "OK",
    headers: { "X-Required": { ...header, required: true }, "X-Other": header },
    content: { "application/json": { schema: { type: "object" }, example: { id } } },
  });
  const get = (id: string) => ({ get: { responses: { 200: response(id) } } });
  const contract = {
    openapi: "3.1.0",
    info: { title: "Small", version: "1" },
    paths: {
      "/things/{id}": get("any"),
      "/things/new": get("new"),
      "/(odd)/": get("odd"),
      "/v1/x": get("v1"),
    },
  };
  await using sandbox = await createSandbox({ contract, engine: "prism" });
  for (const [path, id] of [
    ["/things/5", "any"],
    ["/things/new", "new"],
    ["/(odd)/", "odd"],
    ["/v1/x", "v1"],
  ]) {
    const answer = await send(sandbox, `${path}`);
    expect([answer.headers.get("x-required"), answer.headers.has("x-other")]).toEqual(["a", false]);
    expect(await answer.json()).toEqual({ id });
  }
});

test("forms and texts are accepted as bodies if the contract declares them", async () => {
  const content = {
    "application/x-www-form-urlencoded": {
      schema: { type: "object", required: ["a"], properties: { a: { type: "integer" } } },
    },
    "text/*": { schema: { type: "string", maxLength: 3 } },
  };
  const responses = { 200: { description: "OK", content: { "text/plain": { example: "fine" } } } };
  const contract = {
    openapi: "3.0.3",
    info: { title: "Bodies", version: "1" },
    paths: { "/bodies": { post: { requestBody: { content }, responses } } },
  };
  await using sandbox = await createSandbox({ contract, engine: "prism" });
  const post = async (type: string, body: string) => {
    const init = { method: "POST", headers: { "content-type": type }, body };
    const response = await sandbox.fetch("/bodies", init);
    return [response.status, response.status === 200 ? await response.text() : undefined];
  };
  expect(await post("application/x-www-form-urlencoded", "a=1")).toEqual([200, "fine"]);
  expect(await post("application/x-www-form-urlencoded", "a=x")).toEqual([422, undefined]);
  expect(await post("text/csv", "a,b")).toEqual([200, "fine"]);
  expect(await post("text/csv", "a,b,c")).toEqual([422, undefined]);
  expect(await post("application/json", "{}")).toEqual([415, undefined]);
});

/** Fields that make any schema invalid. */
const SCHEMA_FAULTS: readonly object[] = [
  { minLength: "1" },
  { maxLength: -1 },
  { maximum: "much" },
  { minItems: 0.5 },
  { multipleOf: 0 },
  { pattern: "(" },
  { pattern: "\\p{Nonsense}" },
  { patternProperties: { "[": {} } },
  { type: "text" },
  { type: ["string", "string"] },
  { required: "id" },
  { required: ["id", "id"] },
  { enum: [] },
  { enum: "a" },
  { properties: [] },
  { items: 5 },
  { additionalProperties: "no" },
  { allOf: [] },
  { format: 5 },
  { uniqueItems: "yes" },
];

/** Values that make any object that has the field invalid. */
const MEMBER_FAULTS: readonly (readonly [member: string, value: unknown])[] = [
  ["$ref", "#/components/schemas/Nothing"],
  ["$ref", "other.json#/components/schemas/Account"],
  ["responses", []],
  ["parameters", {}],
  ["content", []],
  ["in", "nowhere"],
  ["security", {}],
  ["operationId", 5],
];

interface Breakage {
  readonly document: object;
  /** The pointer to the broken object. */
  readonly at: string;
}

const parts = [...objectsIn(own)];
/** The schemas whose keywords can be broken. */
const schemas = parts
  .filter(({ node }) => "type" in node && !("in" in node) && !("url" in node))
  .filter(({ path }) => path.includes("schema") || path.includes("schemas"));

const broken: fc.Arbitrary<Breakage> = fc.oneof(
  fc
    .record({ place: fc.constantFrom(...schemas), fault: fc.constantFrom(...SCHEMA_FAULTS) })
    .map(({ place: { path }, fault }) => breakAt(path, fault)),
  fc
    .constantFrom(...MEMBER_FAULTS)
    .chain(([member, value]) =>
      fc
        .constantFrom(...parts.filter(({ node }) => isMember(node, member)))
        .map(({ path }) => breakAt(path, { [member]: value })),
    ),
);

/** Whether an object has a field, with the meaning that OpenAPI gives to it. */
function isMember(node: object, member: string): boolean {
  if (!Object.hasOwn(node, member)) return false;
  const value: unknown = Reflect.get(node, member);
  return member !== "parameters" || Array.isArray(value);
}

function breakAt(path: readonly (string | number)[], members: object): Breakage {
  const document = structuredClone(own);
  const node = path.reduce((parent, name) => parent[name], document);
  Object.assign(node, members);
  return { document, at: pointerTo(path) };
}

test("500 broken copies of the contract are refused, each with the place of its fault", () => {
  expect(() => requireJudgeable(own, "own.json")).not.toThrow();
  fc.assert(
    fc.property(broken, ({ document, at }) => {
      const message = refusalOf(document);
      const [place = ""] = /#[^\s:]*(?=[:\s]|$)/.exec(message.replace(/refers to \S+ /, "")) ?? [];
      const isNear = place.startsWith(at) || at.startsWith(place);
      if (place === "" || !isNear) throw new Error(`${at} was broken: ${message}`);
    }),
    { numRuns: 500 },
  );
});

function refusalOf(document: object): string {
  try {
    requireJudgeable(document, "own.json");
  } catch (error) {
    if (error instanceof MockError) return error.message;
    throw error;
  }
  return "it was not refused";
}

test("a contract is validated by Prism unless an engine is named, and never by the built-in validators", async () => {
  const contract = structuredClone(own);
  contract.components.schemas.Account.required.push("colour");
  await using sandbox = await createSandbox({ contract });
  expect((await send(sandbox, "/v1/me")).status).toBe(500);
  const fast = createSandbox({ contract, engine: "fast" });
  await expect(fast).rejects.toThrow("The engine fast supports only the built-in contract.");
});
