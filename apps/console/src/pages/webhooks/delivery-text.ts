import type { WebhookAttempt, WebhookDelivery } from "@sinkove/contract";
import { momentText } from "../../ui/time-text.ts";

const MINUTE = 60_000;

/** Returns the result of an attempt, such as "204 in 38 ms". */
export function attemptText({ status, error, durationMs }: WebhookAttempt): string {
  return error ?? `${status} in ${durationMs} ms`;
}

/** Returns the number of attempts, such as "2 attempts". The API keeps the last 20. */
export function attemptsText({ length }: readonly WebhookAttempt[]): string {
  if (length === 1) return "1 attempt";
  return length < 20 ? `${length} attempts` : "20 or more attempts";
}

/** Returns when the next attempt is due; undefined if there is none. `now` is in milliseconds since 1970. */
export function nextAttemptText(
  { status, nextAttemptAt }: WebhookDelivery,
  isEnabled: boolean,
  now: number,
): string | undefined {
  if (status !== "pending" || nextAttemptAt === null) return undefined;
  if (!isEnabled) return "waits until the endpoint is enabled";
  const at = Date.parse(nextAttemptAt);
  return `next attempt ${at - now < MINUTE ? "within a minute" : momentText(at, now)}`;
}
