import { takePage } from "../http/pagination.ts";
import { newestFirst } from "./memory-order.ts";
import type { Tables } from "./memory-tables.ts";
import type { Moment } from "./records.ts";
import {
  DISPATCHED_AT_ONCE,
  FORGOTTEN_AT_ONCE,
  isFor,
  MOST_AT_ONCE,
  newDelivery,
  replayed,
  UNLEASED,
  type WebhookDeliveryRecord,
  type WebhookReader,
  type WebhookStore,
  type WebhookWriter,
} from "./webhooks.ts";

/** Reads webhook endpoints and deliveries out of maps. */
export function memoryWebhookReader({
  webhookEndpoints,
  webhookDeliveries,
}: Tables): WebhookReader {
  return {
    async listWebhookEndpoints(organizationId) {
      const all = [...webhookEndpoints.rows.values()];
      return all.filter((each) => each.organizationId === organizationId).sort(newestFirst);
    },
    async findWebhookEndpoint(organizationId, id) {
      const endpoint = webhookEndpoints.rows.get(id);
      return endpoint?.organizationId === organizationId ? endpoint : undefined;
    },
    async listWebhookDeliveries({ webhookEndpointId, status }, page) {
      const wanted = [...webhookDeliveries.rows.values()].filter(
        (each) =>
          each.webhookEndpointId === webhookEndpointId &&
          (status === undefined || each.status === status),
      );
      return takePage(wanted.sort(newestFirst), page);
    },
    async findWebhookDelivery(endpointId, id) {
      const delivery = webhookDeliveries.rows.get(id);
      return delivery?.webhookEndpointId === endpointId ? delivery : undefined;
    },
    async findPendingDelivery(endpointId, subjectId) {
      const pending = [...webhookDeliveries.rows.values()].filter(
        (each) =>
          each.webhookEndpointId === endpointId &&
          each.subjectId === subjectId &&
          each.status === "pending",
      );
      return pending.sort(byEvent)[0];
    },
  };
}

/** Writes webhook endpoints, events and deliveries into maps. */
export function memoryWebhookWriter(tables: Tables): WebhookWriter {
  const { webhookEndpoints, webhookEvents, webhookDeliveries } = tables;
  return {
    insertWebhookEndpoint: async (endpoint) => webhookEndpoints.set(endpoint.id, endpoint),
    async updateWebhookEndpoint(id, changes) {
      const endpoint = webhookEndpoints.rows.get(id);
      if (endpoint) webhookEndpoints.set(id, { ...endpoint, ...changes });
    },
    deleteWebhookEndpoint: async (id) => deleteEndpoint(tables, id),
    async insertWebhookEvents(events) {
      for (const event of events) webhookEvents.set(event.id, event);
    },
    insertWebhookDelivery: async (delivery) => webhookDeliveries.set(delivery.id, delivery),
    async replayWebhookDelivery(id, now) {
      const delivery = webhookDeliveries.rows.get(id);
      if (delivery?.leaseToken === null)
        webhookDeliveries.set(id, { ...delivery, ...replayed(now) });
    },
  };
}

/** Deletes the webhook endpoints and the events of an organization. */
export function deleteWebhooksOf(tables: Tables, organizationId: string): void {
  for (const [id, each] of tables.webhookEndpoints.rows)
    if (each.organizationId === organizationId) deleteEndpoint(tables, id);
  for (const [id, each] of tables.webhookEvents.rows)
    if (each.organizationId === organizationId) tables.webhookEvents.delete(id);
}

/** Deletes the events of a deleted subject that have not been dispatched. */
export function dropEventsOf({ webhookEvents }: Tables, subjectId: string): void {
  for (const [id, each] of webhookEvents.rows)
    if (each.subjectId === subjectId) webhookEvents.delete(id);
}

function deleteEndpoint({ webhookEndpoints, webhookDeliveries }: Tables, id: string): void {
  for (const [deliveryId, each] of webhookDeliveries.rows)
    if (each.webhookEndpointId === id) webhookDeliveries.delete(deliveryId);
  webhookEndpoints.delete(id);
}

/** Dispatches and leases in maps. */
export function memoryWebhooks(
  tables: Tables,
  transact: <T>(work: () => Promise<T>) => Promise<T>,
): WebhookStore {
  const { webhookEndpoints, webhookEvents, webhookDeliveries } = tables;
  return {
    dispatchWebhookEvents: ({ now, newId }) =>
      transact(async () => {
        const due = [...webhookEvents.rows.values()].filter(({ occursAt }) => occursAt <= now);
        const taken = due.sort(byOccurrence).slice(0, DISPATCHED_AT_ONCE);
        for (const event of taken) {
          for (const endpoint of webhookEndpoints.rows.values()) {
            if (!isFor(endpoint, event)) continue;
            const id = newId();
            const delivery = newDelivery(event, { id, webhookEndpointId: endpoint.id, now });
            webhookDeliveries.set(id, delivery);
          }
          webhookEvents.delete(event.id);
        }
        return taken.length;
      }),
    leaseWebhookDelivery: ({ token, now, expiresAt }) =>
      transact(async () => {
        const next = nextDelivery(tables, now);
        const endpoint = next && webhookEndpoints.rows.get(next.webhookEndpointId);
        if (!endpoint) return undefined;
        const delivery = { ...next, leaseToken: token, leaseExpiresAt: expiresAt };
        webhookDeliveries.set(next.id, delivery);
        return { delivery, endpoint };
      }),
    finishWebhookAttempt: ({ deliveryId, token }, { delivery, gone }) =>
      transact(async () => {
        const held = webhookDeliveries.rows.get(deliveryId);
        if (held?.leaseToken !== token) return false;
        webhookDeliveries.set(deliveryId, { ...held, ...delivery, ...UNLEASED });
        const endpoint = webhookEndpoints.rows.get(held.webhookEndpointId);
        if (gone !== null && endpoint?.url === gone.url)
          webhookEndpoints.set(endpoint.id, { ...endpoint, enabled: false, goneAt: gone.at });
        return true;
      }),
    forgetWebhookDeliveries: (before) =>
      transact(async () => {
        let forgotten = 0;
        for (const [id, { createdAt }] of webhookDeliveries.rows) {
          if (createdAt >= before || forgotten === FORGOTTEN_AT_ONCE) break;
          webhookDeliveries.delete(id);
          forgotten += 1;
        }
        return forgotten;
      }),
  };
}

function nextDelivery(
  { webhookEndpoints, webhookDeliveries }: Tables,
  now: Moment,
): WebhookDeliveryRecord | undefined {
  const pending = [...webhookDeliveries.rows.values()].filter(({ status }) => status === "pending");
  pending.sort(byEvent);
  const underWay = new Map<string, number>();
  for (const { leaseExpiresAt, organizationId } of pending) {
    if ((leaseExpiresAt ?? 0) > now)
      underWay.set(organizationId, (underWay.get(organizationId) ?? 0) + 1);
  }
  const underWayOf = ({ organizationId }: WebhookDeliveryRecord): number =>
    underWay.get(organizationId) ?? 0;
  const lines = new Set<string>();
  const free = pending.filter((each) => {
    const line = `${each.webhookEndpointId} ${each.subjectId}`;
    const isFirst = !lines.has(line);
    lines.add(line);
    const isDue = each.nextAttemptAt !== null && each.nextAttemptAt <= now;
    const hasRoom = underWayOf(each) < MOST_AT_ONCE;
    const isOpen = webhookEndpoints.rows.get(each.webhookEndpointId)?.enabled === true;
    return isFirst && isDue && hasRoom && isOpen && (each.leaseExpiresAt ?? 0) <= now;
  });
  const inTurn = (a: WebhookDeliveryRecord, b: WebhookDeliveryRecord): number =>
    underWayOf(a) - underWayOf(b) || (a.nextAttemptAt ?? 0) - (b.nextAttemptAt ?? 0);
  return free.sort(inTurn)[0];
}

/** Sorts stably, so equal elements keep their order. */
function byEvent(a: WebhookDeliveryRecord, b: WebhookDeliveryRecord): number {
  return a.occurredAt - b.occurredAt || (a.eventId < b.eventId ? -1 : 1);
}

function byOccurrence(
  a: { readonly occursAt: Moment; readonly id: string },
  b: { readonly occursAt: Moment; readonly id: string },
): number {
  return a.occursAt - b.occursAt || (a.id < b.id ? -1 : 1);
}
