import type { Exchange } from "./behaviour.ts";

/** A rate limit, as in the contract's section "Limits". */
export interface RateLimit {
  readonly requests: number;
  readonly seconds: number;
}

/** Adds rate limit headers to each exchange, and replaces exchanges beyond the limit with a 429. */
export function limitExchanges({ requests, seconds }: RateLimit) {
  let tokens: number = requests;
  let at: number | undefined;
  return (exchange: Exchange, now: number): Exchange => {
    const elapsed = Math.max(0, now - (at ?? now));
    at = now;
    tokens = Math.min(requests, tokens + (elapsed * requests) / (seconds * 1000));
    const isAllowed = tokens >= 1;
    if (isAllowed) tokens--;
    const left = Math.floor(tokens);
    const full = Math.ceil(((requests - tokens) * seconds) / requests);
    const headers = {
      ...exchange.headers,
      "x-ratelimit-limit": `${requests}`,
      "x-ratelimit-remaining": `${left}`,
      ratelimit: `"per-account";r=${left};t=${full}`,
    };
    if (isAllowed) return { ...exchange, headers };
    const wait = Math.ceil(((1 - tokens) * seconds) / requests);
    const refused = { ...headers, "retry-after": `${wait}` };
    return { ...exchange, status: 429, headers: refused, json: REFUSAL };
  };
}

const REFUSAL = {
  type: "about:blank",
  title: "Too many requests",
  status: 429,
  detail: "The account has used up its requests.",
  code: "RATE_LIMIT_EXCEEDED",
};
