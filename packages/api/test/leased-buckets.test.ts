import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { StoreUnavailableError } from "../src/index.ts";
import {
  createLeasedBuckets,
  type LeasedBuckets,
  leaseSizeOf,
} from "../src/store/leased-buckets.ts";
import type { Bucket } from "../src/store/rate-limits.ts";
import { SharedBuckets } from "./shared-bucket.ts";

const ACCOUNT: Bucket = { id: "account", policy: { limit: 100, windowSeconds: 60 } };

/** Creates servers that share buckets. The test controls their clock. */
function setUp() {
  const shared = new SharedBuckets();
  const state = { now: 0, draws: 0 };
  const open = (holder: string): LeasedBuckets =>
    createLeasedBuckets({
      clock: () => state.now,
      draw: async (draw) => {
        state.draws += 1;
        return shared.draw(holder, { ...draw, now: state.now });
      },
      giveBack: async (leases) =>
        shared.giveBack(
          holder,
          leases.map((lease) => ({ ...lease, now: state.now })),
        ),
    });
  const take = async (server: LeasedBuckets, buckets: readonly Bucket[] = [ACCOUNT]) =>
    (await server.takeTokens(buckets, state.now)).isAllowed;
  const takeMany = async (servers: readonly LeasedBuckets[], count: number) => {
    const takes = Array.from({ length: count }, (_, index) => {
      const server = servers[index % servers.length];
      return server ? take(server) : false;
    });
    return (await Promise.all(takes)).filter(Boolean).length;
  };
  return { state, open, take, takeMany };
}

describe("a shared bucket", () => {
  it("lets exactly its limit through to two servers that are asked at once", async () => {
    const { open, takeMany } = setUp();
    expect(await takeMany([open("a"), open("b")], 400)).toBe(100);
  });

  it("is asked once for a lease, and not for each request", async () => {
    const { state, open, take } = setUp();
    const server = open("a");
    for (let count = 0; count < 90; count++) expect(await take(server)).toBe(true);
    expect(state.draws).toBeLessThanOrEqual(20);
  });

  it("is not asked while it is empty, and again when it has refilled", async () => {
    const { state, open, take, takeMany } = setUp();
    const server = open("a");
    await takeMany([server], 100);
    const { draws } = state;
    expect(await takeMany([server], 50)).toBe(0);
    expect(state.draws).toBe(draws);
    state.now += 600;
    expect(await take(server)).toBe(true);
    expect(await take(server)).toBe(false);
  });

  it("misses what a server that was killed had drawn for at most a minute", async () => {
    const { state, open, take, takeMany } = setUp();
    await take(open("killed"));
    const other = open("other");
    const allowed = await takeMany([other], 200);
    expect(allowed).toBeLessThan(99);
    expect(allowed).toBeGreaterThanOrEqual(99 - 1.5 * leaseSizeOf(ACCOUNT.policy));
    state.now += 60_000;
    expect(await takeMany([other], 200)).toBe(100);
  });

  it("gets back the tokens that a server has left when it stops", async () => {
    const { open, take, takeMany } = setUp();
    const stopped = open("stopped");
    await take(stopped);
    await stopped.close();
    expect(await takeMany([open("other")], 200)).toBe(99);
  });

  it("does not drain a key's bucket for requests that the account's rejects, or the other way round", async () => {
    const { open, take, takeMany } = setUp();
    const server = open("a");
    const key: Bucket = { id: "key", policy: { limit: 40, windowSeconds: 60 } };
    for (let count = 0; count < 40; count++) expect(await take(server, [ACCOUNT, key])).toBe(true);
    for (let count = 0; count < 40; count++) expect(await take(server, [ACCOUNT, key])).toBe(false);
    expect(await takeMany([server], 100)).toBe(60);
  });

  it("fails in time if the database does not answer, and works when it answers again", async () => {
    const timers: (() => void)[] = [];
    let answer: (drawn: { granted: number; left: number }) => void = () => {};
    const server = createLeasedBuckets({
      clock: () => 0,
      draw: () => new Promise((resolve) => (answer = resolve)),
      giveBack: async () => {},
      later: (run) => {
        timers.push(run);
        return () => {};
      },
    });
    const waiting = [server.takeTokens([ACCOUNT], 0), server.takeTokens([ACCOUNT], 0)];
    timers[0]?.();
    for (const taking of waiting) await expect(taking).rejects.toThrow(StoreUnavailableError);
    await expect(server.takeTokens([ACCOUNT], 0)).rejects.toThrow(StoreUnavailableError);
    answer({ granted: 5, left: 90 });
    await new Promise((resolve) => setImmediate(resolve));
    expect(await server.takeTokens([ACCOUNT], 0)).toMatchObject({ isAllowed: true });
  });
});

/** A step of servers that share an account. */
type Step =
  | { readonly do: "ask"; readonly server: number; readonly key: number; readonly times: number }
  | { readonly do: "wait"; readonly milliseconds: number }
  | { readonly do: "stop" | "kill"; readonly server: number };

const server = fc.nat(2);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("ask" as const),
      server,
      key: fc.nat(2),
      times: fc.constantFrom(1, 30, 200),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("wait" as const),
      milliseconds: fc.constantFrom(100, 500, 10_000, 44_900, 46_000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom("stop" as const, "kill" as const), server }),
  },
);

it("never allows more than the limit and what refills, for any order of servers, keys, stops and kills", async () => {
  const policies = fc.record({
    limit: fc.oneof(fc.integer({ min: 1, max: 39 }), fc.integer({ min: 40, max: 160 })),
    windowSeconds: fc.constantFrom(1, 10, 60, 600),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), policies, async (steps, policy) => {
      const { limit, windowSeconds } = policy;
      const own = { limit: Math.max(1, Math.floor(limit / 3)), windowSeconds };
      const allowed = await play(steps, policy, own);
      requireWithin(policy, allowed);
      for (const key of [1, 2])
        requireWithin(
          own,
          allowed.filter((each) => each.key === key),
        );
    }),
    { numRuns: 400 },
  );
});

interface Allowed {
  readonly now: number;
  /** 0 has no limit of its own. */
  readonly key: number;
}

async function play(
  steps: readonly Step[],
  policy: Bucket["policy"],
  own: Bucket["policy"],
): Promise<Allowed[]> {
  const { state, open, take } = setUp();
  const servers = ["a", "b", "c"].map(open);
  const allowed: Allowed[] = [];
  const ask = async (server: LeasedBuckets, key: number): Promise<void> => {
    const account = { id: "account", policy };
    const buckets = key === 0 ? [account] : [account, { id: `key ${key}`, policy: own }];
    const { now } = state;
    if (await take(server, buckets)) allowed.push({ now, key });
  };
  for (const [index, each] of steps.entries()) {
    const chosen = each.do === "wait" ? undefined : servers[each.server];
    if (each.do === "wait") state.now += each.milliseconds;
    else if (chosen && each.do === "ask")
      await Promise.all(Array.from({ length: each.times }, () => ask(chosen, each.key)));
    else {
      if (each.do === "stop") await chosen?.close();
      servers[each.server] = open(`${each.server} ${index}`);
    }
  }
  return allowed;
}

/** For simultaneous requests, a span starts with the first and ends with the last of them. */
function requireWithin(
  { limit, windowSeconds }: Bucket["policy"],
  allowed: readonly { readonly now: number }[],
): void {
  const counts = new Map<number, number>();
  for (const { now } of allowed) counts.set(now, (counts.get(now) ?? 0) + 1);
  const moments = [...counts];
  for (const [first, [from]] of moments.entries()) {
    let sum = 0;
    for (const [to, count] of moments.slice(first)) {
      sum += count;
      const refill = ((to - from) * limit) / (windowSeconds * 1000);
      expect(sum).toBeLessThanOrEqual(limit + refill + 1e-6);
    }
  }
}
