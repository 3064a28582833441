import { type OperationId, operations } from "@sinkove/contract";
import { validateResponse } from "@sinkove/contract/validators";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { faultResponse } from "../src/faults/fault-response.ts";
import { createSandbox, type FaultRule, MockError } from "../src/index.ts";
import { createDataset, read, send } from "./calls.ts";

/** A sandbox that writes down how long it was told to wait, and does not. */
async function createPatientSandbox() {
  const waits: number[] = [];
  const sleep = async (milliseconds: number): Promise<void> => {
    waits.push(milliseconds);
  };
  return { waits, sandbox: await createSandbox({ sleep }) };
}

test("a latency holds the answer back, and the journal tells of it", async () => {
  const { sandbox, waits } = await createPatientSandbox();
  sandbox.faults.add({ action: "latency", milliseconds: 1500, operationId: "getMe" });
  expect((await send(sandbox, "/v1/me")).status).toBe(200);
  expect((await send(sandbox, "/v1/models")).status).toBe(200);
  expect(waits).toEqual([1500]);
  expect(sandbox.journal.list({ faults: true })).toMatchObject([
    { operationId: "getMe", fault: { action: "latency", waitedMs: 1500 } },
  ]);
});

test("a latency from a range differs from response to response, and repeats with the seed", async () => {
  const drawn = await Promise.all(
    [7, 7, 8].map(async (seed) => {
      const { sandbox, waits } = await createPatientSandbox();
      const world = await sandbox.newWorld({ seed });
      world.faults.add({ action: "latency", milliseconds: { from: 100, to: 102 } });
      for (let count = 0; count < 30; count += 1) await send(world, "/v1/me");
      return waits;
    }),
  );
  expect(drawn[0]).toEqual(drawn[1]);
  expect(drawn[0]).not.toEqual(drawn[2]);
  expect([...new Set(drawn[0])].sort()).toEqual([100, 101, 102]);
  await using sandbox = await createSandbox();
  const add = (milliseconds: unknown) =>
    sandbox.faults.add({ action: "latency", milliseconds } as FaultRule);
  expect(() => add({ from: 5, to: 4 })).toThrow("milliseconds.to must be an integer from 5");
  expect(() => add({ from: 5 })).toThrow(MockError);
  expect(() => add({ from: 1, to: 2, by: 3 })).toThrow('no member "by"');
});

test("a reset before the API is asked does nothing; one at the response loses what was done", async () => {
  await using sandbox = await createSandbox();
  sandbox.faults.add({ action: "reset", operationId: "createDataset", nth: 1 });
  await expect(createDataset(sandbox)).rejects.toThrow(TypeError);
  expect(await read(sandbox, "/v1/datasets")).toHaveLength(0);
  sandbox.faults.add({ action: "reset", at: "response", operationId: "createDataset", nth: 1 });
  await expect(createDataset(sandbox)).rejects.toMatchObject({ cause: { code: "ECONNRESET" } });
  expect(await read(sandbox, "/v1/datasets")).toHaveLength(1);
});

test("a truncated body breaks off after what was announced as more", async () => {
  await using sandbox = await createSandbox();
  sandbox.faults.add({ action: "truncate", afterBytes: 10, times: 1 });
  const response = await send(sandbox, "/v1/me");
  expect(Number(response.headers.get("content-length"))).toBeGreaterThan(10);
  const reader = response.body?.getReader();
  expect((await reader?.read())?.value).toHaveLength(10);
  await expect(reader?.read()).rejects.toThrow("terminated");
  expect((await send(sandbox, "/v1/me")).status).toBe(200);
});

test("a slow body comes whole, in parts with pauses", async () => {
  const { sandbox, waits } = await createPatientSandbox();
  sandbox.faults.add({ action: "slow-body", bytesPerSecond: 1000 });
  expect(await read(sandbox, "/v1/me")).toMatchObject({ account: { id: sandbox.accountId } });
  expect(new Set(waits)).toEqual(new Set([100]));
  expect(waits.length).toBeGreaterThan(5);
});

describe("an answer in place of the API's", () => {
  const declared = Object.values(operations).flatMap(({ id, errors }) =>
    Object.keys(errors).map((status) => [id, Number(status)] as const),
  );

  test.each(declared)("%s %i is as the contract says", async (id: OperationId, status) => {
    const rule = { action: "status", status } as const;
    const response = faultResponse({ url: "http://localhost/v1/x" }, id, rule);
    const headers = Object.entries(response.headers);
    const judged = { status, headers, body: JSON.parse(`${response.body}`) };
    expect(validateResponse(id, judged)).toEqual([]);
  });

  test("does not reach the API, and says when to come again", async () => {
    await using sandbox = await createSandbox();
    const rule = { operationId: "createDataset", status: 503, retryAfterSeconds: 7 } as const;
    sandbox.faults.add({ action: "status", times: 1, ...rule });
    const body = { modelId: crypto.randomUUID(), numSamples: 1, args: {} };
    const response = await send(sandbox, "/v1/datasets", { body });
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "7"]);
    expect(sandbox.journal.list({ status: "5xx" })).toMatchObject([{ answeredBy: "fault" }]);
  });
});

test("nth counts the exchanges of its operation, and times limits how often it happens", async () => {
  await using sandbox = await createSandbox();
  sandbox.faults.add({ action: "status", status: 503, operationId: "getMe", nth: 2, times: 2 });
  const statuses = [];
  for (let count = 0; count < 5; count += 1) {
    await send(sandbox, "/v1/models");
    statuses.push((await send(sandbox, "/v1/me")).status);
  }
  expect(statuses).toEqual([200, 503, 503, 200, 200]);
  expect(sandbox.faults.list()).toMatchObject([{ seen: 5, applied: 2 }]);
});

test("chance is the same for the same seed, and begins anew when the faults are cleared", async () => {
  await using sandbox = await createSandbox();
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.double({ min: 0.1, max: 0.9, noNaN: true }), async (seed, p) => {
      const play = async (world: Awaited<ReturnType<typeof sandbox.newWorld>>) => {
        world.faults.add({ action: "status", status: 500, probability: p });
        const answers = Array.from({ length: 20 }, () => send(world, "/v1/me"));
        return (await Promise.all(answers)).map(({ status }) => status);
      };
      const world = await sandbox.newWorld({ seed });
      const first = await play(world);
      world.faults.clear();
      expect(await play(world)).toEqual(first);
      expect(await play(await sandbox.newWorld({ seed }))).toEqual(first);
    }),
    { numRuns: 20 },
  );
});

test("chance is as often as it was asked to be", async () => {
  await using sandbox = await createSandbox({ rateLimit: { limit: 10_000, windowSeconds: 60 } });
  sandbox.faults.add({ action: "status", status: 500, probability: 0.25 });
  await Promise.all(Array.from({ length: 2000 }, () => send(sandbox, "/v1/me")));
  const [rule] = sandbox.faults.list();
  expect(rule?.applied).toBeGreaterThan(400);
  expect(rule?.applied).toBeLessThan(600);
});

test.each<[unknown, string]>([
  [{}, "A fault has an action"],
  [{ action: "explode" }, "A fault has an action"],
  [{ action: "status" }, "status must be an integer from 400 to 599"],
  [{ action: "status", status: 200 }, "status must be an integer from 400 to 599"],
  [{ action: "status", status: 404, code: "LOST" }, "is not an error code"],
  [{ action: "latency" }, "milliseconds must be an integer"],
  [{ action: "latency", milliseconds: 1, status: 500 }, 'has no member "status"'],
  [{ action: "reset", operationId: "getYou" }, "is not an operationId"],
  [{ action: "reset", nth: 1, probability: 0.5 }, "nth or probability, not both"],
  [{ action: "reset", probability: 2 }, "probability must be"],
  [{ action: "reset", at: "night" }, 'at "request"'],
  [{ action: "slow-body" }, "bytesPerSecond must be"],
])("refuses the rule %j", async (rule, message) => {
  await using sandbox = await createSandbox();
  // What comes over HTTP has no type.
  const add = () => sandbox.faults.add(rule as FaultRule);
  expect(add).toThrow(MockError);
  expect(add).toThrow(message);
  const response = await send(sandbox, "/_sandbox/faults", { body: rule });
  expect([response.status, (await response.json()).detail]).toEqual([
    422,
    expect.stringContaining(message),
  ]);
});

test("rules are listed and cleared over HTTP, each world its own", async () => {
  await using sandbox = await createSandbox();
  const world = await sandbox.newWorld();
  const rule = { action: "reset", operationId: "getMe" };
  expect(await read(world, "/_sandbox/faults", { body: rule })).toMatchObject({ id: "fault-1" });
  expect(await read(world, "/_sandbox/faults")).toMatchObject([rule]);
  expect(await read(sandbox, "/_sandbox/faults")).toEqual([]);
  expect((await send(world, "/_sandbox/faults", { method: "DELETE" })).status).toBe(204);
  expect((await send(world, "/v1/me")).status).toBe(200);
});
