import { expect, it } from "vitest";
import { createWorld, entryOf, MODEL, newOrganization } from "./client.ts";

const body = { modelId: MODEL.id, numSamples: 10, args: { prompt: "cardiomegaly" } };
const headers = { "Idempotency-Key": "one" };

it("gives the first answer again, and does the work once", async () => {
  const { call } = await createWorld();
  const first = await call("createDataset", { body, headers });
  const again = await call("createDataset", { body, headers });
  expect(again.body).toEqual(first.body);
  expect(again.headers.get("Idempotent-Replayed")).toBe("true");
  expect(again.headers.get("Location")).toBe(first.headers.get("Location"));
  expect((await call("listDatasets")).body).toHaveLength(1);
});

it("refuses another request with the same key, and forgets the key after a day", async () => {
  const { call, advance } = await createWorld();
  await call("createDataset", { body, headers });
  const other = { ...body, numSamples: 11 };
  expect((await call("createDataset", { body: other, headers })).body.code).toBe(
    "IDEMPOTENCY_KEY_REUSED",
  );
  advance(24 * 60 * 60 * 1000);
  expect((await call("createDataset", { body: other, headers })).status).toBe(201);
});

it("makes one dataset of many requests at once", async () => {
  const { call } = await createWorld();
  const replies = await Promise.all(
    Array.from({ length: 20 }, () => call("createDataset", { body, headers })),
  );
  const statuses = replies.map(({ status }) => status);
  expect(statuses).toContain(201);
  expect(statuses.filter((status) => status !== 201 && status !== 409)).toEqual([]);
  expect((await call("listDatasets")).body).toHaveLength(1);
});

it("stores no error: the same request may succeed later", async () => {
  const { call, store, accountId, organizationId } = await createWorld({ credits: 0 });
  expect((await call("createDataset", { body, headers })).status).toBe(402);
  await store.write({ accountId }, (writer) => writer.addCreditEntry(entryOf(organizationId, 10)));
  expect((await call("createDataset", { body, headers })).status).toBe(201);
});

it("shows a secret again only to the API key that had it first", async () => {
  const { call, issueKey, store, accountId } = await createWorld();
  const other = await issueKey();
  const request = { body: { name: "CI" }, headers };
  const first = await call("createApiKey", request);
  expect((await call("createApiKey", request)).body.secret).toBe(first.body.secret);
  const refused = await call("createApiKey", { ...request, key: other.secret });
  expect(refused.body.code).toBe("IDEMPOTENCY_CONFLICT");
  const stored = await store.write({ accountId }, (writer) => writer.findAnswer(accountId, "one"));
  expect(stored?.encrypted).toBe(true);
  expect(JSON.stringify(stored)).not.toContain(first.body.secret);
});

it("does not show a response to a key that does not reach its organization", async () => {
  const { call, issueKey, store, accountId, organizationId, now } = await createWorld();
  const other = { ...newOrganization(100), createdAt: now() };
  await store.write({ accountId }, (writer) => writer.insertOrganization(other, [accountId]));
  const inA = await issueKey({ organizationIds: [organizationId] });
  const inB = await issueKey({ organizationIds: [other.id] });
  await call("createDataset", { body, headers, key: inA.secret });
  const reply = await call("createDataset", { body, headers, key: inB.secret });
  expect(reply.body.code).toBe("IDEMPOTENCY_CONFLICT");
});
