import { describe, expect, it } from "vitest";
import { createWorld } from "./client.ts";
import { createTown } from "./people.ts";
import { onEachStore } from "./stores.ts";
import { openPost, URL_OF_ENDPOINT } from "./webhook-post.ts";

onEachStore((open) => {
  const openWorld = async () => {
    const world = await open.world();
    return { ...world, ...openPost(world) };
  };

  it("gives the secret once, and keeps it encrypted", async () => {
    const { call, path, register, store } = await openWorld();
    const { secret, ...endpoint } = await register({ events: ["dataset.ready"] });
    expect(secret).toMatch(/^whsec_[0-9A-Za-z+/]{43}=$/);
    expect(endpoint).toMatchObject({ url: URL_OF_ENDPOINT, enabled: true, goneAt: null });
    const { body } = await call("listWebhookEndpoints", { path });
    expect(body).toEqual([endpoint]);
    const [stored] = await store.listWebhookEndpoints(path.organizationId);
    expect(JSON.stringify(stored)).not.toContain(secret.slice(6, 20));
  });

  it("asks for all types of events by default", async () => {
    const { register } = await openWorld();
    const { events } = await register();
    expect(events).toContain("dataset.ready");
    expect(events).toHaveLength(8);
  });

  it("changes, disables and deletes an endpoint", async () => {
    const { call, path, register } = await openWorld();
    const { id } = await register();
    const at = { ...path, webhookEndpointId: id.toUpperCase() };
    const body = { url: "https://b.example.com/", events: ["dataset.failed"], enabled: false };
    const updated = await call("updateWebhookEndpoint", { path: at, body });
    expect(updated.body).toMatchObject(body);
    expect((await call("getWebhookEndpoint", { path: at })).body).toEqual(updated.body);
    expect((await call("deleteWebhookEndpoint", { path: at })).status).toBe(204);
    for (const operation of [
      "getWebhookEndpoint",
      "deleteWebhookEndpoint",
      "listWebhookDeliveries",
    ] as const) {
      const { status, body: problem } = await call(operation, { path: at });
      expect([status, problem.code]).toEqual([404, "WEBHOOK_ENDPOINT_NOT_FOUND"]);
    }
  });

  it("has at most 20 endpoints for each organization, also when they are made at once", async () => {
    const { call, path } = await openWorld();
    const make = () => call("createWebhookEndpoint", { path, body: { url: URL_OF_ENDPOINT } });
    const replies = await Promise.all(Array.from({ length: 23 }, make));
    const refused = replies.filter(({ status }) => status === 409);
    expect(refused.map(({ body }) => body.code)).toEqual(
      Array.from({ length: 3 }, () => "WEBHOOK_ENDPOINT_LIMIT_REACHED"),
    );
  });

  it("keeps endpoints of other organizations out of reach", async () => {
    const { register, organizationId } = await openWorld();
    const { id } = await register();
    const other = await openWorld();
    const foreign = { organizationId: other.organizationId, webhookEndpointId: id };
    const found = await other.call("getWebhookEndpoint", { path: foreign });
    expect(found.body.code).toBe("WEBHOOK_ENDPOINT_NOT_FOUND");
    const denied = await other.call("getWebhookEndpoint", {
      path: { organizationId, webhookEndpointId: id },
    });
    expect(denied.status).toBe(403);
  });

  it("finds a delivery only under its own endpoint", async () => {
    const { call, path, register, store } = await openWorld();
    const [a, b] = [await register(), await register()];
    const { body: delivery } = await call("testWebhookEndpoint", {
      path: { ...path, webhookEndpointId: a.id },
    });
    const at = { ...path, webhookEndpointId: b.id, webhookDeliveryId: delivery.id };
    const { status, body } = await call("replayWebhookDelivery", { path: at });
    expect([status, body.code]).toEqual([404, "WEBHOOK_DELIVERY_NOT_FOUND"]);
    expect(await store.findWebhookDelivery(a.id, delivery.id)).toBeDefined();
  });

  it("lists deliveries page by page, newest first", async () => {
    const { advance, call, path, register, deliverer } = await openWorld();
    const { id: webhookEndpointId } = await register();
    const at = { ...path, webhookEndpointId };
    const made: string[] = [];
    for (let turn = 0; turn < 3; turn++) {
      advance(1);
      made.unshift((await call("testWebhookEndpoint", { path: at })).body.id);
      await deliverer.deliverDue();
    }
    const first = await call("listWebhookDeliveries", { path: at, query: { limit: "2" } });
    const cursor = /cursor=([^>&]+)/.exec(first.headers.get("link") ?? "")?.[1] ?? "";
    const rest = await call("listWebhookDeliveries", { path: at, query: { cursor } });
    expect([...first.body, ...rest.body].map(({ id }) => id)).toEqual(made);
  });

  it("lists the deliveries with a status, page by page", async () => {
    const { advance, call, path, register, deliverer, answerWith } = await openWorld();
    const { id: webhookEndpointId } = await register();
    const at = { ...path, webhookEndpointId };
    const made = { delivered: [], failed: [] } as Record<string, string[]>;
    for (const turn of [0, 1, 2, 3, 4, 5]) {
      advance(1);
      const status = turn % 2 ? "delivered" : "failed";
      answerWith(async () => (status === "delivered" ? 204 : 410));
      await call("updateWebhookEndpoint", { path: at, body: { enabled: true } });
      made[status]?.unshift((await call("testWebhookEndpoint", { path: at })).body.id);
      await deliverer.deliverDue();
    }
    const listed = async (query: Record<string, string>): Promise<string[]> => {
      const { headers, body } = await call("listWebhookDeliveries", { path: at, query });
      const ids = body.map(({ id }: { id: string }) => id);
      const cursor = /cursor=([^>&]+)/.exec(headers.get("link") ?? "")?.[1];
      return cursor ? [...ids, ...(await listed({ ...query, cursor }))] : ids;
    };
    expect(await listed({ status: "failed", limit: "2" })).toEqual(made.failed);
    expect(await listed({ status: "delivered", limit: "2" })).toEqual(made.delivered);
    expect(await listed({ status: "pending" })).toEqual([]);
    const wrong = await call("listWebhookDeliveries", { path: at, query: { status: "gone" } });
    expect([wrong.status, wrong.body.code]).toEqual([422, "VALIDATION_ERROR"]);
  });

  it("deletes endpoints with their organization", async () => {
    const { call, path, register, issueKey, organizationId } = await openWorld();
    const { id: webhookEndpointId } = await register();
    await call("testWebhookEndpoint", { path: { ...path, webhookEndpointId } });
    const { id } = await issueKey();
    await call("revokeApiKey", { path: { apiKeyId: id } });
    const { status } = await call("deleteOrganization", { path: { organizationId } });
    expect(status).toBe(204);
    expect((await call("listOrganizations")).body).toEqual([]);
  });

  it("is for owners", async () => {
    const town = await createTown({ store: open.store() });
    const max = await town.join("member");
    const olga = await town.join("owner");
    const path = { organizationId: town.organizationId };
    const body = { url: URL_OF_ENDPOINT };
    for (const [person, status] of [[max, 403] as const, [olga, 201] as const]) {
      const reply = await person.call("createWebhookEndpoint", { path, body });
      expect(reply.status).toBe(status);
    }
    expect((await max.call("listWebhookEndpoints", { path })).status).toBe(403);
  });
});

describe("the URL of an endpoint", () => {
  it.each([
    ["http://hooks.example.com/", "must begin with https://"],
    ["https://user:pass@hooks.example.com/", "must have no user name and no password"],
    ["https://user@hooks.example.com/", "must have no user name and no password"],
    ["https://hooks.example.com/#part", "must have no fragment"],
    ["https://", "is not a URL"],
    ["https://[::1", "is not a URL"],
    ["https://exa mple.com/", "is not a URL"],
    // Its normal form has a slash before the query, and is therefore one character longer.
    [`https://hooks.example.com?${"a".repeat(2022)}`, "must have at most 2048 characters"],
  ])("refuses what is wrong: case %#", async (url, detail) => {
    const world = await createWorld();
    const path = { organizationId: world.organizationId };
    const { status, body } = await world.call("createWebhookEndpoint", { path, body: { url } });
    expect([status, body.errors[0].pointer]).toEqual([422, "/url"]);
    expect([detail, "must be a valid uri"]).toContain(body.errors[0].detail);
  });

  it("is validated by the host of the API", async () => {
    const world = await createWorld({ webhookUrlFault: ({ hostname }) => `is not ${hostname}` });
    const { register, path } = openPost(world);
    expect((await register()).errors).toEqual([
      { pointer: "/url", detail: "is not hooks.example.com", keyword: "format" },
    ]);
    expect((await world.call("listWebhookEndpoints", { path })).body).toEqual([]);
  });
});
