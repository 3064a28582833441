import type { SinkoveOptions } from "./options.ts";
import type { Given } from "./read-options.ts";

/** How long and how often a call tries; times are in milliseconds. */
export interface Limits {
  readonly timeout: number;
  readonly totalTimeout: number;
  readonly maxRetries: number;
  readonly maxRetryWait: number;
}

/** The limits of a client. Nothing else of its options, which include the key. */
export function limitsOf({
  timeout = 60_000,
  totalTimeout = 0,
  maxRetries = 2,
  maxRetryWait = 60_000,
}: Given<SinkoveOptions>): Limits {
  return { timeout, totalTimeout, maxRetries, maxRetryWait };
}
