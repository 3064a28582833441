import type { Principal } from "../access/authentication.ts";
import { bucketIdOf } from "../api-keys/key-rate-limit.ts";
import { type Awaitable, andThen } from "../awaitable.ts";
import { rateLimitExceeded, SESSION_LIMIT } from "../http/rate-limit.ts";
import type { Bucket } from "../store/rate-limits.ts";
import { type Call, found } from "./call.ts";

/** Takes a token from each bucket of the caller; from none if one of them is empty. */
export function limitRate(call: Call): Awaitable<void> {
  const principal = found(call.principal);
  const names = principal.apiKey ? undefined : ["per-session"];
  const taken = call.services.store.takeTokens(bucketsOf(principal), call.now);
  return andThen(taken, ({ isAllowed, levels }) => {
    const state = names ? { levels, names } : { levels };
    call.rateLimit = state;
    if (!isAllowed) throw rateLimitExceeded(state);
  });
}

function bucketsOf({ account, apiKey }: Principal): Bucket[] {
  if (!apiKey) return [{ id: `session ${account.id}`, policy: SESSION_LIMIT }];
  const ofAccount = { id: account.id, policy: account.rateLimit };
  if (apiKey.rateLimit === null) return [ofAccount];
  const { limit, windowSeconds } = apiKey.rateLimit;
  return [ofAccount, { id: bucketIdOf(apiKey), policy: { limit, windowSeconds } }];
}
