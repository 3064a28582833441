import type { ErrorCode } from "@sinkove/contract";
import { expect, expectTypeOf, test } from "vitest";
import type { APIError, Dataset, Sinkove } from "../src/index.ts";
import { ID, json, problem, setUp } from "./harness.ts";

/** Compiles only if no code is left. */
function nothing(code: never): string {
  return `unknown: ${code}`;
}

async function meaning(sinkove: Sinkove): Promise<string> {
  const { error } = await sinkove.me().safe();
  if (!error) return "fine";
  switch (error.code) {
    case "INVALID_REQUEST":
    case "NOT_ACCEPTABLE":
      return "a fault of the client";
    case "INVALID_API_KEY":
    case "API_KEY_EXPIRED":
    case "API_KEY_REVOKED":
    case "API_KEY_DISABLED":
    case "INVALID_SESSION":
      return "the key";
    case "RATE_LIMIT_EXCEEDED":
      return "later";
    case "INTERNAL_ERROR":
    case "SERVICE_UNAVAILABLE":
      return "the service";
    case "CONFIGURATION":
    case "INVALID_ARGUMENT":
    case "CONNECTION_FAILED":
    case "TIMEOUT":
    case "ABORTED":
    case "UNREADABLE_RESPONSE":
      return "the client";
    default:
      return nothing(error);
  }
}

test("a switch over an operation's codes is exhaustive, and a newer code reaches default", async () => {
  expect(await meaning(setUp(() => problem(401, "API_KEY_EXPIRED")).sinkove)).toBe("the key");
  expect(await meaning(setUp(() => problem(418, "NEW_CODE")).sinkove)).toContain("NEW_CODE");
});

test("a code that the operation cannot return does not compile", async () => {
  const { error } = await setUp(() => problem(404, "DATASET_NOT_FOUND"))
    .sinkove.datasets.get(ID)
    .safe();
  // @ts-expect-error getDataset does not return this code
  expect(error?.code === "INSUFFICIENT_CREDITS").toBe(false);
  expectTypeOf<APIError<ErrorCode<"getDataset">>>().toExtend<Error>();
});

test("results are typed", () => {
  expectTypeOf<Awaited<ReturnType<Sinkove["datasets"]["get"]>>>().toEqualTypeOf<Dataset>();
});

test("queries and bodies accept undefined, which is omitted, and times accept a Date", async () => {
  const { sinkove, seen } = setUp(() => json([]));
  const moment = new Date("2026-11-28T09:00:00Z");
  await sinkove.datasets.list({ state: undefined, limit: undefined, createdAfter: moment }).page();
  await sinkove.datasets.list({ createdAfter: "2026-11-28T09:00:00Z" }).page();
  await sinkove.apiKeys.create({ name: "a", scopes: undefined, expiresAt: moment });
  await sinkove.apiKeys.update(ID, { enabled: undefined, expiresAt: "2026-11-28T09:00:00Z" });
  await sinkove.apiKeys.update(ID, { expiresAt: null });
  expect(seen.map(({ url, body }) => body ?? new URL(url).search)).toEqual([
    "?createdAfter=2026-11-28T09%3A00%3A00.000Z",
    "?createdAfter=2026-11-28T09%3A00%3A00Z",
    '{"name":"a","expiresAt":"2026-11-28T09:00:00.000Z"}',
    '{"expiresAt":"2026-11-28T09:00:00Z"}',
    '{"expiresAt":null}',
  ]);
  const create = (name: undefined) => {
    // @ts-expect-error: a name is needed
    return sinkove.apiKeys.create({ name });
  };
  expect(create).toBeTypeOf("function");
});
