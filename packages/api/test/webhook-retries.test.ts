import { expect, it } from "vitest";
import { WebhookSendError } from "../src/index.ts";
import { RETRY_AFTER } from "../src/webhooks/attempt.ts";
import { onEachStore } from "./stores.ts";
import { openPost } from "./webhook-post.ts";

onEachStore((open) => {
  const openWorld = async () => {
    const world = await open.world();
    return { ...world, ...openPost(world) };
  };

  it("tries again on its schedule, and then gives up until it is replayed", async () => {
    const post = await openWorld();
    const { id } = await post.register();
    await post.sendTest(id);
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
    await post.sendTest(id);
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
    const { body } = await post.sendTest(id);
    await post.deliverer.deliverDue();
    const path = { ...post.path, webhookEndpointId: id, webhookDeliveryId: body.id };
    await post.call("replayWebhookDelivery", { path });
    await post.deliverer.deliverDue();
    expect(post.bodies().map((event) => event.id)).toEqual([body.event.id, body.event.id]);
  });

  it("disables an endpoint that answers with 410, and starts again when it is enabled", async () => {
    const post = await openWorld();
    const { id } = await post.register();
    await post.sendTest(id);
    post.answerWith(async () => 410);
    await post.deliverer.deliverDue();
    const at = { ...post.path, webhookEndpointId: id };
    const gone = (await post.call("getWebhookEndpoint", { path: at })).body;
    expect(gone).toMatchObject({ enabled: false, goneAt: "2026-11-24T10:00:00.000Z" });
    const [failed] = await post.deliveriesOf(id);
    expect(failed).toMatchObject({ status: "failed", nextAttemptAt: null });
    for (const reply of [
      await post.sendTest(id),
      await post.call("replayWebhookDelivery", { path: { ...at, webhookDeliveryId: failed.id } }),
    ])
      expect([reply.status, reply.body.code]).toEqual([409, "WEBHOOK_ENDPOINT_DISABLED"]);
    // Events in the meantime are not sent later.
    await post.revokeNewKey();
    await post.deliverer.deliverDue();
    const body = { enabled: true };
    const enabled = await post.call("updateWebhookEndpoint", { path: at, body });
    expect(enabled.body).toMatchObject({ enabled: true, goneAt: null });
    post.answerWith(async () => 204);
    await post.deliverer.deliverDue();
    expect(post.received).toHaveLength(1);
    expect((await post.sendTest(id)).status).toBe(201);
    // Tests share a store, so each must deliver what is due.
    await post.deliverer.deliverDue();
  });

  it("holds deliveries to a disabled endpoint back, and sends them when it is enabled", async () => {
    const post = await openWorld();
    const { id } = await post.register();
    const path = { ...post.path, webhookEndpointId: id };
    await post.sendTest(id);
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
    await post.sendTest(id);
    post.answerWith(async () => {
      throw new WebhookSendError("The connection was refused.");
    });
    await post.deliverer.deliverDue();
    const [pending] = await post.deliveriesOf(id);
    expect(pending.attempts).toMatchObject([
      { status: null, error: "The connection was refused." },
    ]);
  });

  it("does not show an unknown error, and continues", async () => {
    const post = await openWorld();
    const { id } = await post.register();
    await post.sendTest(id);
    post.answerWith(async () => {
      throw new TypeError("10.0.0.7 is broken");
    });
    await post.deliverer.deliverDue();
    const [pending] = await post.deliveriesOf(id);
    expect(pending.attempts[0].error).toBe("The request could not be sent.");
    expect(post.log.map(({ level }) => level)).toEqual(["error", "info"]);
  });
});
