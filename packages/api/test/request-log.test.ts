import { generateApiKey } from "@sinkove/api-key";
import { expect, it } from "vitest";
import type { RequestRecord } from "../src/index.ts";
import { PURGED_REQUESTS } from "../src/store/request-log.ts";
import { idAt, START, type World } from "./client.ts";
import { addOrganization, onEachStore } from "./stores.ts";

const CLIENT = { address: "203.0.113.5", userAgent: "sinkove-python/0.1.0 (CPython 3.12)" };

/** A request as a server passes it on. */
interface Asked {
  readonly key?: string;
  readonly path?: string;
  readonly method?: string;
  readonly address?: string | undefined;
  readonly userAgent?: string | undefined;
}

async function ask({ api, key: own }: World, asked: Asked = {}): Promise<number> {
  const { key = own, path = "/v1/models", method = "GET", address, userAgent } = asked;
  const all = { authorization: `Bearer ${key}`, "user-agent": userAgent ?? null };
  const headers = { get: (name: string) => all[name as keyof typeof all] ?? null }; // any name
  const url = `http://localhost${path}`;
  const readBody = async () => new Uint8Array();
  return (await api.handle({ method, url, headers, address, readBody })).status;
}

/** What the log shows, newest first. */
async function logged({ call }: World, query: Record<string, string> = {}, key?: string) {
  const reply = await call("listRequests", key === undefined ? { query } : { query, key });
  expect(reply.status).toBe(200);
  return reply.body;
}

const idsOf = (requests: readonly { id: string }[]) => requests.map(({ id }) => id);

function requestOf(world: World, given: Partial<RequestRecord> = {}): RequestRecord {
  const { accountId, apiKeyId } = world;
  const { createdAt = START } = given;
  return {
    ...{ id: idAt(createdAt), accountId, createdAt, address: null, userAgent: null },
    ...{ actorType: "api_key", actorId: apiKeyId, apiKeyId, method: "GET", path: "/models" },
    ...{ operationId: "listModels", status: 200, statusClass: "2xx", code: null, reason: null },
    ...{ durationMs: 1.5, ...given },
  };
}

/** Requests of whoever is signed in. */
function personal({ accountId }: World): Partial<RequestRecord> {
  return { actorType: "person", actorId: accountId, apiKeyId: null };
}

const ALL = { before: 0, rows: 1_000_000 };

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

  it("records what the rate limit refuses, with the limit that did", async () => {
    const world = await open.world({ rateLimit: { limit: 4, windowSeconds: 60 } });
    while ((await ask(world)) !== 429);
    await world.api.flush();
    const { accountId, store } = world;
    const filter = { accountId, within: null, from: 0, code: "RATE_LIMIT_EXCEEDED" } as const;
    const [refused] = await store.listRequests(filter, { limit: 1 });
    const expected = { status: 429, reason: "account_limit", operationId: "listModels" };
    expect(refused).toMatchObject(expected);
  });

  it("records nothing of keys that belong to nobody, of paths that do not exist and of public operations", async () => {
    const world = await open.world();
    for (const key of [generateApiKey("test"), "nonsense", ""]) {
      expect(await ask(world, { key })).toBe(401);
    }
    expect(await ask(world, { path: "/v1/nowhere" })).toBe(404);
    await ask(world, { path: "/v1/downloads/some-token" });
    await world.api.flush();
    expect(await logged(world)).toEqual([]);
  });

  it("keeps of hostile clients what is fit to be shown", async () => {
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

  it("finds requests by key, actor, operation, class, code and time", async () => {
    const world = await open.world();
    const other = await world.issueKey();
    const own = { apiKeyId: other.id, actorId: other.id };
    const denied = { status: 403, statusClass: "4xx", code: "PERMISSION_DENIED" as const };
    const made = {
      first: requestOf(world, { createdAt: START + 1 }),
      byOther: requestOf(world, { createdAt: START + 2, ...own }),
      byPerson: requestOf(world, { createdAt: START + 3, ...personal(world) }),
      denied: requestOf(world, { createdAt: START + 4, ...denied }),
      created: requestOf(world, { createdAt: START + 5, operationId: "createDataset" }),
    };
    await world.store.addRequests(Object.values(made), ALL);
    world.advance(1000);
    const at = (offset: number) => new Date(START + offset).toISOString();
    const range = { occurredAfter: at(1), occurredBefore: at(6) };
    const found = async (query: Record<string, string>) => idsOf(await logged(world, query));
    const of = (...names: (keyof typeof made)[]) => names.map((name) => made[name].id);
    expect(await found(range)).toEqual(of("created", "denied", "byPerson", "byOther", "first"));
    expect(await found({ ...range, apiKeyId: other.id.toUpperCase() })).toEqual(of("byOther"));
    expect(await found({ ...range, actorType: "person" })).toEqual(of("byPerson"));
    expect(await found({ ...range, actorType: "api_key", apiKeyId: other.id })).toEqual(
      of("byOther"),
    );
    expect(await found({ ...range, actorType: "person", apiKeyId: other.id })).toEqual([]);
    expect(await found({ ...range, operation: "createDataset" })).toEqual(of("created"));
    expect(await found({ ...range, statusClass: "4xx" })).toEqual(of("denied"));
    expect(await found({ ...range, statusClass: "5xx" })).toEqual([]);
    expect(await found({ ...range, code: "PERMISSION_DENIED" })).toEqual(of("denied"));
    const narrow = { occurredAfter: at(2), occurredBefore: at(4) };
    expect(await found(narrow)).toEqual(of("byPerson", "byOther"));
  });

  it("refuses filters that the contract does not have", async () => {
    const { call } = await open.world();
    const wrong = { statusClass: "9xx", actorType: "robot", code: "NONE", apiKeyId: "x" };
    const wrongMoments = { occurredAfter: "2026-02-30T00:00:00Z", operation: "get me" };
    for (const [name, value] of Object.entries({ ...wrong, ...wrongMoments })) {
      const { status } = await call("listRequests", { query: { [name]: value } });
      expect([name, status]).toEqual([name, 422]);
    }
  });

  it("pages through requests of the same moment without a gap or a repetition", async () => {
    const world = await open.world();
    const limited = await world.issueKey({ organizationIds: [world.organizationId] });
    const own = { apiKeyId: limited.id, actorId: limited.id };
    const made = Array.from({ length: 7 }, (_, index) =>
      requestOf(world, { ...own, createdAt: START + Math.floor(index / 3) }),
    );
    await world.store.addRequests(made, ALL);
    const expected = idsOf(
      made.toSorted((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1)),
    );
    world.advance(1000);
    const occurredBefore = new Date(START + 500).toISOString();
    for (const key of [world.key, limited.secret]) {
      const found: string[] = [];
      const first = { limit: "2", apiKeyId: limited.id, occurredBefore };
      for (let query: Record<string, string> | undefined = first; query; ) {
        const { body, headers } = await world.call("listRequests", { query, key });
        found.push(...idsOf(body));
        const next = /<(.*)>/.exec(headers.get("Link") ?? "")?.[1];
        query = next === undefined ? undefined : Object.fromEntries(new URL(next).searchParams);
      }
      expect(found).toEqual(expected);
    }
  });

  it("shows a limited key the requests of keys within its organizations, and nobody else's", async () => {
    const world = await open.world();
    const a = world.organizationId;
    const b = await addOrganization(world);
    const limited = await world.issueKey({ organizationIds: [a] });
    const keys = {
      inA: await world.issueKey({ organizationIds: [a] }),
      inB: await world.issueKey({ organizationIds: [b] }),
      inBoth: await world.issueKey({ organizationIds: [a, b] }),
      everywhere: await world.issueKey(),
    };
    const made = Object.entries(keys).map(([name, { id }]) => {
      const record = requestOf(world, { apiKeyId: id, actorId: id, createdAt: START + 1 });
      return [name, record] as const;
    });
    const person = requestOf(world, { ...personal(world), createdAt: START + 1 });
    await world.store.addRequests([...made.map(([, record]) => record), person], ALL);
    world.advance(1000);
    const reached = made.filter(([name]) => name === "inA").map(([, { id }]) => id);
    const { secret } = limited;
    expect(idsOf(await logged(world, {}, secret))).toEqual(reached);
    expect(await logged(world, { actorType: "person" }, secret)).toEqual([]);
    expect(await logged(world, { apiKeyId: keys.inB.id }, secret)).toEqual([]);
    const statuses: number[] = [];
    for (const { id } of [...made.map(([, record]) => record), person]) {
      const reply = await world.call("getRequest", { path: { requestId: id }, key: secret });
      statuses.push(reply.status);
      expect(reply.status === 200 || reply.body.code === "REQUEST_NOT_FOUND").toBe(true);
    }
    expect(statuses).toEqual([200, 404, 404, 404, 404]);
    const everything = await logged(world, { occurredAfter: new Date(START + 1).toISOString() });
    expect(idsOf(everything)).toEqual(expect.arrayContaining([person.id]));
  });

  it("answers 404 for a request that is unknown or of another account", async () => {
    const [world, other] = [await open.world(), await open.world()];
    await ask(other);
    const [foreign] = await logged(other);
    for (const requestId of [foreign.id, crypto.randomUUID()]) {
      const { status, body } = await world.call("getRequest", { path: { requestId } });
      expect([status, body.code]).toEqual([404, "REQUEST_NOT_FOUND"]);
    }
    expect(idsOf(await logged(world))).not.toContain(foreign.id);
    const path = { requestId: foreign.id.toUpperCase() };
    expect((await other.call("getRequest", { path })).status).toBe(200);
  });

  it("shows a request for 30 days, or as long as the API is told", async () => {
    const usual = await open.world();
    const brief = await open.world({ requestLog: { days: 1, rows: 10 } });
    const day = 24 * 60 * 60 * 1000;
    for (const [world, days] of [[usual, 30] as const, [brief, 1] as const]) {
      await ask(world);
      const [{ id }] = await logged(world, { operation: "listModels" });
      const path = { requestId: id };
      world.advance(days * day);
      expect((await world.call("getRequest", { path })).status).toBe(200);
      world.advance(1);
      expect((await world.call("getRequest", { path })).status).toBe(404);
      const occurredAfter = new Date(START - day).toISOString();
      expect(await logged(world, { operation: "listModels", occurredAfter })).toEqual([]);
    }
  });

  it("does not show what is too old and not deleted yet", async () => {
    const world = await open.world();
    const made = Array.from({ length: 2 * PURGED_REQUESTS + 10 }, (_, index) =>
      requestOf(world, { createdAt: START - index }),
    );
    await world.store.addRequests(made, ALL);
    world.advance(30 * 24 * 60 * 60 * 1000);
    const [newest, next] = made;
    const replies = [newest, next].map((each) =>
      world.call("getRequest", { path: { requestId: each?.id ?? "" } }),
    );
    expect((await Promise.all(replies)).map(({ status }) => status)).toEqual([200, 404]);
    expect(idsOf(await logged(world, { operation: "listModels" }))).toEqual([newest?.id]);
  });

  it("loses and repeats nothing where many flush at once", async () => {
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
