import type { WebhookEvent } from "@sinkove/contract";
import { toTimestamp } from "../moment.ts";
import type { AnyContext } from "../operation.ts";
import { type Random, uuidV7 } from "../random.ts";
import type { ApiKeyRecord, DatasetRecord, GenerationFacts, Moment } from "../store/records.ts";
import type { StoreWriter } from "../store/store.ts";
import type { WebhookDeliveryRecord, WebhookEventRecord } from "../store/webhooks.ts";

/** The sources of an event's id. */
interface IdSource {
  readonly now: Moment;
  readonly random: Random;
}

/** Something that happens to a subject of an organization. */
type Occurrence = Omit<WebhookEventRecord, "id">;

/** An event for the outbox. */
export function webhookEventOf(
  occurrence: Occurrence,
  { now, random }: IdSource,
): WebhookEventRecord {
  return { id: uuidV7(now, random), ...occurrence };
}

/**
 * The events of a generation that has ended or whose end is planned, including the expiry of its
 * archive.
 */
export function generationEvents(
  dataset: Pick<DatasetRecord, "id" | "organizationId">,
  facts: Pick<GenerationFacts, "finishedAt" | "expiresAt" | "failureReason">,
  source: IdSource,
): WebhookEventRecord[] {
  const { finishedAt, expiresAt, failureReason } = facts;
  const { id: subjectId, organizationId } = dataset;
  const about = { organizationId, subjectId };
  if (finishedAt === null) return [];
  const event = (type: WebhookEvent["type"], occursAt: Moment) =>
    webhookEventOf({ ...about, type, occursAt }, source);
  if (failureReason !== null) return [event("dataset.failed", finishedAt)];
  const ready = event("dataset.ready", finishedAt);
  return expiresAt === null ? [ready] : [ready, event("dataset.expired", expiresAt)];
}

/** What can happen to an API key. */
type ApiKeyWebhookType = Extract<WebhookEvent["type"], `api_key.${string}`>;

/** What happened to a key, and the organizations of its account. */
interface ApiKeyOccurrence {
  readonly apiKey: Pick<ApiKeyRecord, "id" | "organizationIds">;
  readonly type: ApiKeyWebhookType;
  readonly memberships: readonly { readonly organizationId: string }[];
}

/** Creates an event for each organization that a key of the caller's account reaches, in the change's transaction. */
export function tellOfApiKey(
  { store, principal, now, services }: AnyContext & { readonly store: StoreWriter },
  apiKey: ApiKeyOccurrence["apiKey"],
  type: ApiKeyWebhookType,
): Promise<void> {
  const { memberships } = principal;
  return insertApiKeyEvents(store, { apiKey, type, memberships }, { now, random: services.random });
}

/** Creates an event for each organization that a key reaches, in the transaction of the change. */
export async function insertApiKeyEvents(
  store: StoreWriter,
  { apiKey, type, memberships }: ApiKeyOccurrence,
  source: IdSource,
): Promise<void> {
  const limited = apiKey.organizationIds;
  const reached = memberships.filter(
    ({ organizationId }) => limited === null || limited.includes(organizationId),
  );
  const about = { type, subjectId: apiKey.id, occursAt: source.now };
  await store.insertWebhookEvents(
    reached.map(({ organizationId }) => webhookEventOf({ organizationId, ...about }, source)),
  );
}

type Told = Pick<
  WebhookDeliveryRecord,
  "eventId" | "eventType" | "occurredAt" | "organizationId" | "subjectId"
>;

/** An event as endpoints get it, the same at each attempt. */
export function presentWebhookEvent(delivery: Told): WebhookEvent {
  const { eventId: id, eventType: type, occurredAt, organizationId, subjectId } = delivery;
  const about = { id, timestamp: toTimestamp(occurredAt), organizationId };
  switch (type) {
    case "dataset.ready":
    case "dataset.failed":
    case "dataset.expired":
      return { ...about, type, data: { datasetId: subjectId } };
    case "api_key.expiring":
    case "api_key.leaked":
    case "api_key.revoked":
    case "api_key.rotated":
      return { ...about, type, data: { apiKeyId: subjectId } };
    case "credits.low":
    case "webhook.test":
      return { ...about, type, data: {} };
  }
}
