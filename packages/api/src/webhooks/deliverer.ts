import { textOf } from "../error-text.ts";
import { leaseMoment } from "../jobs/job-options.ts";
import { type Random, uuidV7 } from "../random.ts";
import type { Moment } from "../store/records.ts";
import type { Store } from "../store/store.ts";
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
export interface WebhookDeliverer {
  /** Delivers what is due. Resolves when nothing is due and nothing is under way. */
  readonly deliverDue: () => Promise<void>;
  /** Does so for ever. */
  readonly start: () => void;
  /** Gives back what is under way, and resolves when that is done. */
  readonly stop: () => Promise<void>;
}

/** How long a deliverer with nothing to do waits before it looks again, in milliseconds. */
const IDLE = 500;
const LEASE = 60_000;
/** How long deliveries are kept, in milliseconds. */
const KEPT_FOR = 30 * 24 * 60 * 60 * 1000;

/**
 * Makes a deliverer. Any number of them, in any number of processes, may work on one store: a lease gives each
 * delivery to one at a time. A delivery whose deliverer was killed is sent again when its lease has run out, so that
 * each event arrives at least once.
 */
export function createWebhookDeliverer(options: WebhookDelivererOptions): WebhookDeliverer {
  const { store, slots, wait, log, leaseFor = LEASE } = options;
  const random: Random = options.random ?? ((bytes) => crypto.getRandomValues(bytes));
  const stopping = new AbortController();
  const underWay = new Set<Promise<void>>();
  let running: Promise<void> | undefined;

  const takeNext = async (): Promise<boolean> => {
    const now = await leaseMoment(options);
    const newId = () => uuidV7(now, random);
    await store.dispatchWebhookEvents({ now, newId, keepFrom: now - KEPT_FOR });
    const leased = await store.leaseWebhookDelivery({
      token: newId(),
      now,
      expiresAt: now + leaseFor,
    });
    if (!leased) return false;
    const delivering = attempt(leased, options, stopping.signal)
      .catch((error: unknown) => failed(error))
      .finally(() => underWay.delete(delivering));
    underWay.add(delivering);
    if (underWay.size >= slots) await Promise.race(underWay);
    return true;
  };

  const failed = (error: unknown): void =>
    log({ level: "error", message: "webhooks are not delivered", error: textOf(error) });

  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const hasTaken = await takeNext().catch((error: unknown) => {
        failed(error);
        return false;
      });
      if (!hasTaken) await wait(IDLE, stopping.signal);
    }
    await Promise.all(underWay);
  };

  return {
    async deliverDue() {
      let isDone = false;
      while (!isDone) {
        // Judged before the look: what ends meanwhile may leave something due.
        isDone = underWay.size === 0;
        if (await takeNext()) isDone = false;
        else await Promise.all(underWay);
      }
    },
    start() {
      running ??= run();
    },
    async stop() {
      stopping.abort();
      await running;
      await Promise.all(underWay);
    },
  };
}
