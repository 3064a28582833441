import { expect, it } from "vitest";
import { onEachStore } from "./stores.ts";
import { openPost, withoutClock } from "./webhook-post.ts";
import { ORDER, openWorkshop } from "./workshop.ts";

const DAY = 24 * 60 * 60 * 1000;

onEachStore((open) => {
  const openWorld = async () => {
    const world = await open.world();
    return { ...world, ...openPost(world) };
  };

  it("reports API keys that are rotated and revoked, in this order", async () => {
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

  it("are only for organizations that the API key reaches, and endpoints that ask for the type", async () => {
    const post = await openWorld();
    await post.register({ events: ["dataset.ready"] });
    const { body: other } = await post.call("createOrganization", { body: { name: "Other" } });
    const body = { url: "https://other.example.com/" };
    await post.call("createWebhookEndpoint", { path: { organizationId: other.id }, body });
    const id = await post.revokeNewKey([other.id]);
    await post.revokeNewKey([post.organizationId]);
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

  it("reports a dataset with a planned end at that time, and not before", async () => {
    const post = await openWorld();
    await post.register();
    const { body } = await post.call("createDataset", { body: ORDER });
    await post.deliverer.deliverDue();
    expect(post.received).toEqual([]);
    post.advance(DAY);
    await post.deliverer.deliverDue();
    expect(post.bodies()).toMatchObject([{ type: "dataset.ready", data: { datasetId: body.id } }]);
  });

  /** Makes datasets until this one is ready, because other tests have left datasets in the same store. */
  async function makeOwn(shop: Awaited<ReturnType<typeof openWorkshop>>, id: string) {
    const worker = shop.hire();
    while ((await shop.look(id)).state !== "READY") await worker.makeNext();
  }
});
