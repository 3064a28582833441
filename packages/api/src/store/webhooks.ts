import type { WebhookDeliveryStatus, WebhookEvent, WebhookEventType } from "@sinkove/contract";
import type { LeaseRequest } from "./jobs.ts";
import type { Moment } from "./records.ts";
import type { PageRequest } from "./store.ts";

/** A URL that an organization's events are sent to. */
export interface WebhookEndpointRecord {
  readonly id: string;
  readonly organizationId: string;
  readonly url: string;
  readonly events: readonly WebhookEventType[];
  readonly enabled: boolean;
  /** When it responded with 410; null if it has not, or was enabled again since. */
  readonly goneAt: Moment | null;
  /** Encrypted, see `webhooks/secret.ts`. */
  readonly secret: string;
  /** The secret before the last rotation, encrypted; null if there was none. */
  readonly previousSecret: string | null;
  /** Until when deliveries are also signed with the previous secret. */
  readonly previousSecretExpiresAt: Moment | null;
  readonly createdAt: Moment;
}

/** The members of a webhook endpoint that can change. */
export type WebhookEndpointChanges = Partial<
  Omit<WebhookEndpointRecord, "id" | "organizationId" | "createdAt">
>;

/**
 * An event in the outbox, which is written in the transaction of the change. Its moment may be in the future, such as
 * the expiry of an archive; until then, nothing is sent.
 */
export interface WebhookEventRecord {
  readonly id: string;
  readonly organizationId: string;
  readonly type: WebhookEvent["type"];
  /** The id of the object that the event is about. An endpoint gets the events of one subject in their order. */
  readonly subjectId: string;
  readonly occursAt: Moment;
}

/** An attempt that has ended. */
export interface WebhookAttemptRecord {
  readonly attemptedAt: Moment;
  /** Null if there was no response. */
  readonly status: number | null;
  /** Null if it succeeded. */
  readonly error: string | null;
  readonly durationMs: number;
}

/** An event on its way to one endpoint. */
export interface WebhookDeliveryRecord {
  readonly id: string;
  readonly webhookEndpointId: string;
  readonly organizationId: string;
  readonly eventId: string;
  readonly eventType: WebhookEvent["type"];
  readonly subjectId: string;
  readonly occurredAt: Moment;
  readonly status: WebhookDeliveryStatus;
  /** The latest attempts, oldest first. */
  readonly attemptLog: readonly WebhookAttemptRecord[];
  /** How many attempts have failed since it was created or replayed. */
  readonly failures: number;
  /** Null if no attempt follows. */
  readonly nextAttemptAt: Moment | null;
  /** Names the lease that a deliverer holds; null if none does. */
  readonly leaseToken: string | null;
  /** Until when no other deliverer may start. */
  readonly leaseExpiresAt: Moment | null;
  readonly createdAt: Moment;
}

/** No deliverer holds it. */
export const UNLEASED: Pick<WebhookDeliveryRecord, "leaseToken" | "leaseExpiresAt"> = {
  leaseToken: null,
  leaseExpiresAt: null,
};

/** The changes of a delivery by an attempt. */
export type WebhookDeliveryChanges = Pick<
  WebhookDeliveryRecord,
  "status" | "attemptLog" | "failures" | "nextAttemptAt"
>;

/** Which deliveries to list. */
export interface WebhookDeliveryFilter {
  readonly webhookEndpointId: string;
  readonly status?: WebhookDeliveryStatus | undefined;
}

/** What the API reads. */
export interface WebhookReader {
  /** Newest first. */
  listWebhookEndpoints(organizationId: string): Promise<WebhookEndpointRecord[]>;
  findWebhookEndpoint(
    organizationId: string,
    id: string,
  ): Promise<WebhookEndpointRecord | undefined>;
  /** Newest first. */
  listWebhookDeliveries(
    filter: WebhookDeliveryFilter,
    page: PageRequest,
  ): Promise<WebhookDeliveryRecord[]>;
  findWebhookDelivery(endpointId: string, id: string): Promise<WebhookDeliveryRecord | undefined>;
  /** The earliest event of a subject that still has to be sent to an endpoint. */
  findPendingDelivery(
    endpointId: string,
    subjectId: string,
  ): Promise<WebhookDeliveryRecord | undefined>;
}

/** What the API writes, within a transaction. */
export interface WebhookWriter {
  insertWebhookEndpoint(endpoint: WebhookEndpointRecord): Promise<void>;
  updateWebhookEndpoint(id: string, changes: WebhookEndpointChanges): Promise<void>;
  /** Deletes an endpoint with its deliveries. */
  deleteWebhookEndpoint(id: string): Promise<void>;
  insertWebhookEvents(events: readonly WebhookEventRecord[]): Promise<void>;
  insertWebhookDelivery(delivery: WebhookDeliveryRecord): Promise<void>;
  /**
   * Makes a delivery due, with all of its attempts available again. A delivery that a deliverer holds does not change:
   * its attempt is running, and two at once could be more than an organization may have.
   */
  replayWebhookDelivery(id: string, now: Moment): Promise<void>;
}

/** Which events become deliveries. */
export interface Dispatch {
  readonly now: Moment;
  /** An id for each delivery. */
  readonly newId: () => string;
}

/** A delivery that was just leased, and where it goes. */
export interface LeasedDelivery {
  readonly delivery: WebhookDeliveryRecord;
  readonly endpoint: WebhookEndpointRecord;
}

/** A lease of a delivery, held or lost. */
export interface DeliveryLease {
  readonly deliveryId: string;
  readonly token: string;
}

/** How an attempt ended. */
export interface AttemptOutcome {
  readonly delivery: WebhookDeliveryChanges;
  /** The response with 410, which disables the endpoint if it still has that URL; null if there was none. */
  readonly gone: { readonly at: Moment; readonly url: string } | null;
}

/** What deliverers need from a database. Their writes are refused if the row has another lease. */
export interface WebhookStore {
  /**
   * Makes deliveries of the events that are due, one for each enabled endpoint that asks for the type, in the order
   * of the events.
   *
   * @returns how many events there were
   */
  dispatchWebhookEvents(dispatch: Dispatch): Promise<number>;
  /**
   * Leases a delivery that is due and that nobody holds. Organizations with the fewest running deliveries come first, and
   * among these the delivery that has been due for longest. Left out are deliveries of disabled endpoints, those that wait
   * for an earlier event of the same subject, and those of organizations that have {@link MOST_AT_ONCE} running.
   */
  leaseWebhookDelivery(request: LeaseRequest): Promise<LeasedDelivery | undefined>;
  /** Ends an attempt, and the lease. @returns whether the lease held */
  finishWebhookAttempt(lease: DeliveryLease, outcome: AttemptOutcome): Promise<boolean>;
  /** Deletes the oldest deliveries from before a moment. @returns how many, at most {@link FORGOTTEN_AT_ONCE} */
  forgetWebhookDeliveries(before: Moment): Promise<number>;
}

/** The most deliveries of one organization that run at once: a slow endpoint must not delay those of others. */
export const MOST_AT_ONCE = 3;

/** The most events that are dispatched at once. */
export const DISPATCHED_AT_ONCE = 100;

/** The most old deliveries that are deleted at once. */
export const FORGOTTEN_AT_ONCE = 100;

/** The changes that make a delivery due again, with all of its attempts. */
export function replayed(now: Moment): Omit<WebhookDeliveryChanges, "attemptLog"> {
  return { status: "pending", failures: 0, nextAttemptAt: now };
}

/** A new delivery of an event. */
export function newDelivery(
  event: WebhookEventRecord,
  { id, webhookEndpointId, now }: { id: string; webhookEndpointId: string; now: Moment },
): WebhookDeliveryRecord {
  const { id: eventId, type: eventType, organizationId, subjectId, occursAt: occurredAt } = event;
  return {
    id,
    webhookEndpointId,
    organizationId,
    eventId,
    eventType,
    subjectId,
    occurredAt,
    status: "pending",
    attemptLog: [],
    failures: 0,
    nextAttemptAt: now,
    ...UNLEASED,
    createdAt: now,
  };
}

/** Whether an endpoint gets an event. */
export function isFor(
  { enabled, organizationId, events }: WebhookEndpointRecord,
  event: WebhookEventRecord,
): boolean {
  const isWanted = (events as readonly string[]).includes(event.type);
  return enabled && isWanted && organizationId === event.organizationId;
}
