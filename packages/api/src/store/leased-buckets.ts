import type { RateLimit } from "@sinkove/contract";
import type { Awaitable } from "../awaitable.ts";
import { type Bucket, type BucketLevel, refilled, type TokenTake } from "./rate-limits.ts";
import type { Moment } from "./records.ts";
import { StoreUnavailableError } from "./store.ts";

/** Tokens that a server asks a shared bucket for. */
export interface Draw extends Bucket {
  /** How many of those that it drew before it still has. */
  readonly held: number;
  readonly wanted: number;
  /** On the server's clock. */
  readonly now: Moment;
}

/** The result of a draw from a shared bucket. */
export interface Drawn {
  readonly granted: number;
  /** How many tokens the bucket has left. */
  readonly left: number;
}

/** Tokens that a server gives back to a shared bucket. */
export interface GivenBack extends Bucket {
  readonly tokens: number;
  readonly now: Moment;
}

/** Options of {@link createLeasedBuckets}. */
export interface LeasedBucketsOptions {
  readonly draw: (draw: Draw) => Promise<Drawn>;
  readonly giveBack: (leases: readonly GivenBack[]) => Promise<void>;
  /** Milliseconds on the clock that measures leases. It gets the moment of the request. */
  readonly clock: (now: Moment) => number;
  /** Runs something later, and returns what cancels it. Default: `setTimeout`. */
  readonly later?: (run: () => void, milliseconds: number) => () => void;
}

/** Buckets that servers share, used through leases. */
export interface LeasedBuckets {
  takeTokens(buckets: readonly Bucket[], now: Moment): Awaitable<TokenTake>;
  /** Returns the remaining tokens of every lease. */
  close(): Promise<void>;
}

/**
 * How long a server may use tokens that it has drawn, in milliseconds. Together with {@link REFILL_SECONDS}, it limits
 * how long the tokens of a killed server are missing to a minute.
 */
export const LEASE_LIFE = 45_000;

/** A bucket refills a lease, including the tokens that are fetched ahead, in 1.5 × this. */
const REFILL_SECONDS = 10;

/** How long a request waits for its tokens, in milliseconds. */
const LONGEST_WAIT = 2000;

/** When there are more leases than this, those without tokens are dropped. */
const SWEEP_AT = 10_000;

/** How many tokens a server draws at a time. */
export function leaseSizeOf({ limit, windowSeconds }: RateLimit): number {
  return Math.max(1, Math.floor(Math.min(limit / 20, (limit * REFILL_SECONDS) / windowSeconds)));
}

/** A server's view of a shared bucket, and the tokens that it holds. */
interface Lease {
  readonly id: string;
  policy: RateLimit;
  tokens: number;
  expiresAt: number;
  /** What the bucket had left at `leftAt`; undefined before the first answer. */
  left: number | undefined;
  leftAt: number;
  /** How many requests wait for the next answer. */
  waiting: number;
  /** Resolves with the answer to the running draw, or rejects if that takes too long. */
  answer: Promise<void> | undefined;
}

/** Uses shared buckets through leases: a request takes a token in memory, and the database is asked once a lease. */
export function createLeasedBuckets(options: LeasedBucketsOptions): LeasedBuckets {
  const { clock, later = timer } = options;
  const leases = new Map<string, Lease>();
  let sweepAt = SWEEP_AT;
  let latest: Moment = 0;

  const leaseOf = ({ id, policy }: Bucket): Lease => {
    const known = leases.get(id);
    if (known) {
      known.policy = policy;
      return known;
    }
    const lease = { id, policy, ...NOTHING };
    leases.set(id, lease);
    return lease;
  };

  const sweep = (at: number): void => {
    for (const [id, lease] of leases) {
      if (tokensAt(lease, at) === 0 && !lease.answer) leases.delete(id);
    }
    sweepAt = Math.max(SWEEP_AT, 2 * leases.size);
  };

  const send = async (lease: Lease, now: Moment): Promise<void> => {
    const { id, policy } = lease;
    // Measured before the query is sent, so the lease ends here before it ends in the database.
    const sentAt = clock(now);
    const held = tokensAt(lease, sentAt);
    const wanted = lease.waiting + leaseSizeOf(policy) - (lease.waiting > 0 ? 1 : 0);
    const { granted, left } = await options.draw({ id, policy, held, wanted, now });
    lease.tokens = tokensAt(lease, sentAt) + granted;
    lease.expiresAt = sentAt + LEASE_LIFE;
    lease.left = left;
    lease.leftAt = sentAt;
  };

  /** Only one draw at a time for each bucket: the database would treat a second one as a replacement of the first. */
  const draw = (lease: Lease, now: Moment): Promise<void> => {
    if (lease.answer) return lease.answer;
    const sent = send(lease, now).finally(() => {
      lease.answer = undefined;
    });
    const answer = inTime(sent, later);
    lease.answer = answer;
    // Requests that wait for the lease get the error. No request waits for a lease that is fetched ahead.
    answer.catch(() => {});
    return answer;
  };

  const fetchAhead = (lease: Lease, now: Moment, at: number): void => {
    const size = leaseSizeOf(lease.policy);
    if (size === 1 || lease.answer || lease.tokens > size / 2 || isEmpty(lease, at)) return;
    void draw(lease, now);
  };

  const take = (wanted: readonly Lease[], now: Moment): TokenTake | undefined => {
    const at = clock(now);
    const lacking = wanted.filter((lease) => tokensAt(lease, at) === 0);
    if (lacking.some((lease) => !lease.answer && isEmpty(lease, at)))
      return { isAllowed: false, levels: wanted.map((lease) => levelOf(lease, now, at)) };
    if (lacking.length > 0) return undefined;
    for (const lease of wanted) lease.tokens -= 1;
    const levels = wanted.map((lease) => levelOf(lease, now, at));
    for (const lease of wanted) fetchAhead(lease, now, at);
    return { isAllowed: true, levels };
  };

  /** Waits for each bucket that lacks tokens, and tries again, because other waiters may have taken the tokens. */
  const drawAndTake = async (wanted: readonly Lease[], now: Moment): Promise<TokenTake> => {
    for (;;) {
      const at = clock(now);
      const lacking = wanted.filter((lease) => tokensAt(lease, at) === 0);
      await Promise.all(lacking.map((lease) => waitFor(lease, now)));
      const taken = take(wanted, now);
      if (taken) return taken;
    }
  };

  const waitFor = async (lease: Lease, now: Moment): Promise<void> => {
    lease.waiting += 1;
    try {
      await draw(lease, now);
    } finally {
      lease.waiting -= 1;
    }
  };

  return {
    takeTokens(buckets, now) {
      latest = now;
      const wanted = buckets.map(leaseOf);
      if (leases.size > sweepAt) sweep(clock(now));
      return take(wanted, now) ?? drawAndTake(wanted, now);
    },
    async close() {
      const now = latest;
      const held = [...leases.values()].flatMap((lease) => {
        const { id, policy } = lease;
        const tokens = tokensAt(lease, clock(now));
        lease.tokens = 0;
        return tokens > 0 ? [{ id, policy, tokens, now }] : [];
      });
      if (held.length > 0) await inTime(options.giveBack(held), later);
    },
  };
}

const NOTHING: Omit<Lease, "id" | "policy"> = {
  tokens: 0,
  expiresAt: Number.NEGATIVE_INFINITY,
  left: undefined,
  leftAt: 0,
  waiting: 0,
  answer: undefined,
};

function tokensAt({ tokens, expiresAt }: Lease, at: number): number {
  return at < expiresAt ? tokens : 0;
}

/** Whether the bucket still has less than a token since the last draw, so another draw would fail. */
function isEmpty({ policy, left, leftAt }: Lease, at: number): boolean {
  return left !== undefined && refilled(policy, left, at - leftAt) < 1;
}

function levelOf(lease: Lease, now: Moment, at: number): BucketLevel {
  const { policy, left = policy.limit, leftAt } = lease;
  const tokens = refilled(policy, left + tokensAt(lease, at), at - leftAt);
  return { policy, tokens, now };
}

async function inTime<T>(
  work: Promise<T>,
  later: NonNullable<LeasedBucketsOptions["later"]>,
): Promise<T> {
  let cancel = (): void => {};
  const late = new Promise<never>((_, reject) => {
    const message = "The database cannot answer now: it took too long to answer for a rate limit.";
    cancel = later(() => reject(new StoreUnavailableError(message)), LONGEST_WAIT);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    cancel();
  }
}

function timer(run: () => void, milliseconds: number): () => void {
  const timeout = setTimeout(run, milliseconds);
  return () => clearTimeout(timeout);
}
