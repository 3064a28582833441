import { operations } from "@sinkove/contract";
import { describe, expect, it } from "vitest";
import { ALL_SCOPES } from "../src/index.ts";
import { createWorld, MODEL, requestOf } from "./client.ts";
import { createTown } from "./people.ts";
import { sampleCall } from "./sample-call.ts";
import { onEachStore } from "./stores.ts";

const ORDER = { modelId: MODEL.id, numSamples: 10, args: { prompt: "cardiomegaly" } };
const SESSION_ONLY = Object.values(operations).filter(
  ({ schemes }) => !schemes.includes("apiKey") && schemes.includes("session"),
);

describe("who makes a request", () => {
  it("is the person of the session, with a role in each organization", async () => {
    const { signUp, organizationId, now, join } = await createTown();
    const ada = await signUp("Ada");
    const { status, headers, body } = await ada.call("getMe");
    expect(status).toBe(200);
    expect(body).toEqual({
      account: {
        id: ada.id,
        name: "Ada",
        email: ada.email,
        emailVerified: true,
        createdAt: new Date(now()).toISOString(),
        rateLimit: { limit: 100, windowSeconds: 60 },
      },
      apiKey: null,
      organizations: [],
    });
    expect(headers.get("RateLimit-Policy")).toBe('"per-session";q=600;w=60');
    const { body: max } = await (await join("member")).call("getMe");
    expect(max.organizations).toMatchObject([{ id: organizationId, role: "member" }]);
  });

  it("is the key if there is an Authorization header with any value", async () => {
    const { join, api, key, accountId } = await createTown();
    const { session } = await join("owner");
    const ask = async (authorization: string) => {
      const headers = { Authorization: authorization };
      const response = await api.fetch(requestOf("getMe", { session, headers }));
      return { status: response.status, body: await response.json() };
    };
    expect((await ask(`Bearer ${key}`)).body.account.id).toBe(accountId);
    for (const wrong of ["", "Bearer x", `Bearer ${key}x`, "Basic eA=="]) {
      expect(await ask(wrong)).toMatchObject({ status: 401, body: { code: "INVALID_API_KEY" } });
    }
  });

  it("is unknown without a cookie, and on a server without sessions", async () => {
    const { call } = await createTown();
    expect((await call("getMe", { key: null })).body.reason).toBe("missing");
    const world = await createWorld();
    expect((await world.call("getMe", { session: "x" })).body.reason).toBe("missing");
  });

  it.each(SESSION_ONLY.map((operation) => [operation.id, operation] as const))(
    "is never a key for %s",
    async (id, operation) => {
      const { call, organizationId } = await createTown();
      const { status, body } = await call(id, sampleCall(operation, { organizationId }));
      expect([status, body.code]).toEqual([403, "PERMISSION_DENIED"]);
      expect(body.detail).toBe(
        "Only a person who is signed in can do this, not an API key. Do it in the console.",
      );
    },
  );
});

describe("the log", () => {
  it("names the person and never has the cookie", async () => {
    const { join, log, endSession } = await createTown();
    const olga = await join("owner");
    await olga.call("listApiKeys");
    await olga.call("createApiKey", {
      body: { name: "x" },
      headers: { Origin: "https://evil.example" },
    });
    endSession(olga);
    await olga.call("getMe");
    const entries = log.filter(({ message }) => message === "request");
    expect(entries).toMatchObject([
      { operationId: "listApiKeys", accountId: olga.id, status: 200 },
      { operationId: "createApiKey", accountId: olga.id, status: 403, reason: "origin" },
      { operationId: "getMe", status: 401, code: "INVALID_SESSION" },
    ]);
    expect(entries[0]?.apiKeyId).toBeUndefined();
    expect(entries[2]?.accountId).toBeUndefined();
    expect(JSON.stringify(log)).not.toContain(olga.session);
  });
});

describe("the rate limit of a session", () => {
  it("is separate: the console and the keys do not slow each other down", async () => {
    const { signUp, call } = await createTown();
    const ada = await signUp("Ada");
    const { body } = await ada.call("createApiKey", { body: { name: "x" } });
    let last = await ada.call("getMe");
    for (let count = 3; count <= 600; count++) last = await ada.call("getMe");
    expect([last.status, last.headers.get("X-RateLimit-Remaining")]).toEqual([200, "0"]);
    const refused = await ada.call("getMe");
    expect([refused.status, refused.body.code]).toEqual([429, "RATE_LIMIT_EXCEEDED"]);
    expect(refused.body.detail).toContain("600 requests in 60 seconds");
    const { headers } = await call("getMe", { key: body.secret });
    expect(headers.get("X-RateLimit-Remaining")).toBe("99");
  });
});

onEachStore((open) => {
  it("issues keys with every scope, for all organizations and without an end", async () => {
    const { join, call } = await createTown({ store: open.store() });
    const max = await join("member");
    const { body: issued } = await max.call("createApiKey", { body: { name: "CI" } });
    expect(issued).toMatchObject({
      scopes: ALL_SCOPES,
      organizationIds: null,
      expiresAt: null,
      createdBy: { type: "person", id: max.id },
    });
    const path = { apiKeyId: issued.id };
    const [created] = (await max.call("listApiKeyEvents", { path })).body;
    expect(created).toMatchObject({
      type: "created",
      actor: { type: "person", id: max.id },
      actorApiKeyId: null,
    });
    const { body: child } = await call("createApiKey", { key: issued.secret, body: { name: "x" } });
    expect(child.createdBy).toEqual({ type: "api_key", id: issued.id });
    const { body: successor } = await max.call("rotateApiKey", { path });
    expect(successor.createdBy).toEqual({ type: "person", id: max.id });
    const revoked = await max.call("revokeApiKey", { path, body: { descendants: true } });
    expect(revoked.body.revokedDescendants).toHaveLength(2);
    expect((await max.call("listApiKeys")).body).toHaveLength(3);
  });

  it("does not reach the keys of another person", async () => {
    const { join, apiKeyId } = await createTown({ store: open.store() });
    const olga = await join("owner");
    for (const id of ["getApiKey", "revokeApiKey", "rotateApiKey"] as const) {
      const { status } = await olga.call(id, { path: { apiKeyId } });
      expect(status).toBe(404);
    }
    expect((await olga.call("listApiKeys")).body).toEqual([]);
  });

  it("shows a secret again to the same session, and to no other one and no key", async () => {
    const { join, signInAgain, call, store } = await createTown({ store: open.store() });
    const olga = await join("owner");
    const request = { body: { name: "CI" }, headers: { "Idempotency-Key": "one" } };
    const { body: first } = await olga.call("createApiKey", request);
    expect((await olga.call("createApiKey", request)).body.secret).toBe(first.secret);
    const elsewhere = await signInAgain(olga).call("createApiKey", request);
    expect(elsewhere.body.code).toBe("IDEMPOTENCY_CONFLICT");
    const { body } = await call("createApiKey", { ...request, key: first.secret });
    expect(body.code).toBe("IDEMPOTENCY_CONFLICT");
    const answer = await store.write({ accountId: olga.id }, (writer) =>
      writer.findAnswer(olga.id, "one"),
    );
    expect(JSON.stringify(answer)).not.toContain(first.secret);
    expect(JSON.stringify(answer)).not.toContain(olga.session);
  });

  it("makes a dataset once, whichever session or key of the organization asks again", async () => {
    const { join, signInAgain } = await createTown({ store: open.store() });
    const olga = await join("owner");
    const request = { body: ORDER, headers: { "Idempotency-Key": "two" } };
    const first = await olga.call("createDataset", request);
    const again = await signInAgain(olga).call("createDataset", request);
    expect(again.body).toEqual(first.body);
    expect(first.body.ownerId).toBe(olga.id);
  });

  it("makes download URLs that end with the membership", async () => {
    const { join, advance, api, call, organizationId } = await createTown({ store: open.store() });
    const max = await join("member");
    const { body: dataset } = await max.call("createDataset", { body: ORDER });
    advance(60_000);
    const { body } = await max.call("getDatasetDownload", { path: { datasetId: dataset.id } });
    const download = async () => (await api.fetch(new Request(body.URL))).status;
    expect(await download()).toBe(200);
    const olga = await join("owner");
    await olga.call("deleteMember", { path: { organizationId, accountId: max.id } });
    expect(await download()).toBe(410);
    expect((await call("getDataset", { path: { datasetId: dataset.id } })).status).toBe(200);
  });
});
