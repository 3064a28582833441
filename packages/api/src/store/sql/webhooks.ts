import { type Kysely, sql } from "kysely";
import {
  DISPATCHED_AT_ONCE,
  type Dispatch,
  FORGOTTEN_AT_ONCE,
  isFor,
  newDelivery,
  replayed,
  UNLEASED,
  type WebhookDeliveryRecord,
  type WebhookEndpointRecord,
  type WebhookReader,
  type WebhookStore,
  type WebhookWriter,
} from "../webhooks.ts";
import { type Schema, toRecord, toRow } from "./schema.ts";
import { nextInTurn } from "./webhook-turns.ts";

/** Reads webhook endpoints and deliveries. */
export function sqlWebhookReader(database: Kysely<Schema>): WebhookReader {
  return {
    async listWebhookEndpoints(organizationId) {
      const all = database.selectFrom("webhookEndpoints").selectAll();
      const here = all.where("organizationId", "=", organizationId);
      const rows = await here.orderBy("createdAt", "desc").orderBy("id", "desc").execute();
      return rows.map((row) => toRecord<WebhookEndpointRecord>(row));
    },
    async findWebhookEndpoint(organizationId, id) {
      const all = database.selectFrom("webhookEndpoints").selectAll().where("id", "=", id);
      const row = await all.where("organizationId", "=", organizationId).executeTakeFirst();
      return row && toRecord<WebhookEndpointRecord>(row);
    },
    async listWebhookDeliveries({ webhookEndpointId, status }, { limit, after }) {
      let query = database
        .selectFrom("webhookDeliveries")
        .selectAll()
        .where("webhookEndpointId", "=", webhookEndpointId);
      if (status !== undefined) query = query.where("status", "=", status);
      if (after) {
        const { createdAt, id } = after;
        query = query.where((is) =>
          is(is.refTuple("createdAt", "id"), "<", is.tuple(createdAt, id)),
        );
      }
      const newest = query.orderBy("createdAt", "desc").orderBy("id", "desc");
      const rows = await newest.limit(limit).execute();
      return rows.map((row) => toRecord<WebhookDeliveryRecord>(row));
    },
    async findWebhookDelivery(endpointId, id) {
      const all = database.selectFrom("webhookDeliveries").selectAll().where("id", "=", id);
      const row = await all.where("webhookEndpointId", "=", endpointId).executeTakeFirst();
      return row && toRecord<WebhookDeliveryRecord>(row);
    },
    async findPendingDelivery(endpointId, subjectId) {
      const row = await database
        .selectFrom("webhookDeliveries")
        .selectAll()
        .where("webhookEndpointId", "=", endpointId)
        .where("subjectId", "=", subjectId)
        // A literal, as in the condition of the index.
        .where("status", "=", sql.lit("pending"))
        .orderBy("occurredAt")
        .orderBy("eventId")
        .limit(1)
        .executeTakeFirst();
      return row && toRecord<WebhookDeliveryRecord>(row);
    },
  };
}

/** Writes webhook endpoints, events and deliveries. */
export function sqlWebhookWriter(transaction: Kysely<Schema>): WebhookWriter {
  return {
    async insertWebhookEndpoint(endpoint) {
      await transaction.insertInto("webhookEndpoints").values(toRow(endpoint)).execute();
    },
    async updateWebhookEndpoint(id, changes) {
      if (Object.keys(changes).length === 0) return;
      const update = transaction.updateTable("webhookEndpoints").set(toRow(changes));
      await update.where("id", "=", id).execute();
    },
    async deleteWebhookEndpoint(id) {
      await transaction.deleteFrom("webhookEndpoints").where("id", "=", id).execute();
    },
    async insertWebhookEvents(events) {
      for (const part of partsOf(events))
        await transaction.insertInto("webhookEvents").values(part).execute();
    },
    async insertWebhookDelivery(delivery) {
      await transaction.insertInto("webhookDeliveries").values(toRow(delivery)).execute();
    },
    async replayWebhookDelivery(id, now) {
      const update = transaction.updateTable("webhookDeliveries").set(replayed(now));
      await update.where("id", "=", id).where("leaseToken", "is", null).execute();
    },
  };
}

/** Dispatches events, and leases deliveries in their rows. */
export function sqlWebhooks(
  database: Kysely<Schema>,
  { skipsLocked }: { readonly skipsLocked: boolean },
): WebhookStore {
  return {
    dispatchWebhookEvents: (dispatch) =>
      database.transaction().execute(async (transaction) => {
        const events = await transaction
          .selectFrom("webhookEvents")
          .selectAll()
          .where("occursAt", "<=", dispatch.now)
          .orderBy("occursAt")
          .orderBy("id")
          .limit(DISPATCHED_AT_ONCE)
          // A dispatcher waits for another one and finds its events gone, so no event is overtaken by a later one.
          .$if(skipsLocked, (query) => query.forUpdate())
          .execute();
        if (events.length === 0) return 0;
        await dispatchTo(transaction, events, dispatch);
        const ids = events.map(({ id }) => id);
        await transaction.deleteFrom("webhookEvents").where("id", "in", ids).execute();
        return events.length;
      }),
    leaseWebhookDelivery: ({ token, now, expiresAt }) =>
      database.transaction().execute(async (transaction) => {
        const id = await nextInTurn(transaction, now, skipsLocked);
        if (id === undefined) return undefined;
        const row = await transaction
          .updateTable("webhookDeliveries")
          .set({ leaseToken: token, leaseExpiresAt: expiresAt })
          .where("id", "=", id)
          .returningAll()
          .executeTakeFirstOrThrow();
        const endpoint = await transaction
          .selectFrom("webhookEndpoints")
          .selectAll()
          .where("id", "=", row.webhookEndpointId)
          .executeTakeFirstOrThrow();
        return {
          delivery: toRecord<WebhookDeliveryRecord>(row),
          endpoint: toRecord<WebhookEndpointRecord>(endpoint),
        };
      }),
    finishWebhookAttempt: ({ deliveryId, token }, { delivery, gone }) =>
      database.transaction().execute(async (transaction) => {
        // Locks the endpoint first, as its deletion does. Another order could deadlock.
        if (gone !== null) {
          const held = transaction
            .selectFrom("webhookDeliveries")
            .select("webhookEndpointId")
            .where("id", "=", deliveryId)
            .where("leaseToken", "=", token);
          await transaction
            .updateTable("webhookEndpoints")
            .set({ enabled: 0, goneAt: gone.at })
            .where("id", "in", held)
            .where("url", "=", gone.url)
            .execute();
        }
        const { numUpdatedRows } = await transaction
          .updateTable("webhookDeliveries")
          .set({ ...toRow(delivery), ...UNLEASED })
          .where("id", "=", deliveryId)
          .where("leaseToken", "=", token)
          .executeTakeFirstOrThrow();
        return numUpdatedRows > 0n;
      }),
    async forgetWebhookDeliveries(before) {
      const oldest = database
        .selectFrom("webhookDeliveries")
        .select("id")
        .where("createdAt", "<", before)
        .orderBy("createdAt")
        .limit(FORGOTTEN_AT_ONCE)
        .$if(skipsLocked, (query) => query.forUpdate().skipLocked());
      const deletion = database.deleteFrom("webhookDeliveries").where("id", "in", oldest);
      return Number((await deletion.executeTakeFirst()).numDeletedRows);
    },
  };
}

async function dispatchTo(
  transaction: Kysely<Schema>,
  events: readonly Schema["webhookEvents"][],
  { now, newId }: Dispatch,
): Promise<void> {
  const organizationIds = [...new Set(events.map(({ organizationId }) => organizationId))];
  const rows = await transaction
    .selectFrom("webhookEndpoints")
    .selectAll()
    .where("organizationId", "in", organizationIds)
    .where("enabled", "=", 1)
    .execute();
  const endpoints = rows.map((row) => toRecord<WebhookEndpointRecord>(row));
  const deliveries = events.flatMap((event) =>
    endpoints
      .filter((endpoint) => isFor(endpoint, event))
      .map(({ id }) => newDelivery(event, { id: newId(), webhookEndpointId: id, now })),
  );
  for (const part of partsOf(deliveries)) {
    const values = part.map((each) => toRow(each));
    await transaction.insertInto("webhookDeliveries").values(values).execute();
  }
}

/** How many rows are inserted at once, because a statement takes a limited number of parameters. */
const INSERTED_AT_ONCE = 100;

function* partsOf<T>(rows: readonly T[]): Iterable<readonly T[]> {
  for (let start = 0; start < rows.length; start += INSERTED_AT_ONCE)
    yield rows.slice(start, start + INSERTED_AT_ONCE);
}
