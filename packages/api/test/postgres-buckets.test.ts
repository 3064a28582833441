import { createDatabase, type TemporaryDatabase } from "@sinkove/temporary-postgres";
import fc from "fast-check";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApi, type Store } from "../src/index.ts";
import { LEASE_LIFE } from "../src/store/leased-buckets.ts";
import { openPostgresStore } from "../src/store/sql/postgres.ts";
import { drawTokens } from "../src/store/sql/postgres-buckets.ts";
import type { Schema } from "../src/store/sql/schema.ts";
import { createWorld, requestOf, START } from "./client.ts";
import { SharedBuckets } from "./shared-bucket.ts";

const POLICY = { limit: 100, windowSeconds: 60 };

describe("rate limits on PostgreSQL", () => {
  let home: TemporaryDatabase;
  const stores: Store[] = [];
  const open = async (usesRequestClock = true): Promise<Store> => {
    const store = await openPostgresStore({ url: home.url, maxConnections: 4, usesRequestClock });
    stores.push(store);
    return store;
  };

  beforeAll(async () => {
    home = await createDatabase();
  }, 60_000);

  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await home.remove();
  }, 60_000);

  /** Takes a number of tokens at once, alternating between stores. Returns how many requests are allowed. */
  async function takeMany(from: readonly Store[], count: number, now = START, id = "account") {
    const takes = Array.from({ length: count }, (_, index) =>
      from[index % from.length]?.takeTokens([{ id, policy: POLICY }], now),
    );
    return (await Promise.all(takes)).filter((take) => take?.isAllowed).length;
  }

  it("lets 100 of 400 requests at once through to two servers", async () => {
    const [first, second] = [await open(), await open()];
    const { key } = await createWorld({ store: first, rateLimit: POLICY });
    const secret = "a secret for tests, and for nothing else";
    const servers = [first, second].map((store) =>
      createApi({ store, secret, environment: "test", clock: () => START }),
    );
    const replies = Array.from({ length: 400 }, (_, index) =>
      servers[index % 2]?.fetch(requestOf("getMe", { key })),
    );
    const statuses = (await Promise.all(replies)).map((response) => response?.status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(100);
    expect(statuses.filter((status) => status === 429)).toHaveLength(300);
  });

  it("uses the clock of the database", async () => {
    const from = [await open(false), await open(false)];
    const start = performance.now();
    // The time of the request itself does not matter.
    let allowed = await takeMany(from, 200, START, "database clock");
    allowed += await takeMany(from, 200, START + 3_600_000, "database clock");
    const refill = ((performance.now() - start) * POLICY.limit) / 60_000;
    expect(allowed).toBeGreaterThanOrEqual(100);
    expect(allowed).toBeLessThanOrEqual(100 + refill);
  });

  it("misses what a server that was killed had drawn for at most a minute", async () => {
    const [killed, other] = [await open(), await open()];
    await takeMany([killed], 1, START, "killed");
    const allowed = await takeMany([other], 200, START, "killed");
    expect(allowed).toBeGreaterThanOrEqual(91);
    expect(allowed).toBeLessThan(99);
    expect(await takeMany([other], 200, START + 60_000, "killed")).toBe(100);
  });

  it("gets back what a server has left when it stops", async () => {
    const stopped = await openPostgresStore({ url: home.url, usesRequestClock: true });
    await takeMany([stopped], 1, START, "stopped");
    await takeMany([stopped], 1, START, "stopped too");
    await stopped.close();
    const other = await open();
    expect(await takeMany([other], 200, START, "stopped")).toBe(99);
    expect(await takeMany([other], 200, START, "stopped too")).toBe(99);
  });

  it("has the same rule in SQL as the model in other tests", async () => {
    const pool = new pg.Pool({ connectionString: home.url, max: 1 });
    const database = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
    const draw = fc.record({
      pause: fc.constantFrom(0, 1, 700, 10_000, LEASE_LIFE),
      holder: fc.constantFrom("a", "b", "c"),
      held: fc.constantFrom(0, 0, 3),
      wanted: fc.constantFrom(1, 5, 200),
    });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(draw, { maxLength: 12 }), async (draws) => {
        const model = new SharedBuckets();
        const id = `model ${run++}`;
        let now = START;
        for (const { pause, holder, ...rest } of draws) {
          now += pause;
          const asked = { id, policy: POLICY, now, ...rest };
          const drawn = await drawTokens(database, { ...asked, holder, moment: now });
          const expected = model.draw(holder, asked);
          expect(drawn.granted).toBe(expected.granted);
          expect(drawn.left).toBeCloseTo(expected.left, 6);
        }
      }),
      { numRuns: 60 },
    );
    await database.destroy();
  });
});
