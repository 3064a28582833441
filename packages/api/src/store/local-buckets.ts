import { type Bucket, type BucketLevel, type RateLimitStore, refilled } from "./rate-limits.ts";
import type { Moment } from "./records.ts";

/** Past this many buckets, the full ones are forgotten: a full bucket is like a new one. */
const SWEEP_AT = 10_000;

/** Buckets in this process's memory, for a database that has one server. */
export function createLocalBuckets(): RateLimitStore {
  const buckets = new Map<string, BucketLevel>();
  let sweepAt = SWEEP_AT;
  const sweep = (now: Moment): void => {
    for (const [id, level] of buckets) if (isFull(level, now)) buckets.delete(id);
    sweepAt = Math.max(SWEEP_AT, 2 * buckets.size);
  };
  return {
    takeTokens(wanted, now) {
      const before = wanted.map((bucket) => levelAt(buckets.get(bucket.id), bucket, now));
      if (before.some(({ tokens }) => tokens < 1)) return { isAllowed: false, levels: before };
      const levels = wanted.map(({ id, policy }, index) => {
        const level = { policy, tokens: (before[index]?.tokens ?? 1) - 1, now };
        buckets.set(id, level);
        return level;
      });
      if (buckets.size > sweepAt) sweep(now);
      return { isAllowed: true, levels };
    },
  };
}

function levelAt(before: BucketLevel | undefined, { policy }: Bucket, now: Moment): BucketLevel {
  if (!before) return { policy, tokens: policy.limit, now };
  return { policy, tokens: refilled(policy, before.tokens, now - before.now), now };
}

function isFull({ policy, tokens, now: then }: BucketLevel, now: Moment): boolean {
  return refilled(policy, tokens, now - then) >= policy.limit;
}
