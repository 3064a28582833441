import { expect, it } from "vitest";
import { restoreAccount, suspendAccount } from "../src/index.ts";
import { MODEL, requestOf } from "./client.ts";
import { createTown } from "./people.ts";
import { onEachStore } from "./stores.ts";

const ORDER = { modelId: MODEL.id, numSamples: 1, args: { prompt: "cardiomegaly" } };

onEachStore(({ store }) => {
  it("a suspended account's keys, sessions and download URLs are refused until it is restored", async () => {
    const town = await createTown({ store: store() });
    const { api, call, advance, now, organizationId } = town;
    const person = await town.join("owner");
    const { body: issued } = await person.call("createApiKey", { body: { name: "Theirs" } });
    const key: string = issued.secret;
    const body = { ...ORDER, organizationId };
    const { body: dataset } = await person.call("createDataset", { body });
    advance(60_000);
    const path = { datasetId: dataset.id };
    const download = async (sent: object): Promise<string> =>
      (await call("getDatasetDownload", { path, ...sent })).body.URL;
    const urls = [await download({ key }), await download({ session: person.session })];
    const statuses = async () => [
      (await call("listModels", { key })).status,
      (await person.call("listModels")).status,
      (await call("createDataset", { body, key })).status,
      (await person.call("createDataset", { body })).status,
      ...(await Promise.all(urls.map(async (url) => (await api.fetch(new Request(url))).status))),
    ];
    expect(await statuses()).toEqual([200, 200, 201, 201, 200, 200]);

    expect(await suspendAccount(store(), person.id, now())).toBe(true);
    expect(await statuses()).toEqual([401, 401, 401, 401, 410, 410]);
    const { body: refused } = await call("listModels", { key });
    expect(refused).toMatchObject({ code: "API_KEY_DISABLED" });
    expect(refused.detail).toContain("account of the API key is suspended");
    const response = await api.fetch(requestOf("getMe", { session: person.session }));
    expect((await response.json()).code).toBe("INVALID_SESSION");
    // Other people and their keys are not affected, and what the person created stays.
    expect((await call("getDataset", { path })).status).toBe(200);

    const since = now();
    advance(1000);
    expect(await suspendAccount(store(), person.id, now())).toBe(true);
    const found = await store().findAccountCredentials(person.id);
    expect(found?.account.suspendedAt).toBe(since);
    expect(await restoreAccount(store(), person.id)).toBe(true);
    expect(await statuses()).toEqual([200, 200, 201, 201, 200, 200]);
  });

  it("a revoked key of a suspended account says that it is revoked", async () => {
    const { call, issueKey, accountId, apiKeyId, key, now } = await createTown({ store: store() });
    const { id, secret } = await issueKey();
    await call("revokeApiKey", { path: { apiKeyId: id } });
    await suspendAccount(store(), accountId, now());
    expect((await call("getMe", { key: secret })).body.code).toBe("API_KEY_REVOKED");
    expect((await call("getMe", { key })).body.code).toBe("API_KEY_DISABLED");
    await restoreAccount(store(), accountId);
    expect((await call("getApiKey", { path: { apiKeyId } })).body.status).toBe("active");
  });

  it("needs an account that is not deleted", async () => {
    const town = await createTown({ store: store() });
    const person = await town.signUp("Ada");
    await person.call("deleteMe");
    for (const id of [person.id, crypto.randomUUID(), "", "x".repeat(100_000)]) {
      expect(await suspendAccount(store(), id, town.now())).toBe(false);
      expect(await restoreAccount(store(), id)).toBe(false);
    }
  });
});
