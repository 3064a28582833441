/**
 * Drives the TypeScript SDK for every operation, status and example of the contract: against `sinkove-mock --stateless`,
 * `prism mock`, and `sinkove-mock` behind `prism proxy`, which validates the responses. The Python SDK has the same test,
 * in packages/sdk-python/tests/test_every_example.py.
 */
import { operations } from "@sinkove/contract";
import { validateResponse } from "@sinkove/contract/validators";
import { Sinkove } from "@sinkove/sdk";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ExampleCase, exampleCases } from "../src/examples/case.ts";
import { TARGETS, type Target, type TargetName } from "../src/examples/target.ts";

async function call({ baseUrl, apiKey }: Target, each: ExampleCase) {
  const { method, path, pathParameters, body, needsSession } = each;
  // A new client each time, because one that got a 429 delays its next requests.
  const sinkove = new Sinkove({ baseUrl, apiKey, maxRetries: 0 });
  const { data, error, response } = await sinkove.http.request(
    method.toLowerCase() as "get",
    path as "/me",
    {
      params: { path: pathParameters } as object,
      headers: {
        Prefer: preferFor(each),
        Accept: "*/*",
        ...(needsSession ? { Cookie: "sinkove_session=anyone" } : {}),
      },
      body: body as never,
      parseAs: "text",
    },
  );
  const isJson = response.headers.get("content-type")?.includes("json");
  const received = isJson ? (error ?? JSON.parse(String(data))) : undefined;
  return { status: response.status, headers: response.headers, body: received };
}

function preferFor({ status, example }: ExampleCase): string {
  return example === undefined ? `code=${status}` : `code=${status}, example=${example}`;
}

/** Removes the address and path that `sinkove-mock` inserts into an example. */
function withoutPlace(body: unknown): unknown {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return body;
  const { instance: _, ...others } = body as Record<string, unknown>;
  if (typeof others.URL === "string") others.URL = new URL(others.URL).pathname;
  return others;
}

test("there is a case for each declared response", () => {
  const declared = Object.values(operations).flatMap(({ id, responses }) =>
    Object.keys(responses).map((status) => `${id} ${status}`),
  );
  const covered = new Set(
    exampleCases.map(({ operationId, status }) => `${operationId} ${status}`),
  );
  expect([...covered]).toEqual(declared);
  console.log(
    `${Object.keys(operations).length} operations, ${declared.length} statuses, ${exampleCases.length} examples`,
  );
});

// Concurrently, because each request waits for two or three processes in turn.
describe.concurrent.each(Object.keys(TARGETS) as TargetName[])(
  "the TypeScript SDK with %s",
  (name) => {
    const driven = exampleCases.filter(({ leftOut }) => leftOut[name] === undefined);
    let target: Target;
    beforeAll(async () => {
      target = await TARGETS[name]();
      console.log(rowOf(name, driven.length));
    });
    afterAll(() => target.stop());

    test.each(driven)(
      "$operationId answers $status $example as the contract says",
      async (each) => {
        const response = await call(target, each);
        expect(response.status, JSON.stringify(response.body)).toBe(each.status);
        expect(validateResponse(each.operationId, response)).toEqual([]);
        if (each.example === undefined) return;
        expect(withoutPlace(response.body)).toEqual(withoutPlace(each.value));
      },
    );
  },
);

/** Prints how many cases were driven, and which were left out and why. */
function rowOf(name: TargetName, driven: number): string {
  const reasons = exampleCases.flatMap(({ leftOut }) => leftOut[name] ?? []);
  const left = [...new Set(reasons)].map(
    (reason) => `; ${reasons.filter((each) => each === reason).length} left out: it ${reason}`,
  );
  return `TypeScript, ${name}: ${driven} of ${exampleCases.length}${left.join("")}`;
}
