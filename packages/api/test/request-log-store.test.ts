import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RequestRecord, Store } from "../src/index.ts";
import { PURGED_REQUESTS } from "../src/store/request-log.ts";
import { idAt, START } from "./client.ts";
import { type Home, homes } from "./stores.ts";

const DAY = 24 * 60 * 60 * 1000;
const KEEP_ALL = { before: 0, rows: 1_000_000 };

describe.each(Object.entries(homes))("the request log of the %s store", (kind, makeHome) => {
  let home: Home;
  let store: Store;

  beforeAll(async () => {
    home = await makeHome();
    store = await home.open();
  }, 60_000);

  afterAll(async () => {
    await store.close();
    await home.remove();
  }, 60_000);

  beforeEach(async () => {
    while (await store.addRequests([], { before: START + DAY, rows: 0 }));
  });

  /** Creates an account with a number of requests, one in each millisecond. */
  async function fill(count: number) {
    const accountId = crypto.randomUUID();
    const made = Array.from({ length: count }, (_, index) => requestOf(accountId, START + index));
    await store.addRequests(made, KEEP_ALL);
    return { accountId, made };
  }

  async function list(accountId: string, limit = 10_000): Promise<RequestRecord[]> {
    return store.listRequests({ accountId, within: null, from: 0 }, { limit });
  }

  it("gives back each request as it was written, however many at once", async () => {
    for (const count of [0, 1, 5, 341, 700]) {
      const { accountId, made } = await fill(count);
      expect(await list(accountId)).toEqual(made.toReversed());
    }
  });

  it("finds what the filters ask for, page by page, in any combination", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record(PARTS), { maxLength: 40 }),
        FILTER,
        async (parts, asked) => {
          const accountId = crypto.randomUUID();
          const made = parts.map((part) => madeOf(accountId, part));
          await store.addRequests(made, KEEP_ALL);
          const { apiKeyId, actorType, operationId, statusClass, code, from, to, limit } = asked;
          const wanted = { apiKeyId, actorType, operationId, statusClass, code };
          const filter = { accountId, within: null, ...wanted, from, to };
          const expected = made
            .filter(({ createdAt }) => createdAt >= from && (to === undefined || createdAt < to))
            .filter((each) =>
              Object.entries(wanted).every(
                ([name, value]) =>
                  value === undefined || each[name as keyof typeof wanted] === value,
              ),
            )
            .toSorted((a, b) => (a.id < b.id ? 1 : -1));
          const found: RequestRecord[] = [];
          for (let page = [undefined as RequestRecord | undefined]; page.length > 0; ) {
            const next = await store.listRequests(filter, { limit, after: page.at(-1) });
            found.push(...next);
            page = next;
          }
          expect(found).toEqual(expected);
        },
      ),
      { numRuns: 30 },
    );
  }, 60_000);

  it("keeps a request once that is written twice, as after a commit that seemed to fail", async () => {
    const { accountId, made } = await fill(3);
    await store.addRequests([...made, requestOf(accountId, START + 3)], KEEP_ALL);
    expect(await list(accountId)).toHaveLength(4);
    // The duplicate does not count, so three requests stay.
    await store.addRequests([], { before: 0, rows: 3 });
    await store.addRequests([requestOf(accountId, START + 4)], { before: 0, rows: 3 });
    const moments = (await list(accountId)).map(({ createdAt }) => createdAt - START);
    expect(moments).toEqual([4, 3, 2]);
  });

  it("deletes the oldest requests past the number of an account, and no other account's", async () => {
    const { accountId, made } = await fill(20);
    const other = await fill(10);
    const added = requestOf(accountId, START + 20);
    expect(await store.addRequests([added], { before: 0, rows: 10 })).toBe(false);
    expect(await list(accountId)).toEqual([added, ...made.slice(11).toReversed()]);
    expect(await list(other.accountId)).toHaveLength(10);
  });

  it("deletes requests that are too old, of all accounts", async () => {
    const one = await fill(5);
    const other = await fill(8);
    expect(await store.addRequests([], { before: START + 3, rows: 100 })).toBe(false);
    expect((await list(one.accountId)).map(({ createdAt }) => createdAt - START)).toEqual([4, 3]);
    expect(await list(other.accountId)).toHaveLength(5);
    await store.addRequests([], { before: START + 1000, rows: 100 });
    expect(await list(one.accountId)).toEqual([]);
    // Deleted requests no longer count.
    await store.addRequests(one.made, { before: 0, rows: 5 });
    expect(await list(one.accountId)).toHaveLength(5);
  });

  it("writes from several places at once, and counts each request once", async () => {
    const accountId = crypto.randomUUID();
    const batches = Array.from({ length: 8 }, (_, batch) =>
      Array.from({ length: 20 }, (_, index) => requestOf(accountId, START + 20 * batch + index)),
    );
    const retention = { before: 0, rows: 50 };
    await Promise.all(batches.map((batch) => store.addRequests(batch, retention)));
    await store.addRequests([requestOf(accountId, START + 1000)], retention);
    expect(await list(accountId)).toHaveLength(50);
  });

  if (kind === "memory") {
    it("keeps 10,000 requests, of all accounts together", async () => {
      const { accountId } = await fill(1);
      const other = await fill(10_000);
      expect(await list(accountId)).toEqual([]);
      expect(await list(other.accountId)).toHaveLength(10_000);
    });
    return;
  }

  it("deletes a few at a time, says that there are more, and deletes more than it adds", async () => {
    const count = 3 * PURGED_REQUESTS;
    const { accountId } = await fill(count);
    const retention = { before: 0, rows: 1 };
    let moment = START + count;
    let isMoreDue = true;
    for (let times = 0; isMoreDue; times++) {
      expect(times).toBeLessThan(5);
      const before = (await list(accountId)).length;
      isMoreDue = await store.addRequests([requestOf(accountId, moment++)], retention);
      const after = (await list(accountId)).length;
      expect(before + 1 - after).toBeLessThanOrEqual(PURGED_REQUESTS + 1);
    }
    expect((await list(accountId)).map(({ createdAt }) => createdAt)).toEqual([moment - 1]);
  });

  it("deletes old requests a few at a time", async () => {
    const count = 3 * PURGED_REQUESTS;
    const old = await fill(count);
    const aged = { before: START + count, rows: count };
    expect(await store.addRequests([], aged)).toBe(true);
    expect(await list(old.accountId)).toHaveLength(count - PURGED_REQUESTS);
  });
});

const KEYS = [crypto.randomUUID(), crypto.randomUUID()];
const OPERATIONS = ["listModels", "getModel"];
const CODES = [null, "MODEL_NOT_FOUND", "PERMISSION_DENIED"] as const;

/** The fields in which requests differ. */
const PARTS = {
  apiKeyId: fc.constantFrom(null, ...KEYS),
  operationId: fc.constantFrom(...OPERATIONS),
  code: fc.constantFrom(...CODES),
  offset: fc.nat(5),
};

const FILTER = fc.record({
  apiKeyId: fc.constantFrom(undefined, ...KEYS, crypto.randomUUID()),
  actorType: fc.constantFrom(undefined, "person" as const, "api_key" as const),
  operationId: fc.constantFrom(undefined, ...OPERATIONS),
  statusClass: fc.constantFrom(undefined, "2xx", "4xx", "5xx"),
  code: fc.constantFrom(undefined, "MODEL_NOT_FOUND" as const, "PERMISSION_DENIED" as const),
  from: fc.nat(5).map((offset) => START + offset),
  to: fc.option(
    fc.nat(6).map((offset) => START + offset),
    { nil: undefined },
  ),
  limit: fc.integer({ min: 1, max: 7 }),
});

function madeOf(
  accountId: string,
  part: {
    apiKeyId: string | null;
    operationId: string;
    code: RequestRecord["code"];
    offset: number;
  },
): RequestRecord {
  const { apiKeyId, operationId, code, offset } = part;
  const actorType = apiKeyId === null ? "person" : "api_key";
  const status = code === null ? 200 : 404;
  return {
    ...requestOf(accountId, START + offset),
    ...{ apiKeyId, actorType, actorId: apiKeyId ?? accountId, operationId, code, status },
    statusClass: status === 200 ? "2xx" : "4xx",
  };
}

function requestOf(accountId: string, createdAt: number): RequestRecord {
  const apiKeyId = crypto.randomUUID();
  return {
    ...{ id: idAt(createdAt), accountId, createdAt, method: "GET", path: "/models" },
    ...{ actorType: "api_key", actorId: apiKeyId, apiKeyId, operationId: "listModels" },
    ...{ status: 404, statusClass: "4xx", code: "MODEL_NOT_FOUND", reason: null },
    ...{ address: "2001:db8::7", userAgent: "ü \u{1f600}", durationMs: 0.125 },
  };
}
