import { textOf } from "../error-text.ts";
import { leaseMoment } from "../jobs/job-options.ts";
import { createLeaseLoop, type LeaseLoop } from "../jobs/lease-loop.ts";
import { type Random, uuidV7 } from "../random.ts";
import type { Moment } from "../store/records.ts";
import type { Store } from "../store/store.ts";
import { FORGOTTEN_AT_ONCE } from "../store/webhooks.ts";
import { attempt } from "./attempt.ts";
import type { SendWebhook } from "./send.ts";

/** Something worth a line in the log; holds no secret, and no URL, which may hold one. */
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
  /** The service's own, for which the endpoints' secrets are encrypted. */
  readonly secret: string;
  /** Those that the service had before, for endpoints whose secrets were encrypted with one of them. Default: none. */
  readonly formerSecrets?: readonly string[];
  readonly send: SendWebhook;
  /** Counts only if the database has no clock of its own. */
  readonly clock: () => Moment;
  /** The moment that is signed, which receivers compare with their own clocks. Default: that of the other moments. */
  readonly signingClock?: () => Moment;
  /** Milliseconds on a clock that never goes back. */
  readonly monotonic: () => number;
  /** Resolves after that many milliseconds, or at once when the signal is aborted. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly log: (entry: WebhookLogEntry) => void;
  /** How many deliveries are under way at once. */
  readonly slots: number;
  /** How long after each failed attempt the next one is due, in milliseconds. Default: as the contract says. */
  readonly retryAfter?: readonly number[];
  /** How long a delivery is kept from others if its deliverer is killed, in milliseconds: longer than any attempt. Default: a minute. */
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
/** How long a deliverer that has found no older ones waits before it looks for them again, in milliseconds. */
const FORGETS_EVERY = 60_000;

/**
 * Makes a deliverer. Any number of them, in any number of processes, may work on one store: a lease gives each
 * delivery to one at a time. A delivery whose deliverer was killed is sent again when its lease has run out, so that
 * each event arrives at least once.
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
