import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { createSandbox } from "../src/index.ts";
import { createDataset, read, send } from "./calls.ts";

const clock = (): number => Date.UTC(2026, 10, 24, 10);
const limit = { limit: 2, windowSeconds: 60 };

describe("a rate limit that is used up", () => {
  test("in a world with a frozen clock says that waiting does not help, and what does", async () => {
    await using sandbox = await createSandbox({ clock, rateLimit: limit });
    sandbox.clock.freeze();
    for (let sent = 0; sent < 2; sent += 1) await send(sandbox, "/v1/me");
    const refused = await send(sandbox, "/v1/me");
    const { detail, retryAfterSeconds } = await refused.json();
    expect(refused.status).toBe(429);
    expect(detail).toContain("Wait 30 seconds. The clock of this world is frozen");
    expect(detail).toContain("Advance the clock by 30 s or more");
    // No client waits this long.
    expect([refused.headers.get("retry-after"), retryAfterSeconds]).toEqual(["86400", 86_400]);
    sandbox.clock.advance("PT30S");
    expect((await send(sandbox, "/v1/me")).status).toBe(200);
  });

  test("in a world with a running clock says how long to wait", async () => {
    await using sandbox = await createSandbox({ clock, rateLimit: limit });
    for (let sent = 0; sent < 2; sent += 1) await send(sandbox, "/v1/me");
    const refused = await send(sandbox, "/v1/me");
    expect(refused.headers.get("retry-after")).toBe("30");
    expect((await refused.json()).detail).not.toContain("frozen");
  });
});

test("tests are not slowed down by the service's rate limit, unless they ask for it", async () => {
  await using sandbox = await createSandbox({ clock });
  const refusedIn = async (world: Parameters<typeof send>[0]) => {
    const statuses: number[] = [];
    for (let sent = 0; sent < 130; sent += 1) statuses.push((await send(world, "/v1/me")).status);
    return statuses.filter((status) => status === 429).length;
  };
  expect(await refusedIn(sandbox)).toBe(0);
  expect(await refusedIn(await sandbox.newWorld())).toBe(0);
  expect(await refusedIn(await sandbox.newWorld({ rateLimit: "service" }))).toBe(30);
  await using asked = await createSandbox({ clock, rateLimit: "service" });
  expect(await refusedIn(asked)).toBe(30);
  const created = await read(sandbox, "/_sandbox/worlds", { body: { rateLimit: "service" } });
  expect((await read(sandbox, "/v1/me", { key: created.apiKey })).apiKey.rateLimit).toEqual({
    limit: 100,
    windowSeconds: 60,
  });
});

test.each(["gzip", "br", "deflate, gzip"])(
  "a body with Content-Encoding: %s is 415",
  async (encoding) => {
    await using sandbox = await createSandbox({ clock });
    const response = await sandbox.fetch("/v1/api-keys", {
      method: "POST",
      headers: {
        authorization: `Bearer ${sandbox.apiKey}`,
        "content-type": "application/json",
        "content-encoding": encoding,
      },
      body: gzipSync('{"name":"CI"}'),
    });
    expect([response.status, (await response.json()).detail]).toEqual([
      415,
      "The body must not be compressed. Send it without Content-Encoding.",
    ]);
    sandbox.journal.check();
  },
);

describe("Prefer", () => {
  test.each([
    "code=abc",
    "code=42",
    "code",
    "example=",
    "dynamic=yes",
    "exmaple=Foo",
    "code=404, x=1",
  ])("%s is a 400 that lists the valid preferences", async (prefer) => {
    await using sandbox = await createSandbox({ clock });
    const response = await send(sandbox, "/v1/me", { headers: { prefer } });
    expect(response.status).toBe(400);
    const { detail } = await response.json();
    expect(detail).toContain("is not understood. Use code=STATUS, example=NAME or dynamic=true.");
  });

  test.each(["return=minimal", "respond-async, wait=10", "handling=lenient", "dynamic=false"])(
    "%s is ignored, as HTTP allows",
    async (prefer) => {
      await using sandbox = await createSandbox({ clock });
      const response = await send(sandbox, "/v1/me", { headers: { prefer } });
      expect((await response.json()).account.id).toBe(sandbox.accountId);
    },
  );

  test("the instance of a forced problem is the requested path", async () => {
    await using sandbox = await createSandbox({ clock });
    const path = "/v1/datasets/01939ae2-5d40-7a1f-9b2e-6f0c2d8e4a18";
    const problem = await read(sandbox, `${path}?x=1`, { headers: { prefer: "code=404" } });
    expect(problem).toMatchObject({ code: "DATASET_NOT_FOUND", instance: path });
  });

  test("a forced download points to the mock server, not to the service", async () => {
    await using sandbox = await createSandbox({ clock });
    const { id } = await createDataset(sandbox);
    const headers = { prefer: "code=200" };
    const download = await read(sandbox, `/v1/datasets/${id}/urls/download`, { headers });
    expect(download.URL).toMatch(/^http:\/\/sandbox\.invalid\/v1\/downloads\/v1\./);
  });
});
