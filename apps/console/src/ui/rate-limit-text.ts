import type { RateLimit } from "@sinkove/contract";
import { quantityText } from "./number-text.ts";

/** Formats a rate limit, such as "1,000 requests in 60 seconds". */
export function rateLimitText({ limit, windowSeconds }: RateLimit): string {
  const requests = quantityText(limit, ["request", "requests"]);
  return `${requests} in ${quantityText(windowSeconds, ["second", "seconds"])}`;
}
