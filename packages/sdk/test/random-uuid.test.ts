import { afterEach, expect, test, vi } from "vitest";
import { dataset, errorOf, ID, json, setUp } from "./harness.ts";

const BODY = { modelId: ID, numSamples: 1, args: {} };
afterEach(() => void vi.unstubAllGlobals());

async function idempotencyKeys(count: number): Promise<(string | null)[]> {
  const { sinkove, seen } = setUp(() => json(dataset()));
  for (let i = 0; i < count; i++) await sinkove.datasets.create(BODY);
  return seen.map(({ headers }) => headers.get("idempotency-key"));
}

test("a page without crypto.randomUUID creates version 4 UUIDs from random values", async () => {
  const { crypto } = globalThis;
  const getRandomValues = <T extends ArrayBufferView<ArrayBuffer>>(bytes: T) =>
    crypto.getRandomValues(bytes);
  vi.stubGlobal("crypto", { getRandomValues });
  const keys = await idempotencyKeys(200);
  for (const key of keys) {
    expect(key).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  }
  expect(new Set(keys).size).toBe(200);
});

test.each<[number, string]>([
  [0, "00000000-0000-4000-8000-000000000000"],
  [255, "ffffffff-ffff-4fff-8fff-ffffffffffff"],
])("random values of %i make the UUID %s", async (value, uuid) => {
  vi.stubGlobal("crypto", { getRandomValues: (bytes: Uint8Array) => bytes.fill(value) });
  expect(await idempotencyKeys(1)).toEqual([uuid]);
});

test.each([
  ["no crypto", undefined],
  ["a crypto without random values", {}],
])("with %s a POST is refused unless it is named, and nothing is sent", async (_, crypto) => {
  vi.stubGlobal("crypto", crypto);
  const { sinkove, seen } = setUp(() => json(dataset()));
  expect(await errorOf(sinkove.datasets.create(BODY))).toMatchObject({
    name: "ConfigurationError",
    message: expect.stringContaining("Pass an idempotencyKey"),
  });
  expect(seen).toEqual([]);
  await sinkove.datasets.create(BODY, { idempotencyKey: "mine" });
  expect(seen).toHaveLength(1);
});
