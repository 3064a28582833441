import { contractOf } from "@sinkove/openapi/contract";
import { expect, test, vi } from "vitest";
import { contract } from "../plugins/reference/contract.ts";
import { operationPage } from "../plugins/reference/operation-page.ts";
import { viewNamedSchema } from "../plugins/reference/schema-view.ts";

vi.mock(import("../plugins/reference/contract.ts"), async (load) => {
  const original = await load();
  const { document } = original.contract;
  const { components = {} } = document;
  const part = { $ref: "#/components/schemas/Part" };
  const Part = {
    type: "object",
    description: "A part.",
    properties: {
      name: { type: "string", description: "Its name." },
      parts: { type: "array", items: part, description: "Its parts." },
    },
  };
  const schemas = { ...components.schemas, Part };
  const changed = { ...document, components: { ...components, schemas } };
  return { ...original, contract: contractOf(changed) };
});

test("a schema that contains itself is shown once, and within itself by its name", () => {
  const { members = [] } = viewNamedSchema("Part");
  expect(members.map(({ name }) => name)).toEqual(["name", "parts"]);
  expect(members[1]).toMatchObject({ type: "array of Part", named: "Part" });
  const [, inner] = members[1]?.members ?? [];
  expect(inner?.members).toBeUndefined();
});

test("the page of a deprecated operation says that it is", () => {
  const [operation] = contract.operations;
  if (!operation) throw new Error("The contract has no operation.");
  expect(operationPage(operation)).not.toContain("Deprecated]");
  expect(operationPage({ ...operation, isDeprecated: true })).toContain(":::warning[Deprecated]");
});
