import { createDatabase } from "@sinkove/temporary-postgres";
import pg from "pg";
import { expect, it, onTestFinished } from "vitest";
import { openPostgresStore } from "../src/store/sql/postgres.ts";
import { createWorld } from "./client.ts";
import { openPost } from "./webhook-post.ts";

async function openWorldOnPostgres() {
  const { url, remove } = await createDatabase();
  onTestFinished(remove, 60_000);
  const store = await openPostgresStore({ url });
  onTestFinished(() => store.close());
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  onTestFinished(() => client.end());
  const world = await createWorld({ store });
  return { ...world, ...openPost(world), client };
}

it("an answer with 410 takes its locks in the order of the endpoint's deletion", async () => {
  const { client, store, register, call, path, now } = await openWorldOnPostgres();
  const { id } = await register();
  await call("testWebhookEndpoint", { path: { ...path, webhookEndpointId: id } });
  const lease = { token: "x", now: now(), expiresAt: now() + 60_000 };
  const leased = await store.leaseWebhookDelivery(lease);
  if (!leased) throw new Error("Nothing is due.");
  const { delivery, endpoint } = leased;
  // The first step of a deletion.
  await client.query("begin");
  await client.query(`select id from "webhookEndpoints" for update`);
  const { attemptLog } = delivery;
  const failed = { status: "failed", attemptLog, failures: 1, nextAttemptAt: null } as const;
  const gone = { at: now(), url: endpoint.url };
  const outcome = { delivery: failed, gone };
  const finishing = store.finishWebhookAttempt({ deliveryId: delivery.id, token: "x" }, outcome);
  const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  await expect.poll(async () => (await client.query(waiting)).rowCount).toBe(1);
  // The next step of a deletion, by its cascade.
  await client.query(`select id from "webhookDeliveries" for update nowait`);
  await client.query("rollback");
  expect(await finishing).toBe(true);
  expect(await store.findWebhookEndpoint(endpoint.organizationId, id)).toMatchObject({
    enabled: false,
    goneAt: now(),
  });
}, 60_000);
