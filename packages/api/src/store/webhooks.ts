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
  /** When it answered with 410; null if it has not, or since it was enabled again. */
  readonly goneAt: Moment | null;
  /** Encrypted, see `webhooks/secret.ts`. */
  readonly secret: string;
  /** That before the last rotation, encrypted; null if there was none. */
  readonly previousSecret: string | null;
  /** Until when deliveries are signed with it too. */
  readonly previousSecretExpiresAt: Moment | null;
  readonly createdAt: Moment;
}

/** The members of a webhook endpoint that can change. */
export type WebhookEndpointChanges = Partial<
  Omit<WebhookEndpointRecord, "id" | "organizationId" | "createdAt">
>;

/**
 * Something that happens, in an outbox: it is written in the transaction of the change. Its moment may lie in the
 * future, as that at which an archive expires; until then nothing is sent.
 */
export interface WebhookEventRecord {
  readonly id: string;
  readonly organizationId: string;
  readonly type: WebhookEvent["type"];
  /** The id of what it happens to: of events of one subject, an endpoint gets the earlier one first. */
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
  /** The last of them, oldest first. */
  readonly attemptLog: readonly WebhookAttemptRecord[];
  /** How many attempts have failed since it was created or replayed. */
  readonly failures: number;
  /** Null if no attempt follows. */
  readonly nextAttemptAt: Moment | null;
  /** Names the lease that a deliverer holds; null if none does. */
  readonly leaseToken: string | null;
  /** Until when no other deliverer may begin. */
  readonly leaseExpiresAt: Moment | null;
  readonly createdAt: Moment;
}

/** Nobody holds it. */
export const UNLEASED: Pick<WebhookDeliveryRecord, "leaseToken" | "leaseExpiresAt"> = {
  leaseToken: null,
  leaseExpiresAt: null,
};

/** What an attempt leaves. */
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
   * Makes a delivery due, with all of its attempts to come. One that a deliverer holds stays as it is: its attempt is
   * under way, and two at once would be more than an organization may have.
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
  /** The answer with 410, which disables the endpoint if it still has that URL; null if there was none. */
  readonly gone: { readonly at: Moment; readonly url: string } | null;
}

/** What deliverers need of a database. Whatever they write is refused once their lease is no longer the row's. */
export interface WebhookStore {
  /**
   * Makes deliveries of the events that are due, one for each enabled endpoint that asks for the type, in the order
   * of the events.
   *
   * @returns how many events there were
   */
  dispatchWebhookEvents(dispatch: Dispatch): Promise<number>;
  /**
   * Leases a delivery that is due and that nobody holds: of the organizations with the fewest under way, that which has
   * been due for longest. Left out are those of disabled endpoints, those that wait for an earlier event of the same
   * subject, and those of organizations that have {@link MOST_AT_ONCE} under way.
   */
  leaseWebhookDelivery(request: LeaseRequest): Promise<LeasedDelivery | undefined>;
  /** Ends an attempt, and the lease. @returns whether the lease held */
  finishWebhookAttempt(lease: DeliveryLease, outcome: AttemptOutcome): Promise<boolean>;
  /** Deletes the oldest deliveries from before a moment. @returns how many, at most {@link FORGOTTEN_AT_ONCE} */
  forgetWebhookDeliveries(before: Moment): Promise<number>;
}

/** How many deliveries of one organization are under way at once: a slow endpoint must not hold those of others up. */
export const MOST_AT_ONCE = 3;

/** The most events that are dispatched at once. */
export const DISPATCHED_AT_ONCE = 100;

/** The most old deliveries that are deleted at once. */
export const FORGOTTEN_AT_ONCE = 100;

/** What makes a delivery due again, after those of its attempts that have failed. */
export function replayed(now: Moment): Omit<WebhookDeliveryChanges, "attemptLog"> {
  return { status: "pending", failures: 0, nextAttemptAt: now };
}

/** A delivery of an event that nobody has begun. */
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

/** Whether an endpoint is sent an event. */
export function isFor(
  { enabled, organizationId, events }: WebhookEndpointRecord,
  event: WebhookEventRecord,
): boolean {
  const isWanted = (events as readonly string[]).includes(event.type);
  return enabled && isWanted && organizationId === event.organizationId;
}
