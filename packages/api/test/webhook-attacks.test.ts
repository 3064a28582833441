import { expect, it } from "vitest";
import { newDelivery } from "../src/store/webhooks.ts";
import { idAt } from "./client.ts";
import { onEachStore } from "./stores.ts";
import { isSignedWith, openPost, SERVICE_SECRET } from "./webhook-post.ts";

const DAY = 24 * 60 * 60 * 1000;
const MINUTE = 60 * 1000;

/** If one statement inserted this many rows, it would exceed the number of values that SQLite and PostgreSQL allow. */
const MANY = 14_000;

onEachStore((open) => {
  const openWorld = async () => {
    const world = await open.world();
    return { ...world, ...openPost(world) };
  };
  type Post = Awaited<ReturnType<typeof openWorld>>;

  const at = ({ path }: Pick<Post, "path">, webhookEndpointId: string) => ({
    ...path,
    webhookEndpointId,
  });
  const test = (post: Post, id: string) => post.call("testWebhookEndpoint", { path: at(post, id) });

  /** Makes the receiver respond when the test calls the returned function. */
  function hold(post: Post) {
    const releases: (() => void)[] = [];
    post.answerWith(() => new Promise((resolve) => releases.push(() => resolve(500))));
    return () => {
      for (const release of releases) release();
    };
  }

  it("a delivery that is replayed while its attempt is under way is not sent a second time", async () => {
    const post = await openWorld();
    const { id } = await post.register();
    const { body: delivery } = await test(post, id);
    const release = hold(post);
    const delivering = post.deliverer.deliverDue();
    await expect.poll(() => post.received.length).toBe(1);
    const path = { ...at(post, id), webhookDeliveryId: delivery.id };
    for (let turn = 0; turn < 5; turn++) {
      const replayed = await post.call("replayWebhookDelivery", { path });
      expect(replayed.body).toMatchObject({ id: delivery.id, status: "pending" });
      expect((await test(post, id)).body.id).toBe(delivery.id);
      await post.hire({ slots: 1 }).deliverDue();
    }
    expect(post.received).toHaveLength(1);
    release();
    await delivering;
    const [pending] = await post.deliveriesOf(id);
    expect(pending).toMatchObject({ status: "pending", attempts: [{ status: 500 }] });
  });

  it("a test is sent at once, although an earlier one waits for another attempt", async () => {
    const post = await openWorld();
    const { id } = await post.register();
    const { body: first } = await test(post, id);
    post.answerWith(async () => 500);
    await post.deliverer.deliverDue();
    post.answerWith(async () => 204);
    const { body: second } = await test(post, id);
    expect(second).toMatchObject({ id: first.id, attempts: [{ status: 500 }] });
    await post.deliverer.deliverDue();
    expect(await post.deliveriesOf(id)).toMatchObject([{ id: first.id, status: "delivered" }]);
    const { body: third } = await test(post, id);
    expect(third.id).not.toBe(first.id);
    await post.deliverer.deliverDue();
    expect(post.received).toHaveLength(3);
  });

  it("any number of tests leave one delivery that waits", async () => {
    const post = await openWorld();
    const { id } = await post.register();
    const all = await Promise.all(Array.from({ length: 10 }, () => test(post, id)));
    expect(new Set(all.map(({ body }) => body.id)).size).toBe(1);
    expect(await post.deliveriesOf(id)).toHaveLength(1);
    await post.deliverer.deliverDue();
    expect(post.received).toHaveLength(1);
  });

  it("a rotation repairs an endpoint whose secret cannot be read, in the grace period too", async () => {
    const post = await openWorld();
    const secret = "another secret of the service, of 32 characters";
    const { id } = await post.register();
    const api = await open.world({ secret });
    const { organizationId } = post;
    const call = { key: post.key, path: { organizationId, webhookEndpointId: id } };
    const { body: rotated } = await api.call("rotateWebhookEndpoint", call);
    await test(post, id);
    await post.hire({ secret }).deliverDue();
    const [request] = post.received;
    expect(request && isSignedWith(rotated.secret, request)).toBe(true);
    expect(request?.headers["webhook-signature"]?.split(" ")).toHaveLength(1);
  });

  it("signs nothing with the old secret alone if the new one cannot be read", async () => {
    const post = await openWorld();
    const { id } = await post.register();
    const api = await open.world({ secret: "a secret that the deliverer does not have" });
    const { organizationId } = post;
    const call = { key: post.key, path: { organizationId, webhookEndpointId: id } };
    await api.call("rotateWebhookEndpoint", call);
    await test(post, id);
    await post.hire({ secret: SERVICE_SECRET }).deliverDue();
    expect(post.received).toEqual([]);
  });

  it("an answer with 410 disables only the URL that gave it", async () => {
    const post = await openWorld();
    const { id } = await post.register();
    await test(post, id);
    post.answerWith(async () => {
      const body = { url: "https://new.example.com/" };
      await post.call("updateWebhookEndpoint", { path: at(post, id), body });
      return 410;
    });
    await post.deliverer.deliverDue();
    const { body } = await post.call("getWebhookEndpoint", { path: at(post, id) });
    expect(body).toMatchObject({ url: "https://new.example.com/", enabled: true, goneAt: null });
  });

  it("a key that reaches many organizations is revoked, and each of them gets the event", async () => {
    const { store, accountId, organizationId, apiKeyId, now } = await openWorld();
    const about = { organizationId, subjectId: apiKeyId, occursAt: now() } as const;
    const events = Array.from(
      { length: MANY },
      () => ({ ...about, id: idAt(now()), type: "api_key.revoked" }) as const,
    );
    const undone = store.write({ accountId }, async (writer) => {
      await writer.insertWebhookEvents(events);
      throw new Error("All of them were inserted.");
    });
    await expect(undone).rejects.toThrow("All of them were inserted.");
  });

  it("deletes any number of old deliveries, even without activity", async () => {
    const post = await openWorld();
    const { id: webhookEndpointId } = await post.register();
    const { organizationId, accountId } = post;
    const now = post.now();
    await post.store.write({ accountId }, async (writer) => {
      for (let count = 0; count < 250; count++) {
        const event = {
          ...{ id: idAt(now), organizationId, subjectId: idAt(now), occursAt: now },
          type: "api_key.revoked",
        } as const;
        const delivery = newDelivery(event, { id: idAt(now), webhookEndpointId, now });
        const done = { status: "delivered", nextAttemptAt: null } as const;
        await writer.insertWebhookDelivery({ ...delivery, ...done });
      }
    });
    post.advance(30 * DAY);
    await post.deliverer.deliverDue();
    expect(await post.deliveriesOf(webhookEndpointId)).toHaveLength(100);
    post.advance(MINUTE);
    for (let turn = 0; turn < 3; turn++) await post.deliverer.deliverDue();
    expect(await post.deliveriesOf(webhookEndpointId)).toEqual([]);
  });
});
