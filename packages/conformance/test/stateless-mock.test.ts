/** Drives the SDK against Prism for every operation, status and example of the contract. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { type Operation, operations } from "@sinkove/contract";
import { validateResponse } from "@sinkove/contract/validators";
import { Sinkove } from "@sinkove/sdk";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const require = createRequire(import.meta.url);
const contract = require("@sinkove/openapi/openapi.json");
const cli = require
  .resolve("@sinkove/mock-server")
  .replace(/dist\/index\.js$/, "bin/sinkove-mock.js");

let mock: ChildProcess;
let place: { baseUrl: string; apiKey: string };
beforeAll(async () => {
  mock = spawn(process.execPath, [cli, "--stateless", "--json", "--port", "0"]);
  const { stdout } = mock;
  if (!stdout) throw new Error("the mock server has no output");
  const [line] = await once(createInterface({ input: stdout }), "line");
  const { url, apiKey } = JSON.parse(line);
  place = { baseUrl: url, apiKey };
});
afterAll(() => mock.kill());

/** The names of the examples that the contract gives for a response; undefined where it has none. */
function examplesOf(operation: Operation, status: string): (string | undefined)[] {
  const name = operation.responses[status] ?? "";
  const content = Object.values<{ examples?: object }>(
    contract.components.responses[name].content ?? {},
  )[0];
  const names = Object.keys(content?.examples ?? {});
  return names.length > 0 ? names : [undefined];
}

function bodyOf({ id, method, path }: Operation): unknown {
  const body = contract.paths[path][method.toLowerCase()].requestBody;
  if (!body) return undefined;
  const [reference] = Object.values<{ $ref: string }>(body.content["application/json"].examples);
  if (!reference) throw new Error(`${id} has no example of its body`);
  return contract.components.examples[reference.$ref.split("/").at(-1) ?? ""].value;
}

function pathParametersOf({ parameters }: Operation): Record<string, string> {
  const inPath = parameters.filter((parameter) => parameter.in === "path");
  const id = "01939ae2-5d40-7a1f-9b2e-6f0c2d8e4a17";
  return Object.fromEntries(
    inPath.map(({ name }) => [name, name === "downloadToken" ? "v1.x" : id]),
  );
}

/** The SDK sends an API key; operations for people alone need a session too. */
function sessionFor({ schemes }: Operation): Record<string, string> {
  const isForPeople = schemes.length > 0 && !schemes.includes("apiKey");
  return isForPeople ? { Cookie: "sinkove_session=anyone" } : {};
}

async function call(operation: Operation, prefer: string) {
  // A client each time: one that has seen a 429 holds its next requests back.
  const sinkove = new Sinkove({ ...place, maxRetries: 0 });
  const { data, error, response } = await sinkove.http.request(
    operation.method.toLowerCase() as "get",
    operation.path as "/me",
    {
      params: { path: pathParametersOf(operation) } as object,
      headers: { Prefer: prefer, Accept: "*/*", ...sessionFor(operation) },
      body: bodyOf(operation) as never,
      parseAs: "text",
    },
  );
  const isJson = response.headers.get("content-type")?.includes("json");
  const body = isJson ? (error ?? JSON.parse(String(data))) : undefined;
  return { status: response.status, headers: response.headers, body };
}

const cases = Object.values<Operation>(operations).flatMap((operation) =>
  Object.keys(operation.responses).flatMap((status) =>
    examplesOf(operation, status).map((example) => ({ operation, status, example })),
  ),
);

describe("the SDK against Prism", () => {
  test("has a case for each declared response", () => {
    const declared = Object.values<Operation>(operations).map(
      ({ responses }) => Object.keys(responses).length,
    );
    expect(cases.length).toBeGreaterThanOrEqual(declared.reduce((sum, count) => sum + count));
  });

  test.each(cases)(
    "$operation.id answers $status $example as the contract says",
    async ({ operation, status, example }) => {
      const prefer = example ? `code=${status}, example=${example}` : `code=${status}`;
      const response = await call(operation, prefer);
      expect(response.status).toBe(Number(status));
      expect(validateResponse(operation.id, response)).toEqual([]);
      if (!example) return;
      expect(response.body).toEqual(contract.components.examples[example].value);
    },
  );
});
