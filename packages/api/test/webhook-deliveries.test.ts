import { expect, it } from "vitest";
import { WebhookSendError } from "../src/index.ts";
import { RETRY_AFTER } from "../src/webhooks/attempt.ts";
import { START } from "./client.ts";
import { onEachStore } from "./stores.ts";
import {
  isSignedWith,
  openPost,
  SERVICE_SECRET,
  URL_OF_ENDPOINT,
  withoutClock,
} from "./webhook-post.ts";
import { ORDER, openWorkshop } from "./workshop.ts";

const DAY = 24 * 60 * 60 * 1000;

onEachStore((open) => {
  const openWorld = async () => {
    const world = await open.world();
    return { ...world, ...openPost(world) };
  };
  type Post = Awaited<ReturnType<typeof openWorld>>;

  const test = ({ call, path }: Post, webhookEndpointId: string) =>
    call("testWebhookEndpoint", { path: { ...path, webhookEndpointId } });

  it("signs what it sends as Standard Webhooks says", async () => {
    const post = await openWorld();
    const { id, secret } = await post.register();
    const { body: delivery } = await test(post, id);
    await post.deliverer.deliverDue();
    const [request] = post.received;
    if (!request) throw new Error("Nothing was sent.");
    expect(request.url).toBe(URL_OF_ENDPOINT);
    expect(request.headers).toMatchObject({
      "Content-Type": "application/json",
      "webhook-id": delivery.event.id,
      "webhook-timestamp": `${START / 1000}`,
    });
    expect(isSignedWith(secret, request)).toBe(true);
    expect(JSON.parse(request.body)).toEqual(delivery.event);
    const [delivered] = await post.deliveriesOf(id);
    const attempt = { attemptedAt: "2026-11-24T10:00:00.000Z", status: 204, error: null };
    expect(delivered).toMatchObject({ status: "delivered", nextAttemptAt: null });
    expect(delivered.attempts).toEqual([{ ...attempt, durationMs: 0 }]);
  });

  it("signs with both secrets until the grace period ends", async () => {
    const post = await openWorld();
    const { id, secret: old } = await post.register();
    const path = { ...post.path, webhookEndpointId: id };
    const body = { gracePeriodSeconds: 60 };
    const rotated = (await post.call("rotateWebhookEndpoint", { path, body })).body;
    expect(rotated.previousSecretExpiresAt).toBe("2026-11-24T10:01:00.000Z");
    await test(post, id);
    await post.deliverer.deliverDue();
    post.advance(60_000);
    await test(post, id);
    await post.deliverer.deliverDue();
    const signers = post.received.map((each) =>
      [rotated.secret, old].map((secret) => isSignedWith(secret, each)),
    );
    expect(signers).toEqual([
      [true, true],
      [true, false],
    ]);
    const now = (await post.call("getWebhookEndpoint", { path })).body;
    expect(now.previousSecretExpiresAt).toBeNull();
  });

  it("stops signing with the old secret at once if there is no grace period", async () => {
    const post = await openWorld();
    const { id, secret: old } = await post.register();
    const path = { ...post.path, webhookEndpointId: id };
    await post.call("rotateWebhookEndpoint", { path, body: { gracePeriodSeconds: 0 } });
    await test(post, id);
    await post.deliverer.deliverDue();
    expect(post.received.map((each) => isSignedWith(old, each))).toEqual([false]);
  });

  it("tries again on its schedule, and then gives up until it is replayed", async () => {
    const post = await openWorld();
    const { id } = await post.register();
    await test(post, id);
    post.answerWith(async () => 503);
    for (const delay of RETRY_AFTER) {
      await post.deliverer.deliverDue();
      const [pending] = await post.deliveriesOf(id);
      expect(Date.parse(pending.nextAttemptAt) - post.now()).toBe(delay);
      post.advance(delay - 1);
      const before = post.received.length;
      await post.deliverer.deliverDue();
      expect(post.received.length).toBe(before);
      post.advance(1);
    }
    await post.deliverer.deliverDue();
    const [failed] = await post.deliveriesOf(id);
    expect(failed).toMatchObject({ status: "failed", nextAttemptAt: null });
    expect(failed.attempts).toHaveLength(10);
    expect(failed.attempts.at(-1).error).toBe("The endpoint answered with 503.");
    post.answerWith(async () => 200);
    const path = { ...post.path, webhookEndpointId: id, webhookDeliveryId: failed.id };
    const replayed = await post.call("replayWebhookDelivery", { path });
    expect(replayed.body).toMatchObject({ status: "pending" });
    await post.deliverer.deliverDue();
    const [delivered] = await post.deliveriesOf(id);
    expect(delivered.status).toBe("delivered");
    const ids = new Set(post.received.map(({ headers }) => headers["webhook-id"]));
    expect(ids.size).toBe(1);
  });

  it("follows another schedule and other leases if the options say so", async () => {
    const post = await openWorld();
    const { id } = await post.register();
    await test(post, id);
    const options = { retryAfter: [100], leaseFor: 50 };
    const begun = new Promise<void>((resolve) => {
      const send = () => new Promise<never>(() => resolve());
      void post.hire({ ...options, send }).deliverDue();
    });
    await begun;
    post.answerWith(async () => 503);
    const patient = post.hire(options);
    for (const after of [49, 1, 99, 1]) {
      post.advance(after);
      await patient.deliverDue();
    }
    expect(post.received).toHaveLength(2);
    const [failed] = await post.deliveriesOf(id);
    expect(failed).toMatchObject({ status: "failed", nextAttemptAt: null });
  });

  it("replays a delivery that has succeeded", async () => {
    const post = await openWorld();
    const { id } = await post.register();
    const { body } = await test(post, id);
    await post.deliverer.deliverDue();
    const path = { ...post.path, webhookEndpointId: id, webhookDeliveryId: body.id };
    await post.call("replayWebhookDelivery", { path });
    await post.deliverer.deliverDue();
    expect(post.bodies().map((event) => event.id)).toEqual([body.event.id, body.event.id]);
  });

  it("disables an endpoint that answers with 410, and starts again when it is enabled", async () => {
    const post = await openWorld();
    const { id } = await post.register();
    await test(post, id);
    post.answerWith(async () => 410);
    await post.deliverer.deliverDue();
    const at = { ...post.path, webhookEndpointId: id };
    const gone = (await post.call("getWebhookEndpoint", { path: at })).body;
    expect(gone).toMatchObject({ enabled: false, goneAt: "2026-11-24T10:00:00.000Z" });
    const [failed] = await post.deliveriesOf(id);
    expect(failed).toMatchObject({ status: "failed", nextAttemptAt: null });
    for (const reply of [
      await test(post, id),
      await post.call("replayWebhookDelivery", { path: { ...at, webhookDeliveryId: failed.id } }),
    ])
      expect([reply.status, reply.body.code]).toEqual([409, "WEBHOOK_ENDPOINT_DISABLED"]);
    // What happens meanwhile is not sent later.
    await revokeNewKey(post);
    await post.deliverer.deliverDue();
    const body = { enabled: true };
    const enabled = await post.call("updateWebhookEndpoint", { path: at, body });
    expect(enabled.body).toMatchObject({ enabled: true, goneAt: null });
    post.answerWith(async () => 204);
    await post.deliverer.deliverDue();
    expect(post.received).toHaveLength(1);
    expect((await test(post, id)).status).toBe(201);
    // Tests share a store: none leaves a delivery that is due.
    await post.deliverer.deliverDue();
  });

  it("holds deliveries to a disabled endpoint back, and sends them when it is enabled", async () => {
    const post = await openWorld();
    const { id } = await post.register();
    const path = { ...post.path, webhookEndpointId: id };
    await test(post, id);
    await post.call("updateWebhookEndpoint", { path, body: { enabled: false } });
    await post.deliverer.deliverDue();
    expect(post.received).toEqual([]);
    await post.call("updateWebhookEndpoint", { path, body: { enabled: true } });
    await post.deliverer.deliverDue();
    expect(post.received).toHaveLength(1);
  });

  it("says in the log of deliveries why there was no response", async () => {
    const post = await openWorld();
    const { id } = await post.register();
    await test(post, id);
    post.answerWith(async () => {
      throw new WebhookSendError("The connection was refused.");
    });
    await post.deliverer.deliverDue();
    const [pending] = await post.deliveriesOf(id);
    expect(pending.attempts).toMatchObject([
      { status: null, error: "The connection was refused." },
    ]);
  });

  it("shows nothing of an error that it does not know, and goes on", async () => {
    const post = await openWorld();
    const { id } = await post.register();
    await test(post, id);
    post.answerWith(async () => {
      throw new TypeError("10.0.0.7 is broken");
    });
    await post.deliverer.deliverDue();
    const [pending] = await post.deliveriesOf(id);
    expect(pending.attempts[0].error).toBe("The request could not be sent.");
    expect(post.log.map(({ level }) => level)).toEqual(["error", "info"]);
  });

  it("records a secret that cannot be read, and sends nothing unsigned", async () => {
    const post = await openWorld();
    const { id } = await post.register();
    await test(post, id);
    await post.hire({ secret: "another secret of the service, of 32 characters" }).deliverDue();
    expect(post.received).toEqual([]);
    const [pending] = await post.deliveriesOf(id);
    expect(pending.attempts[0].error).toBe("The secret cannot be read any more. Rotate it.");
  });

  it("signs with secrets that were encrypted with a former secret of the service", async () => {
    const post = await openWorld();
    const { id, secret } = await post.register();
    await test(post, id);
    const newest = "another secret of the service, of 32 characters";
    const formerSecrets = ["one before, of 32 characters or more", SERVICE_SECRET];
    await post.hire({ secret: newest, formerSecrets }).deliverDue();
    const [request] = post.received;
    expect(request && isSignedWith(secret, request)).toBe(true);
  });

  it("writes neither a secret nor a URL into the log", async () => {
    const post = await openWorld();
    const { id, secret } = await post.register({ url: "https://hooks.example.com/TOKEN" });
    await test(post, id);
    await post.deliverer.deliverDue();
    const text = JSON.stringify([post.log, await post.deliveriesOf(id)]);
    for (const hidden of [secret.slice(6), "TOKEN"]) expect(text).not.toContain(hidden);
  });

  async function revokeNewKey({ call, issueKey }: Post, organizationIds: string[] | null = null) {
    const { id } = await issueKey({ organizationIds });
    await call("revokeApiKey", { path: { apiKeyId: id } });
    return id;
  }

  it("tells of API keys that are rotated and revoked, in this order", async () => {
    const post = await openWorld();
    await post.register({ events: ["api_key.rotated", "api_key.revoked"] });
    const { id } = await post.issueKey();
    await post.call("rotateApiKey", { path: { apiKeyId: id } });
    post.advance(1);
    await post.call("revokeApiKey", { path: { apiKeyId: id } });
    await post.deliverer.deliverDue();
    expect(post.bodies()).toMatchObject([
      { type: "api_key.rotated", data: { apiKeyId: id } },
      { type: "api_key.revoked", data: { apiKeyId: id } },
    ]);
  });

  it("tells only organizations that the API key reaches, and endpoints that ask for the type", async () => {
    const post = await openWorld();
    await post.register({ events: ["dataset.ready"] });
    const { body: other } = await post.call("createOrganization", { body: { name: "Other" } });
    const body = { url: "https://other.example.com/" };
    await post.call("createWebhookEndpoint", { path: { organizationId: other.id }, body });
    const id = await revokeNewKey(post, [other.id]);
    await revokeNewKey(post, [post.organizationId]);
    await post.deliverer.deliverDue();
    expect(post.received.map(({ url }) => url)).toEqual([body.url]);
    expect(post.bodies()).toMatchObject([{ organizationId: other.id, data: { apiKeyId: id } }]);
  });

  it("undoes an event with the change that it tells of", async () => {
    const post = await openWorld();
    await post.register();
    const { id } = await post.issueKey();
    const scope = { accountId: post.accountId };
    const event = { id: crypto.randomUUID(), organizationId: post.organizationId };
    const failing = post.store.write(scope, async (writer) => {
      const about = { type: "api_key.revoked", subjectId: id, occursAt: post.now() } as const;
      await writer.insertWebhookEvents([{ ...event, ...about }]);
      throw new Error("The change fails.");
    });
    await expect(failing).rejects.toThrow("The change fails.");
    await post.deliverer.deliverDue();
    expect(post.received).toEqual([]);
  });

  it("sends the events of a subject one after another, and those of others meanwhile", async () => {
    const post = await openWorld();
    const { id } = await post.register({ events: ["api_key.rotated", "api_key.revoked"] });
    const { id: first } = await post.issueKey();
    await post.call("rotateApiKey", { path: { apiKeyId: first } });
    post.advance(1);
    await post.call("revokeApiKey", { path: { apiKeyId: first } });
    const second = await revokeNewKey(post);
    post.answerWith(async ({ body }) => (body.includes("rotated") ? 500 : 204));
    await post.deliverer.deliverDue();
    expect(
      post
        .bodies()
        .map(({ data }) => data.apiKeyId)
        .sort(),
    ).toEqual([first, second].sort());
    post.answerWith(async () => 204);
    post.advance(5000);
    await post.deliverer.deliverDue();
    const ofFirst = post.bodies().filter(({ data }) => data.apiKeyId === first);
    expect(ofFirst.map(({ type }) => type)).toEqual([
      "api_key.rotated",
      "api_key.rotated",
      "api_key.revoked",
    ]);
    expect((await post.deliveriesOf(id)).map(({ status }: { status: string }) => status)).toEqual([
      "delivered",
      "delivered",
      "delivered",
    ]);
  });

  it("has at most three deliveries of an organization under way, however slow they are", async () => {
    const [slow, quick] = [await openWorld(), await openWorld()];
    const { id } = await slow.register();
    for (let turn = 0; turn < 5; turn++) await revokeNewKey(slow);
    const release: (() => void)[] = [];
    slow.answerWith(() => new Promise((resolve) => release.push(() => resolve(204))));
    const delivering = slow.deliverer.deliverDue();
    await expect.poll(() => slow.received.length).toBe(3);
    const { id: other } = await quick.register();
    await test(quick, other);
    await quick.hire().deliverDue();
    expect(quick.received).toHaveLength(1);
    expect(slow.received).toHaveLength(3);
    slow.answerWith(async () => 204);
    for (const each of release) each();
    await delivering;
    expect((await slow.deliveriesOf(id)).length).toBe(5);
    expect(slow.received).toHaveLength(5);
  });

  it("sends a delivery again whose deliverer was killed, and refuses what that writes later", async () => {
    const post = await openWorld();
    const { id } = await post.register();
    await test(post, id);
    let wake = (_status: number): void => {};
    const killed = post.hire({
      send: (request) => {
        post.received.push(request);
        return new Promise((resolve) => {
          wake = (status) => resolve({ status });
        });
      },
    });
    const late = killed.deliverDue();
    await expect.poll(() => post.received.length).toBe(1);
    await post.deliverer.deliverDue();
    expect(post.received).toHaveLength(1);
    post.advance(60_000);
    await post.deliverer.deliverDue();
    expect(post.received).toHaveLength(2);
    wake(500);
    await late;
    const [delivered] = await post.deliveriesOf(id);
    expect(delivered.status).toBe("delivered");
    expect(delivered.attempts).toHaveLength(1);
  });

  it("gives back what is under way when it is stopped", async () => {
    const post = await openWorld();
    const { id } = await post.register();
    await test(post, id);
    const stopped = post.hire({
      send: ({ signal, ...request }) => {
        post.received.push({ signal, ...request });
        return new Promise((_, reject) => {
          signal.addEventListener("abort", () => reject(new WebhookSendError("Stopped.")));
        });
      },
      wait: (_, signal) =>
        new Promise((resolve) => {
          if (signal.aborted) resolve();
          signal.addEventListener("abort", () => resolve());
        }),
    });
    stopped.start();
    await expect.poll(() => post.received.length).toBe(1);
    await stopped.stop();
    await post.deliverer.deliverDue();
    expect(post.received).toHaveLength(2);
    const [delivered] = await post.deliveriesOf(id);
    expect(delivered.attempts).toHaveLength(1);
  });

  it("sends each delivery once, though many deliverers look for it", async () => {
    const post = await openWorld();
    await post.register();
    for (let turn = 0; turn < 12; turn++) await revokeNewKey(post);
    const all = Array.from({ length: 4 }, () => post.hire().deliverDue());
    await Promise.all(all);
    await post.deliverer.deliverDue();
    const ids = post.received.map(({ headers }) => headers["webhook-id"]);
    expect(new Set(ids).size).toBe(12);
    expect(ids).toHaveLength(12);
  });

  it("sends nothing of an endpoint that was deleted", async () => {
    const post = await openWorld();
    const { id } = await post.register();
    await test(post, id);
    await post.call("deleteWebhookEndpoint", { path: { ...post.path, webhookEndpointId: id } });
    await post.deliverer.deliverDue();
    expect(post.received).toEqual([]);
  });

  it("forgets deliveries after 30 days", async () => {
    const post = await openWorld();
    const { id } = await post.register();
    await test(post, id);
    await post.deliverer.deliverDue();
    post.advance(31 * DAY);
    await revokeNewKey(post);
    await post.deliverer.deliverDue();
    const kept = await post.deliveriesOf(id);
    expect(kept.map(({ event }: { event: { type: string } }) => event.type)).toEqual([
      "api_key.revoked",
    ]);
  });

  it("tells when a dataset is ready, and when its archive has expired", async () => {
    const shop = await openWorkshop(withoutClock(open.store()));
    const post = openPost(shop);
    await post.register();
    const id = await shop.create();
    await makeOwn(shop, id);
    await post.deliverer.deliverDue();
    expect(post.bodies()).toMatchObject([{ type: "dataset.ready", data: { datasetId: id } }]);
    shop.advance(30 * DAY);
    await post.deliverer.deliverDue();
    expect(post.bodies().at(-1)).toMatchObject({
      type: "dataset.expired",
      data: { datasetId: id },
    });
    expect(post.received).toHaveLength(2);
  });

  it("does not tell of the expiry of a dataset that was deleted", async () => {
    const shop = await openWorkshop(withoutClock(open.store()));
    const post = openPost(shop);
    await post.register();
    const id = await shop.create();
    await makeOwn(shop, id);
    await shop.call("deleteDataset", { path: { datasetId: id } });
    shop.advance(31 * DAY);
    await post.deliverer.deliverDue();
    expect(post.bodies().map(({ type }) => type)).not.toContain("dataset.expired");
  });

  it("tells when a dataset has failed, and nothing more of it", async () => {
    const shop = await openWorkshop(withoutClock(open.store()));
    const post = openPost(shop);
    await post.register();
    const id = await shop.create();
    const fails = shop.hire({
      make: async () => {
        throw new Error("The disk is full.");
      },
    });
    for (let turn = 0; turn < 3; turn++) {
      await fails.makeNext();
      shop.advance(60_000);
    }
    await post.deliverer.deliverDue();
    shop.advance(60 * DAY);
    await post.deliverer.deliverDue();
    expect(post.bodies()).toMatchObject([{ type: "dataset.failed", data: { datasetId: id } }]);
  });

  it("tells of a dataset whose end is planned when that has come, and not before", async () => {
    const post = await openWorld();
    await post.register();
    const { body } = await post.call("createDataset", { body: ORDER });
    await post.deliverer.deliverDue();
    expect(post.received).toEqual([]);
    post.advance(DAY);
    await post.deliverer.deliverDue();
    expect(post.bodies()).toMatchObject([{ type: "dataset.ready", data: { datasetId: body.id } }]);
  });

  /** Other tests have left datasets in the same store. */
  async function makeOwn(shop: Awaited<ReturnType<typeof openWorkshop>>, id: string) {
    const worker = shop.hire();
    while ((await shop.look(id)).state !== "READY") await worker.makeNext();
  }
});
