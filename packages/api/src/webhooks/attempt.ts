import { textOf } from "../error-text.ts";
import { leaseMoment } from "../jobs/job-options.ts";
import type { Moment } from "../store/records.ts";
import type {
  AttemptOutcome,
  LeasedDelivery,
  WebhookAttemptRecord,
  WebhookEndpointRecord,
} from "../store/webhooks.ts";
import type { WebhookDelivererOptions, WebhookLogEntry } from "./deliverer.ts";
import { presentWebhookEvent } from "./events.ts";
import { openSecret, signMessage } from "./secret.ts";
import { WebhookSendError } from "./send.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long after each failed attempt the next one is due, in milliseconds, unless the options say otherwise. */
export const RETRY_AFTER: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

/** How many attempts are kept. */
const KEPT_ATTEMPTS = 20;

const GONE = 410;

/**
 * Sends a delivery that was just leased, once, and writes the result. Rejects only if the store
 * cannot answer.
 */
export async function attempt(
  { delivery, endpoint }: LeasedDelivery,
  options: WebhookDelivererOptions,
  stopping: AbortSignal,
): Promise<void> {
  const lease = { deliveryId: delivery.id, token: delivery.leaseToken ?? "" };
  const attemptedAt = await leaseMoment(options);
  const made = await send({ delivery, endpoint }, options, { attemptedAt, stopping });
  const hasStopped = made.error !== null && stopping.aborted;
  const outcome = hasStopped
    ? { delivery, gone: null }
    : outcomeOf({ delivery, endpoint }, made, { now: await leaseMoment(options), ...options });
  const { status, attemptLog, failures, nextAttemptAt } = outcome.delivery;
  const changes = { status, attemptLog, failures, nextAttemptAt };
  const isHeld = await options.store.finishWebhookAttempt(lease, {
    delivery: changes,
    gone: outcome.gone,
  });
  if (isHeld && !hasStopped) options.log(entryOf({ delivery, endpoint }, outcome, made));
}

interface RetryRule extends Pick<WebhookDelivererOptions, "retryAfter"> {
  readonly now: Moment;
}

/** The state of a delivery after an attempt. */
function outcomeOf(
  { delivery: { attemptLog, failures }, endpoint: { url } }: LeasedDelivery,
  made: WebhookAttemptRecord,
  { now, retryAfter = RETRY_AFTER }: RetryRule,
): AttemptOutcome {
  const log = [...attemptLog, made].slice(-KEPT_ATTEMPTS);
  if (made.error === null) {
    const delivery = {
      status: "delivered",
      attemptLog: log,
      failures,
      nextAttemptAt: null,
    } as const;
    return { delivery, gone: null };
  }
  const isGone = made.status === GONE;
  const delay = isGone ? undefined : retryAfter[failures];
  const nextAttemptAt = delay === undefined ? null : now + delay;
  const status = delay === undefined ? "failed" : "pending";
  const delivery = { status, attemptLog: log, failures: failures + 1, nextAttemptAt } as const;
  return { delivery, gone: isGone ? { at: now, url } : null };
}

interface Sending {
  readonly attemptedAt: Moment;
  readonly stopping: AbortSignal;
}

async function send(
  { delivery, endpoint }: LeasedDelivery,
  options: WebhookDelivererOptions,
  { attemptedAt, stopping }: Sending,
): Promise<WebhookAttemptRecord> {
  const start = options.monotonic();
  const ended = (status: number | null, error: string | null): WebhookAttemptRecord => {
    const durationMs = Math.round(options.monotonic() - start);
    return { attemptedAt, status, error, durationMs };
  };
  const { eventId: id } = delivery;
  const body = JSON.stringify(presentWebhookEvent(delivery));
  const signedAt = options.signingClock?.() ?? attemptedAt;
  const timestamp = Math.floor(signedAt / SECOND);
  const secrets = await openSecrets(endpoint, options, attemptedAt);
  if (!secrets) return ended(null, "The secret cannot be read any more. Rotate it.");
  try {
    const { status } = await options.send({
      url: endpoint.url,
      headers: {
        "Content-Type": "application/json",
        "webhook-id": id,
        "webhook-timestamp": `${timestamp}`,
        "webhook-signature": await signMessage({ id, timestamp, body }, secrets),
      },
      body,
      signal: stopping,
    });
    const isTaken = status >= 200 && status < 300;
    return ended(status, isTaken ? null : `The endpoint answered with ${status}.`);
  } catch (error) {
    if (error instanceof WebhookSendError) return ended(null, error.message);
    if (!stopping.aborted) {
      const message = "a webhook could not be sent";
      options.log({ level: "error", message, ...aboutOf(delivery), error: textOf(error) });
    }
    return ended(null, "The request could not be sent.");
  }
}

/**
 * The secret, and the one before it in its grace period if that can still be read. Undefined if the service no longer
 * has the secret that the endpoint's own was encrypted with.
 */
async function openSecrets(
  endpoint: WebhookEndpointRecord,
  { secret: signing, formerSecrets = [] }: WebhookDelivererOptions,
  now: Moment,
): Promise<string[] | undefined> {
  const { id: endpointId, secret, previousSecret, previousSecretExpiresAt } = endpoint;
  const isInGrace = previousSecret !== null && (previousSecretExpiresAt ?? 0) > now;
  const sealed = isInGrace ? [secret, previousSecret] : [secret];
  const opened = await Promise.all(
    sealed.map((text) =>
      openSecret(text, [signing, ...formerSecrets], endpointId).catch(() => undefined),
    ),
  );
  return opened[0] === undefined ? undefined : opened.filter((each) => each !== undefined);
}

function aboutOf(delivery: LeasedDelivery["delivery"]) {
  const { id: webhookDeliveryId, organizationId, webhookEndpointId, eventType } = delivery;
  return { organizationId, webhookEndpointId, webhookDeliveryId, eventType };
}

function entryOf(
  { delivery }: LeasedDelivery,
  { delivery: { status }, gone }: AttemptOutcome,
  { durationMs, error }: WebhookAttemptRecord,
): WebhookLogEntry {
  const outcome: WebhookLogEntry["outcome"] =
    gone !== null ? "gone" : status === "pending" ? "retry" : status;
  const about = { ...aboutOf(delivery), outcome, durationMs };
  const message = "webhook attempted";
  return error === null
    ? { level: "info", message, ...about }
    : { level: "info", message, ...about, error };
}
