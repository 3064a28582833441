import type { HttpResponse } from "@sinkove/api";
import type { Problem } from "@sinkove/contract";
import type { SandboxClock } from "../clock.ts";

/** A day: longer than any client waits by itself, so that it fails at once and shows the detail. */
const TOO_LONG_TO_WAIT = 86_400;

/**
 * A 429 in a world whose clock is frozen: its limit does not refill, however long a client waits. Says so, and how to
 * go on.
 */
export function explainFrozenLimit(response: HttpResponse, clock: SandboxClock): HttpResponse {
  if (response.status !== 429 || !clock.isFrozen() || typeof response.body !== "string") {
    return response;
  }
  const problem: Problem = JSON.parse(response.body);
  const seconds = problem.retryAfterSeconds ?? 1;
  const detail = `${problem.detail} The clock of this world is frozen, so the limit does not refill: advance the clock by ${seconds} s or more, or resume it. Retry-After is a day, so that clients do not wait.`;
  return {
    ...response,
    headers: { ...response.headers, "Retry-After": `${TOO_LONG_TO_WAIT}` },
    body: JSON.stringify({ ...problem, detail, retryAfterSeconds: TOO_LONG_TO_WAIT }),
  };
}
