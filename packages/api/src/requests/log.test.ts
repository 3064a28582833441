import { describe, expect, it } from "vitest";
import type { LogEntry } from "../log-entry.ts";
import type { RequestRecord } from "../store/records.ts";
import type { Retention } from "../store/request-log.ts";
import { createRequestLog } from "./log.ts";

const DAY = 24 * 60 * 60 * 1000;

/** A log over a database that can be unavailable, or respond later. */
function createWatched({ days = 30 } = {}) {
  const written: string[] = [];
  const batches: number[] = [];
  const purges: Retention[] = [];
  const lines: LogEntry[] = [];
  const state = { now: 100 * DAY, failures: 0, isMoreDue: false, arrival: Promise.resolve() };
  const store = {
    async addRequests(requests: readonly RequestRecord[], retention: Retention) {
      await state.arrival;
      if (state.failures-- > 0) throw new Error("away");
      written.push(...requests.map(({ id }) => id));
      if (requests.length > 0) {
        batches.push(requests.length);
        return true;
      }
      purges.push(retention);
      return state.isMoreDue;
    },
  };
  const log = createRequestLog({
    ...{ store, days, rows: 1000, clock: () => state.now },
    log: (entry) => lines.push(entry),
  });
  const record = (from: number, to: number = from) => {
    for (let number = from; number <= to; number++) log.record(requestOf(`${number}`));
  };
  return { log, record, state, written, batches, purges, lines };
}

describe("createRequestLog", () => {
  it("writes what was recorded, in its order, once", async () => {
    const { log, record, written } = createWatched();
    record(1, 1234);
    await log.flush();
    await log.flush();
    expect(written).toEqual(Array.from({ length: 1234 }, (_, index) => `${index + 1}`));
  });

  it("keeps what it could not write, and writes it next time before what came since", async () => {
    const { log, record, state, written } = createWatched();
    record(1, 2);
    state.failures = Number.POSITIVE_INFINITY;
    await expect(log.flush()).rejects.toThrow("away");
    record(3);
    await expect(log.flush()).rejects.toThrow("away");
    state.failures = 0;
    await log.flush();
    expect(written).toEqual(["1", "2", "3"]);
  });

  it("keeps at most 10,000 requests, the newest, and says once how many it dropped", async () => {
    const { log, record, state, written, lines } = createWatched();
    state.failures = Number.POSITIVE_INFINITY;
    record(1, 12_345);
    for (let times = 0; times < 3; times++) await expect(log.flush()).rejects.toThrow("away");
    record(12_346, 12_400);
    expect(lines).toEqual([]);
    state.failures = 0;
    await log.flush();
    expect(written.length).toBeLessThanOrEqual(10_000);
    expect(written.length).toBeGreaterThan(9800);
    expect(written.at(-1)).toBe("12400");
    expect(written[0]).toBe(`${12_400 - written.length + 1}`);
    const error = expect.stringMatching(`^${12_400 - written.length} requests `);
    expect(lines).toEqual([{ level: "error", message: "requests dropped", error }]);
    record(12_401);
    await log.flush();
    expect(lines).toHaveLength(1);
  });

  it("writes for who asks during a flush what was recorded before, in one flush for all", async () => {
    const { log, record, state, written, batches } = createWatched();
    let arrive = () => {};
    state.arrival = new Promise((resolve) => {
      arrive = resolve;
    });
    record(1);
    const first = log.flush();
    record(2);
    const others = [log.flush(), log.flush(), log.flush()];
    arrive();
    await first;
    expect(written).toEqual(["1"]);
    await Promise.all(others);
    expect(written).toEqual(["1", "2"]);
    expect(batches).toEqual([1, 1]);
  });

  it("tries again for who asks during a flush that fails", async () => {
    const { log, record, state, written } = createWatched();
    state.failures = 1;
    record(1);
    const failing = log.flush();
    const waiting = log.flush();
    await expect(failing).rejects.toThrow("away");
    await waiting;
    expect(written).toEqual(["1"]);
  });

  it.each([
    [1 / 3, 100 * DAY - DAY / 3],
    [1 / 7, Math.floor(100 * DAY - DAY / 7)],
    [Number.POSITIVE_INFINITY, 0],
  ])("keeps %d days", async (days, expected) => {
    const { log, purges } = createWatched({ days });
    await log.flush();
    expect(purges).toEqual([{ before: expected, rows: 1000 }]);
    expect(log.keptSince(100 * DAY)).toBe(expected);
  });

  it("says what is not to be kept, at once as long as there is more, and else each minute", async () => {
    const { log, record, state, purges } = createWatched();
    const flushAt = async (offset: number) => {
      state.now = 100 * DAY + offset;
      await log.flush();
      return purges.length;
    };
    expect(await flushAt(0)).toBe(1);
    expect(purges).toEqual([{ before: 70 * DAY, rows: 1000 }]);
    expect(await flushAt(59_999)).toBe(1);
    state.isMoreDue = true;
    expect(await flushAt(60_000)).toBe(2);
    expect(await flushAt(61_000)).toBe(3);
    state.isMoreDue = false;
    expect(await flushAt(62_000)).toBe(4);
    expect(await flushAt(63_000)).toBe(4);
    // The purge includes accounts that make no requests, even while others do.
    record(1);
    expect(await flushAt(122_000)).toBe(5);
  });
});

function requestOf(id: string): RequestRecord {
  return {
    ...{ id, accountId: "a", createdAt: 0, method: "GET", operationId: "getMe", path: "/me" },
    ...{ actorType: "api_key", actorId: "k", apiKeyId: "k", status: 200, statusClass: "2xx" },
    ...{ code: null, reason: null, address: null, userAgent: null, durationMs: 1 },
  };
}
