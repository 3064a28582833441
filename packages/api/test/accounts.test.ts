import { describe, expect, it } from "vitest";
import { savePerson } from "../src/index.ts";
import { MODEL } from "./client.ts";
import { createTown } from "./people.ts";
import { onEachStore } from "./stores.ts";

const ORDER = { modelId: MODEL.id, numSamples: 10, args: { prompt: "cardiomegaly" } };

onEachStore((open) => {
  describe("a person who deletes the account", () => {
    it("leaves the datasets and the usage, and takes along everything else", async () => {
      const { join, call, store, deleted, api, organizationId, advance } = await createTown({
        store: open.store(),
      });
      const max = await join("member");
      const headers = { "Idempotency-Key": "mine" };
      const { body: issued } = await max.call("createApiKey", { body: { name: "CI" }, headers });
      const { body: dataset } = await max.call("createDataset", { body: ORDER });
      advance(60_000);
      const path = { datasetId: dataset.id };
      const { body: link } = await max.call("getDatasetDownload", { path });
      await call("getMe", { key: issued.secret });
      await api.flush();
      const { status } = await max.call("deleteMe");
      expect([status, deleted]).toEqual([204, [max.id]]);

      const { body: refused } = await max.call("getMe");
      expect(refused.code).toBe("INVALID_SESSION");
      const { body: revoked } = await call("getMe", { key: issued.secret });
      expect(revoked.code).toBe("API_KEY_REVOKED");
      expect((await api.fetch(new Request(link.URL))).status).toBe(410);
      const found = await store.findAccountCredentials(max.id);
      expect(found).toMatchObject({
        account: { name: "Deleted account", email: null, emailVerified: false },
        memberships: [],
      });
      expect(JSON.stringify(found)).not.toContain(max.email);
      const members = await store.listMembers(organizationId);
      expect(members.map(({ accountId }) => accountId)).not.toContain(max.id);
      const answer = await store.write({ accountId: max.id }, (writer) =>
        writer.findAnswer(max.id, "mine"),
      );
      expect(answer).toBeUndefined();
      expect((await call("getDataset", { path })).body.ownerId).toBe(max.id);
      const [event] = await store.listApiKeyEvents(issued.id, { limit: 1 });
      expect(event).toMatchObject({ type: "revoked", actorAccountId: max.id });
      const all = { from: 0, to: Number.MAX_SAFE_INTEGER, interval: Number.MAX_SAFE_INTEGER };
      const usage = { accountId: max.id, within: null, ...all };
      expect(await store.listUsage(usage)).not.toEqual([]);
    });

    it("is not brought back by the host, and the address is free for another", async () => {
      const { signUp, store, now } = await createTown({ store: open.store() });
      const max = await signUp("Max");
      await max.call("deleteMe");
      const person = { name: "Max", email: max.email, emailVerified: true, now: now() };
      await savePerson(store, { ...person, id: max.id });
      expect((await store.findAccountCredentials(max.id))?.account.email).toBeNull();
      const id = crypto.randomUUID();
      await savePerson(store, { ...person, id });
      expect((await store.findAccountCredentials(id))?.account.email).toBe(max.email);
    });

    it("makes no key with a request that was on its way", async () => {
      for (let round = 0; round < 5; round++) {
        const { signUp, store } = await createTown({ store: open.store() });
        const max = await signUp("Max");
        const creations = Array.from({ length: 5 }, () =>
          max.call("createApiKey", { body: { name: "x" } }),
        );
        expect((await max.call("deleteMe")).status).toBe(204);
        const keys = await store.write({ accountId: max.id }, (writer) =>
          writer.listUnrevokedApiKeys(max.id),
        );
        expect(keys).toEqual([]);
        for (const { status } of await Promise.all(creations)) expect([201, 401]).toContain(status);
        const later = await store.write({ accountId: max.id }, (writer) =>
          writer.listUnrevokedApiKeys(max.id),
        );
        expect(later).toEqual([]);
      }
    });
  });

  describe("savePerson", () => {
    it("changes nothing when it is called again, and follows a change of name and address", async () => {
      const { signUp, store, now, advance } = await createTown({ store: open.store() });
      const ada = await signUp("Ada");
      const before = await store.findAccountCredentials(ada.id);
      const person = { id: ada.id, name: "Ada", email: ada.email, emailVerified: true };
      advance(1000);
      await savePerson(store, { ...person, now: now() });
      expect(await store.findAccountCredentials(ada.id)).toEqual(before);
      const email = `new.${ada.email}`;
      const changed = { name: "Ada Lovelace", email, emailVerified: false };
      await savePerson(store, { ...person, ...changed, now: now() });
      const { body } = await ada.call("getMe");
      expect(body.account).toMatchObject({
        ...changed,
        createdAt: new Date(now() - 1000).toISOString(),
      });
    });

    it("takes an address from an account that the host has given another one", async () => {
      const { signUp, store, now } = await createTown({ store: open.store() });
      const [ada, bob] = [await signUp("Ada"), await signUp("Bob")];
      const email = ada.email.toUpperCase();
      await savePerson(store, { ...bob, email, emailVerified: true, now: now() });
      expect((await store.findAccountCredentials(bob.id))?.account.email).toBe(email);
      expect((await store.findAccountCredentials(ada.id))?.account).toMatchObject({
        email: null,
        emailVerified: false,
      });
    });
  });

  it("refuses two accounts with one address", async () => {
    const { signUp, store } = await createTown({ store: open.store() });
    const [ada, bob] = [await signUp("Ada"), await signUp("Bob")];
    const take = store.write({ accountId: bob.id }, (writer) =>
      writer.updateAccount(bob.id, { email: ada.email.toUpperCase() }),
    );
    await expect(take).rejects.toThrow();
  });
});
