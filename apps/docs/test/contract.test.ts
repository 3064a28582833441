import type { ContractOperation } from "@sinkove/openapi/contract";
import { type Example, resolve, type Schema } from "@sinkove/openapi/document";
import { describe, expect, test } from "vitest";
import { errorAddress, operationAddress } from "../plugins/reference/address.ts";
import { contract } from "../plugins/reference/contract.ts";
import { codesOfSessions, errorCodes } from "../plugins/reference/error-page.ts";
import { builtAddresses, builtPage } from "./built-site.mts";

const { document, operations, schemas } = contract;
// This cast is safe: entries of `components.examples` are examples.
const examples = (document.components?.examples ?? {}) as Readonly<Record<string, Example>>;

describe.each(operations)("the page of $id", (operation) => {
  const { id, method, path, parameters } = operation;
  const page = builtPage(operationAddress(id));

  test("says how to call the operation, and which scopes the key needs", () => {
    const [endpoint = ""] = page.texts(".endpoint");
    for (const fact of [id, method, path])
      expect(endpoint.replaceAll("\u200b", "")).toContain(fact);
    expect(endpoint.match(/\w+:(read|write)/g) ?? []).toEqual(operation.scopes);
  });

  test("has each parameter and no other", () => {
    const names = page
      .texts(".member-head")
      .filter((head) => / (path|query|header) /.test(head))
      // Each name is followed by a link without visible text.
      .map((head) => head.split(/[ \u200b]/)[0]);
    expect(names.toSorted()).toEqual(parameters.map(({ name }) => name).toSorted());
  });

  test("has each response with its codes, and each example except those of errors", () => {
    for (const { status, codes } of operation.responses) {
      if (status < 400) expect(page.texts("h2").join()).toContain(`Response ${status}`);
      else expect(rowOf(page.texts("table.errors tr"), `${status}`)).toEqual(codes);
    }
    for (const name of examplesOf(operation))
      expect(page.texts("p")).toContainEqual(expect.stringContaining(`(${name})`));
  });

  test("has all fields of its body and its responses, including nested ones", () => {
    const shown = new Set(page.texts(".member-name"));
    for (const name of membersOf(operation)) expect(shown).toContain(name);
  });

  const isForPeople = !operation.isPublic && !operation.schemes.includes("apiKey");

  if (isForPeople)
    test("names the reason and the console instead of a sample", () => {
      expect(page.html).not.toContain("data-example");
      expect(page.text).toContain(operation.securityReason);
      expect(page.html).toMatch(/href="?\/guides\/console[" >]/);
    });
  else if (operation.isPublic && operation.method === "POST")
    test("links to a guide instead of a sample, because the SDKs have no method", () => {
      expect(operation.sdk).toBeUndefined();
      expect(page.html).not.toContain("data-example");
      expect(page.html).toMatch(/href="?\/guides\//);
    });
  else
    test("has a sample in each language", () => {
      expect(page.html).toContain("data-example");
      for (const label of ["TypeScript", "curl", "Python"]) expect(page.text).toContain(label);
    });
});

function rowOf(rows: readonly string[], status: string): string[] {
  const row = rows.find((text) => text.startsWith(status)) ?? "";
  return row.match(/\b[A-Z]+(?:_[A-Z]+)+\b/g) ?? [];
}

function contentsOf({ body, responses }: ContractOperation) {
  const successes = responses.filter(({ status }) => status < 400);
  return [body, ...successes.map(({ content }) => content)].flatMap((content) => content ?? []);
}

function examplesOf(operation: ContractOperation): string[] {
  return contentsOf(operation).flatMap((content) => content.examples.map(({ name }) => name));
}

function membersOf(operation: ContractOperation): Set<string> {
  const names = new Set<string>();
  for (const { schema } of contentsOf(operation)) if (schema) collectMembers(schema, names);
  return names;
}

function collectMembers(schema: Schema, names: Set<string>): void {
  if (schema.$ref !== undefined)
    collectMembers(resolve<Schema>(document, { $ref: schema.$ref }), names);
  for (const [name, member] of Object.entries(schema.properties ?? {})) {
    names.add(name);
    collectMembers(member, names);
  }
  for (const part of [...(schema.allOf ?? []), ...(schema.oneOf ?? [])])
    collectMembers(part, names);
  if (schema.items) collectMembers(schema.items, names);
}

describe("the page of schemas", () => {
  const page = builtPage("/reference/schemas");

  test("has each schema and no other", () => {
    const headings = page.texts("h2").map((text) => text.replace(/\W/g, ""));
    expect(headings).toEqual(Object.keys(schemas).toSorted());
  });

  test("has each value of each enumeration", () => {
    const values = Object.values(schemas).flatMap((schema) => schema.enum ?? []);
    const shown = new Set(page.texts(".values code"));
    for (const value of values) expect(shown).toContain(value);
  });
});

describe("the reference", () => {
  test("has a page for each operation and no other", () => {
    const own = operations.map(({ id }) => operationAddress(id));
    expect(builtAddresses("reference")).toEqual([...own, "/reference/schemas"].toSorted());
  });

  test("explains each scope", () => {
    const page = builtPage("/reference");
    expect(page.texts("td:first-child code").filter((text) => text.includes(":"))).toEqual(
      schemas.Scope?.enum,
    );
  });

  test("has the scopes of each role", () => {
    const rows = builtPage("/reference").texts("tr");
    for (const [role, scopes] of Object.entries(contract.roles)) {
      const row = rows.find((text) => text.startsWith(role) && !text.startsWith(`${role}s:`)) ?? "";
      expect(row.match(/\w+:(read|write)/g)).toEqual(scopes);
    }
  });

  test("explains each response header", () => {
    const names = operations.flatMap(({ responses }) =>
      responses.flatMap(({ headers }) => headers.map(({ name }) => name)),
    );
    const headings = builtPage("/reference").texts("h3 code");
    for (const name of new Set(names)) expect(headings).toContain(name);
  });
});

describe("the error catalogue", () => {
  test("has a page for each code and no other", () => {
    expect(builtAddresses("errors")).toEqual(errorCodes.map(errorAddress).toSorted());
  });

  test.each(errorCodes)("says how to fix %s, causes it, and shows the response", (code) => {
    const page = builtPage(errorAddress(code));
    expect(page.texts("h2").join()).toContain("How to fix it");
    if (codesOfSessions.has(code)) expect(page.html).not.toContain("data-example");
    else expect(page.html).toContain("data-example");
    const own = Object.entries(examples).filter(([, { value }]) => isProblem(value, code));
    for (const [name] of own) expect(page.text).toContain(`(${name})`);
  });

  test("says what to do about each reason for INVALID_API_KEY, and no other", () => {
    const reasons = builtPage(errorAddress("INVALID_API_KEY")).texts("td:first-child code");
    expect(reasons.toSorted()).toEqual(schemas.InvalidApiKeyReason?.enum?.toSorted());
  });

  test("is where the API's problems point to", () => {
    for (const { value } of Object.values(examples)) {
      if (!isProblem(value)) continue;
      expect(value.type).toBe(`https://docs.sinkove.com${errorAddress(value.code)}`);
    }
  });
});

function isProblem(value: unknown, code?: string): value is { type: string; code: string } {
  if (typeof value !== "object" || value === null) return false;
  // A logged request also has a code.
  if (!("type" in value && "code" in value)) return false;
  return code === undefined || value.code === code;
}
