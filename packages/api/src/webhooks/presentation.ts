import type { WebhookDelivery, WebhookEndpoint } from "@sinkove/contract";
import { toTimestamp } from "../moment.ts";
import type { Moment } from "../store/records.ts";
import type { WebhookDeliveryRecord, WebhookEndpointRecord } from "../store/webhooks.ts";
import { presentWebhookEvent } from "./events.ts";

/** An endpoint without its secret. */
export function presentWebhookEndpoint(
  endpoint: WebhookEndpointRecord,
  now: Moment,
): WebhookEndpoint {
  const { id, organizationId, url, events, enabled, goneAt, createdAt } = endpoint;
  const previousEnd = endpoint.previousSecretExpiresAt;
  return {
    id,
    organizationId,
    url,
    events: [...events],
    enabled,
    goneAt: timestampOrNull(goneAt),
    previousSecretExpiresAt: timestampOrNull(
      previousEnd !== null && previousEnd > now ? previousEnd : null,
    ),
    createdAt: toTimestamp(createdAt),
  };
}

export function presentWebhookDelivery(delivery: WebhookDeliveryRecord): WebhookDelivery {
  const { id, webhookEndpointId, status, attemptLog, nextAttemptAt, createdAt } = delivery;
  return {
    id,
    webhookEndpointId,
    event: presentWebhookEvent(delivery),
    status,
    attempts: attemptLog.map(({ attemptedAt, ...rest }) => ({
      attemptedAt: toTimestamp(attemptedAt),
      ...rest,
    })),
    nextAttemptAt: timestampOrNull(nextAttemptAt),
    createdAt: toTimestamp(createdAt),
  };
}

function timestampOrNull(moment: Moment | null): string | null {
  return moment === null ? null : toTimestamp(moment);
}
