import { expect, it } from "vitest";
import { createQueuedGeneration } from "../src/index.ts";
import { insertMails } from "../src/mails/outbox.ts";
import { createMemoryStore } from "../src/store/memory.ts";
import { createWorld, entryOf, idAt, MODEL, START } from "./client.ts";

const ORDER = { modelId: MODEL.id, numSamples: 10, args: { prompt: "cardiomegaly" } };

it("gives back everything that was written, through a structured clone", async () => {
  const store = createMemoryStore();
  const generation = createQueuedGeneration(async () => undefined);
  const world = await createWorld({ store, generation });
  const { api, call, issueKey, accountId, organizationId } = world;
  const headers = { "Idempotency-Key": "once" };
  const { body: dataset } = await call("createDataset", { body: ORDER, headers });
  const { id, secret } = await issueKey({ scopes: ["datasets:read"] });
  const invitation = { path: { organizationId }, body: { email: "ada@example.com" } };
  await call("createInvitation", invitation);
  const rotation = { path: { apiKeyId: id }, body: { gracePeriodSeconds: 3600 } };
  await call("rotateApiKey", rotation);
  await store.leaseDataset({ token: "given back", now: START, expiresAt: START + 1000 });
  const lease = { datasetId: dataset.id, token: "given back" };
  await store.releaseLease(lease, { retryAt: START, isError: false });
  const body = { url: "https://hooks.example.com/" };
  const endpoint = await call("createWebhookEndpoint", { path: { organizationId }, body });
  const webhookEndpointId = endpoint.body.id;
  await call("testWebhookEndpoint", { path: { organizationId, webhookEndpointId } });
  await call("rotateApiKey", { path: { apiKeyId: id } });
  await api.flush();
  const notice = {
    kind: "credits-low",
    organization: { id: organizationId, name: "Radiology", credits: 1 },
    threshold: 2,
  } as const;
  const account = { id: accountId, email: "ada@example.com" };
  const source = { now: START, random: (bytes: Uint8Array) => bytes };
  await store.write({ accountId }, (writer) =>
    insertMails(writer, notice, { account, organizationIds: [], ...source }),
  );

  const snapshot = await store.snapshot();
  const copy = createMemoryStore(structuredClone(snapshot));

  expect(await copy.snapshot()).toEqual(snapshot);
  expect(Object.values(snapshot).every((rows) => rows.length > 0)).toBe(true);
  expect(await copy.findDataset(dataset.id)).toMatchObject({ organizationId });
  const [organization] = await copy.listOrganizations([organizationId], START);
  expect(organization?.credits).toBe(990);
  expect(JSON.stringify(snapshot)).not.toContain(secret);
  expect(JSON.stringify(snapshot)).toContain(id);
});

it("shares nothing with the store that a snapshot came from", async () => {
  const store = createMemoryStore();
  const { organizationId, accountId } = await createWorld({ store, credits: 25 });
  const copy = createMemoryStore(await store.snapshot());
  await copy.write({ accountId }, (writer) => writer.addCreditEntry(entryOf(organizationId, -20)));
  const [organization] = await store.listOrganizations([organizationId], START);
  expect(organization?.credits).toBe(25);
});

it("leaves out what a transaction has written so far", async () => {
  const store = createMemoryStore();
  const { organizationId, accountId } = await createWorld({ store, credits: 25 });
  let fail = () => {};
  const failure = new Promise<void>((_, reject) => {
    fail = () => reject(new Error("changed its mind"));
  });
  const failing = store.write({ accountId }, async (writer) => {
    await writer.addCreditEntry(entryOf(organizationId, -20));
    return failure;
  });
  const taken = store.snapshot();
  fail();
  await expect(failing).rejects.toThrow("changed its mind");
  const [[, organization] = []] = (await taken).organizations;
  expect(organization?.credits).toBe(25);
});

it("ignores unknown tables", async () => {
  const snapshot = { ...(await createMemoryStore().snapshot()), ghosts: [["1", {}]] };
  expect(await createMemoryStore(snapshot).snapshot()).not.toHaveProperty("ghosts");
});

const LOW = ["lowCreditsThreshold", "lowCreditsMailedAt"];

it("adds what rows of the first release lack", async () => {
  const store = createMemoryStore();
  const world = await createWorld({ store });
  const request = { body: { name: "CI" }, headers: { "Idempotency-Key": "once" } };
  const { body: issued } = await world.call("createApiKey", request);
  const snapshot = structuredClone(await store.snapshot());
  const without = (rows: readonly (readonly [string, object])[], ...names: string[]) =>
    rows.map(([id, row]) => {
      const members = Object.entries(row).filter(([name]) => !names.includes(name));
      return [id, Object.fromEntries(members)];
    });
  const { invitations: _, creditEntries: __, ...rest } = snapshot;
  const earlier = {
    ...rest,
    accounts: without(snapshot.accounts, "email", "emailVerified", "createdAt", "deletedAt"),
    memberships: without(snapshot.memberships, "role", "joinedAt"),
    apiKeys: without(snapshot.apiKeys, "createdByAccountId"),
    apiKeyEvents: without(snapshot.apiKeyEvents, "actorAccountId", "leak", "expiry"),
    organizations: without(snapshot.organizations, "leakPolicy", ...LOW),
    answers: snapshot.answers.map(([id, { holderId, ...row }]) => [
      id,
      { ...row, apiKeyId: holderId },
    ]),
  };
  // The first release's snapshot has different types.
  const copy = createMemoryStore(earlier as unknown as Partial<typeof snapshot>);
  const { accountId, organizationId, apiKeyId } = world;
  const found = await copy.findAccountCredentials(accountId);
  expect(found?.account).toMatchObject({ email: null, emailVerified: false, deletedAt: null });
  expect(found?.memberships).toMatchObject([{ organizationId, role: "owner", joinedAt: null }]);
  expect(await copy.findApiKey(accountId, apiKeyId)).toMatchObject({ createdByAccountId: null });
  const entries = await copy.listCreditEntries({ organizationId }, { limit: 10 });
  expect(entries).toMatchObject([{ kind: "adjustment", amount: 1000, organizationId }]);
  const [event] = await copy.listApiKeyEvents(issued.id, { limit: 1 });
  expect(event).toMatchObject({ actorAccountId: null, leak: null, expiry: null });
  const [organization] = await copy.listOrganizations([organizationId], START);
  expect(organization).toMatchObject({ leakPolicy: "revoke", lowCreditsThreshold: null });
  expect(organization).toHaveProperty("lowCreditsMailedAt", null);
  const answer = await copy.write({ accountId }, (writer) => writer.findAnswer(accountId, "once"));
  expect(answer?.holderId).toBe(apiKeyId);
});

it("refunds the credits of failed datasets once, after a snapshot and after a rollback", async () => {
  const store = createMemoryStore();
  const { call, organizationId, accountId } = await createWorld({ store, credits: 25 });
  for (const prompt of ["fail: now", "cardiomegaly", "fail: later"]) {
    await call("createDataset", { body: { ...ORDER, numSamples: 5, args: { prompt } } });
  }
  const later = START + 60_000;
  const copy = createMemoryStore(await store.snapshot());
  const credits = async () => (await copy.listOrganizations([organizationId], later))[0]?.credits;
  expect(await credits()).toBe(20);
  const settle = (last: () => void) =>
    copy.write({ accountId }, async (writer) => {
      await writer.settleFailures(organizationId, later, idAt);
      last();
    });
  const changeMind = () => {
    throw new Error("changed its mind");
  };
  await expect(settle(changeMind)).rejects.toThrow("changed its mind");
  await settle(() => {});
  await settle(() => {});
  const [[, organization] = []] = (await copy.snapshot()).organizations;
  expect(organization?.credits).toBe(20);
  expect(await credits()).toBe(20);
});
