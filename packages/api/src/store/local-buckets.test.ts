import fc from "fast-check";
import { expect, test } from "vitest";
import { createLocalBuckets } from "./local-buckets.ts";
import type { TokenTake } from "./rate-limits.ts";

const ACCOUNT = { id: "account", policy: { limit: 10, windowSeconds: 10 } };
const KEY = { id: "key", policy: { limit: 2, windowSeconds: 60 } };

function setUp() {
  const { takeTokens } = createLocalBuckets();
  // It is synchronous, because the buckets are in memory.
  return (buckets: Parameters<typeof takeTokens>[0], now: number) =>
    takeTokens(buckets, now) as TokenTake;
}

test("a request that one bucket refuses does not drain the other", () => {
  const take = setUp();
  for (let count = 0; count < 2; count++) expect(take([ACCOUNT, KEY], 0).isAllowed).toBe(true);
  for (let count = 0; count < 5; count++) expect(take([ACCOUNT, KEY], 0).isAllowed).toBe(false);
  for (let count = 0; count < 8; count++) expect(take([ACCOUNT], 0).isAllowed).toBe(true);
  expect(take([ACCOUNT], 0).isAllowed).toBe(false);
  expect(take([ACCOUNT, KEY], 30_000).levels.map(({ tokens }) => tokens)).toEqual([9, 0]);
});

test("an empty bucket refills after the clock was set back", () => {
  const take = setUp();
  const year = 365 * 24 * 60 * 60 * 1000;
  for (let count = 0; count < 10; count++) expect(take([ACCOUNT], year).isAllowed).toBe(true);
  expect(take([ACCOUNT], 0).isAllowed).toBe(false);
  expect(take([ACCOUNT], 1000).isAllowed).toBe(true);
  expect(take([ACCOUNT], 1000).isAllowed).toBe(false);
});

test("never allows more than the limit and what refills, in any span, for any order of keys", () => {
  const request = fc.record({ pause: fc.nat(3000), key: fc.constantFrom(undefined, "a", "b") });
  fc.assert(
    fc.property(fc.array(request, { maxLength: 200 }), (requests) => {
      const take = setUp();
      let now = 0;
      const allowed: { readonly now: number; readonly key: string | undefined }[] = [];
      for (const { pause, key } of requests) {
        now += pause;
        const own = key === undefined ? [] : [{ ...KEY, id: key }];
        if (take([ACCOUNT, ...own], now).isAllowed) allowed.push({ now, key });
      }
      requireWithin(ACCOUNT.policy, allowed);
      for (const own of ["a", "b"])
        requireWithin(
          KEY.policy,
          allowed.filter(({ key }) => key === own),
        );
    }),
  );
});

function requireWithin(
  { limit, windowSeconds }: typeof ACCOUNT.policy,
  allowed: readonly { readonly now: number }[],
): void {
  for (const [first, from] of allowed.entries()) {
    for (const [index, to] of allowed.slice(first).entries()) {
      const refill = ((to.now - from.now) * limit) / (windowSeconds * 1000);
      expect(index + 1).toBeLessThanOrEqual(limit + refill + 1e-6);
    }
  }
}
