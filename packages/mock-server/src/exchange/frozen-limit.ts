import type { HttpResponse } from "@sinkove/api";
import type { Problem } from "@sinkove/contract";
import type { SandboxClock } from "../clock.ts";

/** One day in seconds. No client waits that long, so it fails at once and shows the problem's detail. */
const TOO_LONG_TO_WAIT = 86_400;

/**
 * Explains a 429 in a world with a frozen clock. The limit does not refill however long a client waits, so the response
 * says how to continue.
 */
export function explainFrozenLimit(response: HttpResponse, clock: SandboxClock): HttpResponse {
  if (response.status !== 429 || !clock.isFrozen() || typeof response.body !== "string") {
    return response;
  }
  const problem: Problem = JSON.parse(response.body);
  const seconds = problem.retryAfterSeconds ?? 1;
  const detail = `${problem.detail} The clock of this world is frozen, so the limit does not refill. Advance the clock by ${seconds} s or more, or resume it. Retry-After is one day so that clients do not wait.`;
  return {
    ...response,
    headers: { ...response.headers, "Retry-After": `${TOO_LONG_TO_WAIT}` },
    body: JSON.stringify({ ...problem, detail, retryAfterSeconds: TOO_LONG_TO_WAIT }),
  };
}
