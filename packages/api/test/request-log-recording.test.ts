import { generateApiKey } from "@sinkove/api-key";
import { expect, it } from "vitest";
import type { RequestRecord } from "../src/index.ts";
import { START } from "./client.ts";
import { ask, idsOf, logged } from "./request-log.ts";
import { onEachStore } from "./stores.ts";

const CLIENT = { address: "203.0.113.5", userAgent: "sinkove-python/0.1.0 (CPython 3.12)" };

onEachStore((open) => {
  it("records an accepted request, without what may be secret in it", async () => {
    const world = await open.world();
    expect(await ask(world, { ...CLIENT, path: "/v1/models?limit=7&cursor=" })).toBe(422);
    expect(await ask(world, { ...CLIENT, path: "/v1/models?limit=7" })).toBe(200);
    const [request] = await logged(world);
    expect(request).toEqual({
      id: expect.stringMatching(/^[\da-f-]{36}$/),
      occurredAt: new Date(START).toISOString(),
      method: "GET",
      operation: "listModels",
      path: "/models",
      status: 200,
      code: null,
      reason: null,
      actor: { type: "api_key", id: world.apiKeyId },
      ...CLIENT,
      durationMs: expect.any(Number),
    });
    const found = await world.call("getRequest", { path: { requestId: request.id } });
    expect(found.body).toEqual(request);
    const stored = JSON.stringify(await logged(world));
    for (const secret of [world.key, "limit=7"]) expect(stored).not.toContain(secret);
  });

  it("records the template of a path in place of the path", async () => {
    const world = await open.world();
    const token = "a-token-of-somebody";
    expect(await ask(world, { path: `/v1/datasets/${token}` })).toBe(422);
    expect(await ask(world, { path: "/v1/models", method: "HEAD" })).toBe(200);
    const [head, get] = await logged(world);
    expect(get).toMatchObject({ path: "/datasets/{datasetId}", code: "VALIDATION_ERROR" });
    expect(head).toMatchObject({ method: "HEAD", operation: "listModels", status: 200 });
    expect(JSON.stringify(get)).not.toContain(token);
  });

  it("records requests of keys that are refused, with the code and the reason", async () => {
    const world = await open.world();
    const expiresAt = new Date(world.now() + 1000).toISOString();
    const revoked = await world.issueKey();
    await world.call("revokeApiKey", { path: { apiKeyId: revoked.id } });
    const disabled = await world.issueKey();
    const body = { enabled: false };
    await world.call("updateApiKey", { path: { apiKeyId: disabled.id }, body });
    const expired = await world.issueKey({ expiresAt });
    const narrow = await world.issueKey({ scopes: ["models:read"] });
    world.advance(1000);
    for (const { secret } of [revoked, disabled, expired]) await ask(world, { key: secret });
    await ask(world, { key: narrow.secret, path: "/v1/datasets" });
    await ask(world, { path: `/v1/datasets/${crypto.randomUUID()}` });
    const requests = await logged(world, { statusClass: "4xx" });
    expect(
      requests.map(({ status, code, reason }: RequestRecord) => [status, code, reason]),
    ).toEqual([
      [404, "DATASET_NOT_FOUND", null],
      [403, "PERMISSION_DENIED", "scope"],
      [401, "API_KEY_EXPIRED", null],
      [401, "API_KEY_DISABLED", null],
      [401, "API_KEY_REVOKED", null],
    ]);
    expect(requests[4].actor).toEqual({ type: "api_key", id: revoked.id });
    expect(await logged(world, { apiKeyId: revoked.id })).toHaveLength(1);
  });

  it("records requests that a rate limit rejects, with that limit", async () => {
    const world = await open.world({ rateLimit: { limit: 4, windowSeconds: 60 } });
    while ((await ask(world)) !== 429);
    await world.api.flush();
    const { accountId, store } = world;
    const filter = { accountId, within: null, from: 0, code: "RATE_LIMIT_EXCEEDED" } as const;
    const [refused] = await store.listRequests(filter, { limit: 1 });
    const expected = { status: 429, reason: "account_limit", operationId: "listModels" };
    expect(refused).toMatchObject(expected);
  });

  it("does not record unknown keys, paths that do not exist, or public operations", async () => {
    const world = await open.world();
    for (const key of [generateApiKey("test"), "nonsense", ""]) {
      expect(await ask(world, { key })).toBe(401);
    }
    expect(await ask(world, { path: "/v1/nowhere" })).toBe(404);
    await ask(world, { path: "/v1/downloads/some-token" });
    await world.api.flush();
    expect(await logged(world)).toEqual([]);
  });

  it("records only displayable text from hostile clients", async () => {
    const world = await open.world();
    const key = generateApiKey("test");
    const hostile: [userAgent: string, kept: string | null][] = [
      ["\0\u0007\r\n", null],
      ["a\u202eb\u0000c\ud800d\u{1f600}", "abcd\u{1f600}"],
      ["x".repeat(16_000), "x".repeat(200)],
      [`me ${key}`, expect.not.stringContaining(key.slice(17))],
      [
        `<script>alert("1")</script>'; drop table requests; --`,
        expect.stringContaining("<script>"),
      ],
      ["  ", null],
    ];
    for (const [userAgent] of hostile) expect(await ask(world, { userAgent })).toBe(200);
    for (const address of ["\0", "unknown", "1".repeat(1000), "<b>", "fe80::1%eth0"]) {
      await ask(world, { address });
    }
    await ask(world, { address: "2001:db8::7" });
    const requests = (await logged(world)).toReversed();
    const agents = requests.map(({ userAgent }: RequestRecord) => userAgent);
    expect(agents.slice(0, hostile.length)).toEqual(hostile.map(([, kept]) => kept));
    const addresses = requests.map(({ address }: RequestRecord) => address);
    expect(addresses.slice(hostile.length)).toEqual([null, null, null, null, null, "2001:db8::7"]);
  });

  it("loses and repeats nothing if many flush at once", async () => {
    const world = await open.world();
    const asking = Array.from({ length: 60 }, async () => {
      const status = await ask(world);
      await world.api.flush();
      return status;
    });
    expect(new Set(await Promise.all(asking))).toEqual(new Set([200]));
    const requests = await logged(world, { operation: "listModels", limit: "100" });
    expect(requests).toHaveLength(60);
    expect(new Set(idsOf(requests)).size).toBe(60);
  });
});
