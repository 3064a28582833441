import { generateApiKey } from "@sinkove/api-key";
import { operations } from "@sinkove/contract";
import { describe, expect, it } from "vitest";
import { createWorld, MODEL, requestOf } from "./client.ts";

describe("authentication", () => {
  it.each([
    [null, "missing"],
    ["Basic abc", "wrong_scheme"],
    ["Bearer $SINKOVE_API_KEY", "placeholder"],
    ["Bearer sinkove_test_abc", "malformed"],
    [`Bearer ${generateApiKey("live")}`, "wrong_environment"],
    [`Bearer ${generateApiKey("test")}`, "unknown"],
  ])("refuses %s as %s", async (authorization, reason) => {
    const { call } = await createWorld();
    const headers = authorization === null ? {} : { Authorization: authorization };
    const reply = await call("getMe", { key: null, headers });
    expect(reply).toMatchObject({ status: 401, body: { code: "INVALID_API_KEY", reason } });
    const challenge = reply.headers.get("WWW-Authenticate");
    if (reason === "missing") expect(challenge).toBe('Bearer realm="sinkove"');
    else expect(challenge).toContain('error="invalid_token"');
  });

  it("accepts a lower-case scheme and several spaces", async () => {
    const { call, key } = await createWorld();
    const headers = { Authorization: `bearer   ${key}` };
    expect((await call("getMe", { key: null, headers })).status).toBe(200);
  });

  it("refuses a key in the query string, whatever its name, and does not log it", async () => {
    const { call, key, log } = await createWorld();
    expect((await call("getMe", { query: { note: key } })).status).toBe(400);
    expect((await call("getMe", { query: { api_key: "anything" } })).status).toBe(400);
    expect(JSON.stringify(log)).not.toContain(key);
  });

  it("does not show a key in the path", async () => {
    const { api, key, log } = await createWorld();
    const response = await api.fetch(new Request(`http://localhost/v1/${key}`));
    expect(await response.text()).not.toContain(key);
    expect(JSON.stringify(log)).not.toContain(key);
  });
});

describe("routing", () => {
  it("answers with and without /v1", async () => {
    const { api, key } = await createWorld();
    const headers = { Authorization: `Bearer ${key}` };
    for (const path of ["/v1/datasets", "/datasets"]) {
      expect((await api.fetch(new Request(`http://localhost${path}`, { headers }))).status).toBe(
        200,
      );
    }
  });

  it("answers HEAD as GET, with no body", async () => {
    const { api, key } = await createWorld();
    const headers = { Authorization: `Bearer ${key}` };
    const response = await api.fetch(
      new Request("http://localhost/me", { method: "HEAD", headers }),
    );
    expect(response.status).toBe(200);
    expect(await response.text()).toBe("");
  });

  it("lets no cache keep an error, nor a response", async () => {
    const { call, api } = await createWorld();
    const path = { apiKeyId: "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2" };
    const nowhere = await api.fetch(new Request("http://localhost/v1/nowhere"));
    const replies = [await call("getMe"), await call("getApiKey", { path }), nowhere];
    expect(replies.map(({ status }) => status)).toEqual([200, 404, 404]);
    for (const { headers } of replies) expect(headers.get("Cache-Control")).toBe("no-store");
  });

  it("distinguishes an unknown path from an unknown method", async () => {
    const { api } = await createWorld();
    const lost = await api.fetch(new Request("http://localhost/v1/nowhere"));
    expect([lost.status, (await lost.json()).code]).toEqual([404, "NOT_FOUND"]);
    const wrong = await api.fetch(new Request("http://localhost/v1/datasets", { method: "PUT" }));
    expect([wrong.status, wrong.headers.get("Allow")]).toEqual([405, "GET, POST, HEAD"]);
  });

  it("also logs requests that match no operation", async () => {
    let time = 0;
    const { api, log } = await createWorld({ monotonic: () => (time += 12.5) });
    const lost = await api.fetch(new Request("http://localhost/v1/nowhere"));
    const requestId = lost.headers.get("X-Request-ID");
    const entry = { level: "info", message: "request", requestId, method: "GET" };
    const code = "NOT_FOUND";
    expect(log).toEqual([{ ...entry, status: 404, code, durationMs: 12.5 }]);
    await api.fetch(new Request("http://localhost/v1/datasets", { method: "PUT" }));
    expect(log[1]).toMatchObject({ message: "request", status: 405 });
  });
});

describe("bodies", () => {
  it("rejects bodies that are not JSON, too deep, too large or of another type", async () => {
    const { call } = await createWorld();
    const create = async (body: string, headers = {}) =>
      (await call("createApiKey", { body, headers })).body.code;
    expect(await create("{")).toBe("INVALID_REQUEST");
    expect(await create("[".repeat(100) + "]".repeat(100))).toBe("INVALID_REQUEST");
    expect(await create("{}", { "Content-Type": "text/plain" })).toBe("UNSUPPORTED_MEDIA_TYPE");
  });

  it("accepts no more bytes than the contract allows for each operation", async () => {
    const { call, apiKeyId, organizationId, accountId } = await createWorld();
    const webhookEndpointId = crypto.randomUUID();
    const path = { apiKeyId, organizationId, accountId, webhookEndpointId };
    const withBody = Object.values(operations).filter(({ body }) => body);
    expect(withBody.map(({ id, body }) => [id, body?.maxBytes])).toEqual([
      ["createApiKey", 16_384],
      ["reportApiKeyLeak", 8192],
      ["updateApiKey", 16_384],
      ["rotateApiKey", 1024],
      ["revokeApiKey", 1024],
      ["reportGithubLeaks", 1_048_576],
      ["createOrganization", 1024],
      ["updateOrganization", 1024],
      ["updateMember", 1024],
      ["createInvitation", 2048],
      ["acceptInvitation", 1024],
      ["createOrganizationDataset", 16_384],
      ["createWebhookEndpoint", 16_384],
      ["updateWebhookEndpoint", 16_384],
      ["rotateWebhookEndpoint", 1024],
      ["createDataset", 16_384],
    ]);
    for (const { id, body, schemes, isPublic } of withBody) {
      if (!isPublic && !schemes.includes("apiKey")) continue;
      const most = body?.maxBytes ?? 0;
      const headers = {
        "Github-Public-Key-Identifier": "x",
        "Github-Public-Key-Signature": "MAYCAQECAQE=",
      };
      const send = (size: number) => call(id, { path, headers, body: " ".repeat(size) });
      expect((await send(most)).body.code).toBe("INVALID_REQUEST");
      expect((await send(most + 1)).body.code).toBe("PAYLOAD_TOO_LARGE");
    }
  });

  it("takes the longest body that an operation needs", async () => {
    const { call, organizationId } = await createWorld();
    const name = "\u{1f600}".repeat(100);
    const organizationIds = Array.from(
      { length: 99 },
      (_, index) => organizationId.slice(0, -2) + `${index}`.padStart(2, "0"),
    );
    const body = JSON.stringify({ name, organizationIds }, null, 2).replaceAll(
      "\u{1f600}",
      "\\ud83d\\ude00",
    );
    expect((await call("createApiKey", { body })).status).toBe(403);
    const prompt = "\\ud83d\\ude00".repeat(1000);
    const order = `{"modelId":"${MODEL.id}","numSamples":1,"args":{"prompt":"${prompt}"}}`;
    expect((await call("createDataset", { body: order })).status).toBe(201);
  });

  it("stops reading an endless body", async () => {
    const { api, key } = await createWorld();
    let pulls = 0;
    const body = new ReadableStream({
      pull(controller) {
        pulls += 1;
        controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
    const headers = { Authorization: `Bearer ${key}`, "Content-Type": "application/json" };
    const init = { method: "POST", headers, body, duplex: "half" };
    const response = await api.fetch(new Request("http://localhost/v1/api-keys", init));
    expect(response.status).toBe(413);
    expect(pulls).toBeLessThan(25);
  });

  it("names every violation at once", async () => {
    const { call } = await createWorld();
    const body = { scopes: [], color: "red" };
    const reply = await call("createApiKey", { body, headers: { "Idempotency-Key": "ä" } });
    const pointers = reply.body.errors.map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers).toEqual(
      expect.arrayContaining(["Idempotency-Key", "/name", "/scopes", "/color"]),
    );
  });

  it("refuses an Accept that excludes JSON", async () => {
    const { call } = await createWorld();
    expect((await call("getMe", { headers: { Accept: "text/html" } })).status).toBe(406);
    expect((await call("getMe", { headers: { Accept: "text/html, */*;q=0.1" } })).status).toBe(200);
    const none = { Accept: "application/json;q=0, */*" };
    expect((await call("getMe", { headers: none })).status).toBe(406);
  });
});

describe("rate limits", () => {
  it("refuses past the limit, and accepts again after Retry-After", async () => {
    const { call, advance } = await createWorld({ rateLimit: { limit: 2, windowSeconds: 60 } });
    const first = await call("getMe");
    expect(first.headers.get("RateLimit-Policy")).toBe('"per-account";q=2;w=60');
    expect(first.headers.get("RateLimit")).toBe('"per-account";r=1;t=30');
    await call("getMe");
    const refused = await call("getMe");
    expect(refused).toMatchObject({ status: 429, body: { retryAfterSeconds: 30 } });
    advance(1000 * Number(refused.headers.get("Retry-After")));
    expect((await call("getMe")).status).toBe(200);
  });
});

describe("the public URL", () => {
  it("puts the path that clients use into every address in a response", async () => {
    const { call, advance } = await createWorld({ publicUrl: "https://docs.example/en/sandbox/" });
    const body = { modelId: MODEL.id, numSamples: 1, args: { prompt: "cardiomegaly" } };
    const { headers, body: dataset } = await call("createDataset", { body });
    expect(headers.get("Location")).toBe(`/en/sandbox/v1/datasets/${dataset.id}`);
    await call("createDataset", { body });
    const list = await call("listDatasets", { query: { limit: "1" } });
    expect(list.headers.get("Link")).toContain("<https://docs.example/en/sandbox/v1/datasets?");
    advance(60_000);
    const download = await call("getDatasetDownload", { path: { datasetId: dataset.id } });
    expect(download.body.URL).toContain("https://docs.example/en/sandbox/v1/downloads/");
    const unknown = await call("getModel", { path: { modelId: dataset.id } });
    expect(unknown.body.instance).toBe(`/en/sandbox/v1/models/${dataset.id}`);
  });
});

describe("failures", () => {
  it("shows no internal details", async () => {
    const { api, store, key, log } = await createWorld();
    store.listModels = async () => {
      throw new Error(`the inside, and ${key}`);
    };
    const response = await api.fetch(requestOf("listModels", { key }));
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("inside");
    expect(JSON.stringify(log)).toContain("the inside");
    expect(JSON.stringify(log)).not.toContain(key);
  });
});
