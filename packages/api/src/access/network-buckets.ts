import type { RateLimit } from "@sinkove/contract";
import { type BucketLevel, refilled } from "../store/rate-limits.ts";
import type { Moment } from "../store/records.ts";

/** If there are more, the oldest is dropped, so that an attacker cannot fill the memory. */
const MOST = 10_000;

/** A token bucket for each client network, in the memory of this process. */
export interface NetworkBuckets {
  levelAt(network: string, now: Moment): BucketLevel;
  /**
   * Adds tokens, or removes them if the number is negative. A bucket stays between empty and full.
   */
  add(network: string, now: Moment, tokens: number): void;
}

export function createNetworkBuckets(policy: RateLimit): NetworkBuckets {
  const levels = new Map<string, BucketLevel>();
  const levelAt = (network: string, now: Moment): BucketLevel => {
    const before = levels.get(network) ?? { policy, tokens: policy.limit, now };
    const level = { policy, tokens: refilled(policy, before.tokens, now - before.now), now };
    // The clock was set back: the bucket refills from now on.
    if (now < before.now) levels.set(network, level);
    return level;
  };
  return {
    levelAt,
    add(network, now, tokens) {
      const before = levelAt(network, now).tokens;
      const after = Math.min(policy.limit, Math.max(0, before + tokens));
      // The entry that was used last moves to the end, so the first is the oldest.
      levels.delete(network);
      levels.set(network, { policy, tokens: after, now });
      forgetOldest(levels);
    },
  };
}

/** Drops the oldest entry if there are too many. */
export function forgetOldest(entries: Set<string> | Map<string, unknown>): void {
  if (entries.size <= MOST) return;
  for (const oldest of entries.keys()) {
    entries.delete(oldest);
    return;
  }
}
