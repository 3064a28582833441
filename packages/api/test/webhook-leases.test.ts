import { expect, it } from "vitest";
import { WebhookSendError } from "../src/index.ts";
import { addOrganization, onEachStore } from "./stores.ts";
import { openPost } from "./webhook-post.ts";

const DAY = 24 * 60 * 60 * 1000;

onEachStore((open) => {
  const openWorld = async () => {
    const world = await open.world();
    return { ...world, ...openPost(world) };
  };

  it("sends the events of a subject one after another, and those of others meanwhile", async () => {
    const post = await openWorld();
    const { id } = await post.register({ events: ["api_key.rotated", "api_key.revoked"] });
    const { id: first } = await post.issueKey();
    await post.call("rotateApiKey", { path: { apiKeyId: first } });
    post.advance(1);
    await post.call("revokeApiKey", { path: { apiKeyId: first } });
    const second = await post.revokeNewKey();
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
    for (let turn = 0; turn < 5; turn++) await slow.revokeNewKey();
    const release: (() => void)[] = [];
    slow.answerWith(() => new Promise((resolve) => release.push(() => resolve(204))));
    const delivering = slow.deliverer.deliverDue();
    await expect.poll(() => slow.received.length).toBe(3);
    const { id: other } = await quick.register();
    await quick.sendTest(other);
    await quick.hire().deliverDue();
    expect(quick.received).toHaveLength(1);
    expect(slow.received).toHaveLength(3);
    slow.answerWith(async () => 204);
    for (const each of release) each();
    await delivering;
    expect((await slow.deliveriesOf(id)).length).toBe(5);
    expect(slow.received).toHaveLength(5);
  });

  it("sends an organization's delivery before the backlogs of others that have some under way", async () => {
    const post = await openWorld();
    const release: (() => void)[] = [];
    post.answerWith(() => new Promise((resolve) => release.push(() => resolve(204))));
    const backlog = [post.organizationId, await addOrganization(post)];
    for (const organizationId of backlog) await post.register({}, organizationId);
    for (let turn = 0; turn < 4; turn++) await post.revokeNewKey();
    const delivering = post.deliverer.deliverDue();
    await expect.poll(() => post.received.length).toBe(5);
    post.advance(1);
    const waiting = await addOrganization(post);
    await post.register({}, waiting);
    await post.revokeNewKey([waiting]);
    release[0]?.();
    await expect.poll(() => post.received.length).toBe(6);
    expect(post.bodies().map(({ organizationId }) => organizationId)[5]).toBe(waiting);
    post.answerWith(async () => 204);
    for (const each of release) each();
    await delivering;
    expect(post.received).toHaveLength(9);
  });

  it("sends a delivery again whose deliverer was killed, and rejects its later writes", async () => {
    const post = await openWorld();
    const { id } = await post.register();
    await post.sendTest(id);
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
    await post.sendTest(id);
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
    for (let turn = 0; turn < 12; turn++) await post.revokeNewKey();
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
    await post.sendTest(id);
    await post.call("deleteWebhookEndpoint", { path: { ...post.path, webhookEndpointId: id } });
    await post.deliverer.deliverDue();
    expect(post.received).toEqual([]);
  });

  it("forgets deliveries after 30 days", async () => {
    const post = await openWorld();
    const { id } = await post.register();
    await post.sendTest(id);
    await post.deliverer.deliverDue();
    post.advance(31 * DAY);
    await post.revokeNewKey();
    await post.deliverer.deliverDue();
    const kept = await post.deliveriesOf(id);
    expect(kept.map(({ event }: { event: { type: string } }) => event.type)).toEqual([
      "api_key.revoked",
    ]);
  });
});
