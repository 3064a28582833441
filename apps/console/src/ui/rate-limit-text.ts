import type { RateLimit } from "@sinkove/contract";
import { numberText } from "./number-text.ts";

/** Formats a rate limit, such as "1,000 requests in 60 seconds". */
export function rateLimitText({ limit, windowSeconds }: RateLimit): string {
  return `${numberText(limit)} requests in ${windowSeconds} seconds`;
}
