import { type Bucket, type BucketLevel, type RateLimitStore, refilled } from "./rate-limits.ts";
import type { Moment } from "./records.ts";

/** When there are more buckets than this, the full ones are dropped: a full bucket is equal to a new one. */
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
      // Uses loops, and one object for each bucket, because every request runs this.
      const levels: Level[] = [];
      let isAllowed = true;
      for (const bucket of wanted) {
        const level = levelAt(buckets.get(bucket.id), bucket, now);
        if (level.tokens < 1) isAllowed = false;
        levels.push(level);
      }
      for (const level of levels) {
        if (isAllowed) level.tokens -= 1;
        // Also when it is refused: after the clock was set back, an empty bucket refills from now on.
        buckets.set(level.id, level);
      }
      if (buckets.size > sweepAt) sweep(now);
      return { isAllowed, levels };
    },
  };
}

/** A level that is still to be lowered. */
interface Level extends BucketLevel {
  readonly id: string;
  tokens: number;
}

function levelAt(before: BucketLevel | undefined, { id, policy }: Bucket, now: Moment): Level {
  if (!before) return { id, policy, tokens: policy.limit, now };
  return { id, policy, tokens: refilled(policy, before.tokens, now - before.now), now };
}

function isFull({ policy, tokens, now: then }: BucketLevel, now: Moment): boolean {
  return refilled(policy, tokens, now - then) >= policy.limit;
}
