import { expect, it } from "vitest";
import { START } from "./client.ts";
import { onEachStore } from "./stores.ts";
import { isSignedWith, openPost, SERVICE_SECRET, URL_OF_ENDPOINT } from "./webhook-post.ts";

onEachStore((open) => {
  const openWorld = async () => {
    const world = await open.world();
    return { ...world, ...openPost(world) };
  };

  it("signs what it sends as Standard Webhooks says", async () => {
    const post = await openWorld();
    const { id, secret } = await post.register();
    const { body: delivery } = await post.sendTest(id);
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
    await post.sendTest(id);
    await post.deliverer.deliverDue();
    post.advance(60_000);
    await post.sendTest(id);
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

  it("without a grace period, no longer signs with the old secret", async () => {
    const post = await openWorld();
    const { id, secret: old } = await post.register();
    const path = { ...post.path, webhookEndpointId: id };
    await post.call("rotateWebhookEndpoint", { path, body: { gracePeriodSeconds: 0 } });
    await post.sendTest(id);
    await post.deliverer.deliverDue();
    expect(post.received.map((each) => isSignedWith(old, each))).toEqual([false]);
  });

  it("records a secret that cannot be read, and sends nothing unsigned", async () => {
    const post = await openWorld();
    const { id } = await post.register();
    await post.sendTest(id);
    await post.hire({ secret: "another secret of the service, of 32 characters" }).deliverDue();
    expect(post.received).toEqual([]);
    const [pending] = await post.deliveriesOf(id);
    expect(pending.attempts[0].error).toBe("The secret cannot be read any more. Rotate it.");
  });

  it("signs with secrets that were encrypted with a former secret of the service", async () => {
    const post = await openWorld();
    const { id, secret } = await post.register();
    await post.sendTest(id);
    const newest = "another secret of the service, of 32 characters";
    const formerSecrets = ["one before, of 32 characters or more", SERVICE_SECRET];
    await post.hire({ secret: newest, formerSecrets }).deliverDue();
    const [request] = post.received;
    expect(request && isSignedWith(secret, request)).toBe(true);
  });

  it("writes neither a secret nor a URL into the log", async () => {
    const post = await openWorld();
    const { id, secret } = await post.register({ url: "https://hooks.example.com/TOKEN" });
    await post.sendTest(id);
    await post.deliverer.deliverDue();
    const text = JSON.stringify([post.log, await post.deliveriesOf(id)]);
    for (const hidden of [secret.slice(6), "TOKEN"]) expect(text).not.toContain(hidden);
  });
});
