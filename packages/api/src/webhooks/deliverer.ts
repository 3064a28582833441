import { textOf } from "../error-text.ts";
import { leaseMoment } from "../jobs/job-options.ts";
import { createLeaseLoop, type LeaseLoop } from "../jobs/lease-loop.ts";
import { type Random, uuidV7 } from "../random.ts";
import type { Moment } from "../store/records.ts";
import type { Store } from "../store/store.ts";
import { FORGOTTEN_AT_ONCE } from "../store/webhooks.ts";
import { attempt } from "./attempt.ts";
import type { SendWebhook } from "./send.ts";

/** An entry of the log. Contains no secrets, and no URL, because a URL may contain one. */
export interface WebhookLogEntry {
  readonly level: "info" | "error";
  readonly message: string;
  readonly organizationId?: string;
  readonly webhookEndpointId?: string;
  readonly webhookDeliveryId?: string;
  readonly eventType?: string;
  readonly outcome?: "delivered" | "retry" | "failed" | "gone";
  readonly durationMs?: number;
  readonly error?: string;
}

/** Options of {@link createWebhookDeliverer}. */
export interface WebhookDelivererOptions {
  readonly store: Store;
  /** The service's secret, with which the endpoints' secrets are encrypted. */
  readonly secret: string;
  /** Earlier secrets of the service, which decrypt endpoint secrets that they have encrypted. Default: none. */
  readonly formerSecrets?: readonly string[];
  readonly send: SendWebhook;
  /** Only used if the database has no clock of its own. */
  readonly clock: () => Moment;
  /** The clock of signed timestamps, which receivers compare with their own. Default: the time of the attempt. */
  readonly signingClock?: () => Moment;
  /** Milliseconds on a clock that never goes back. */
  readonly monotonic: () => number;
  /** Resolves after that many milliseconds, or at once when the signal is aborted. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly log: (entry: WebhookLogEntry) => void;
  /** The most deliveries that run at once. */
  readonly slots: number;
  /** How long after each failed attempt the next one is due, in milliseconds. Default: as the contract says. */
  readonly retryAfter?: readonly number[];
  /** How long other deliverers wait if one is killed, in milliseconds: longer than any attempt. Default: a minute. */
  readonly leaseFor?: number;
  /** Default: `crypto.getRandomValues`. */
  readonly random?: Random;
}

/** Delivers events until it is stopped. */
export type WebhookDeliverer = LeaseLoop;

/** How long a deliverer with nothing to do waits before it looks again, in milliseconds. */
const IDLE = 500;
const LEASE = 60_000;
/** How long deliveries are kept, in milliseconds. */
const KEPT_FOR = 30 * 24 * 60 * 60 * 1000;
/** How long a deliverer that has found no older deliveries waits before the next check, in milliseconds. */
const FORGETS_EVERY = 60_000;

/**
 * Creates a deliverer. Any number of deliverers, in any number of processes, may use one store: a lease gives each
 * delivery to one deliverer at a time. If a deliverer is killed, its delivery is sent again when the lease has expired,
 * so each event arrives at least once.
 */
export function createWebhookDeliverer(options: WebhookDelivererOptions): WebhookDeliverer {
  const { store, slots, wait, log, leaseFor = LEASE } = options;
  const random: Random = options.random ?? ((bytes) => crypto.getRandomValues(bytes));
  let forgetsAt = Number.NEGATIVE_INFINITY;

  const forgetOld = async (now: Moment): Promise<void> => {
    if (now < forgetsAt) return;
    const forgotten = await store.forgetWebhookDeliveries(now - KEPT_FOR);
    forgetsAt = forgotten < FORGOTTEN_AT_ONCE ? now + FORGETS_EVERY : now;
  };

  return createLeaseLoop({
    async lease(stopping) {
      const now = await leaseMoment(options);
      const newId = () => uuidV7(now, random);
      await forgetOld(now);
      await store.dispatchWebhookEvents({ now, newId });
      const request = { token: newId(), now, expiresAt: now + leaseFor };
      const leased = await store.leaseWebhookDelivery(request);
      return leased && (() => attempt(leased, options, stopping));
    },
    onError: (error) =>
      log({ level: "error", message: "webhooks are not delivered", error: textOf(error) }),
    slots,
    wait,
    idle: IDLE,
  });
}
