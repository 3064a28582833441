import type { OperationId } from "@sinkove/contract";
import type { Principal } from "../authentication.ts";
import type { Moment, UsageRecord } from "../store/records.ts";
import type { Store } from "../store/store.ts";

/** A request that was answered. */
export interface AnsweredRequest {
  readonly principal: Principal;
  readonly operationId: OperationId;
  readonly status: number;
}

/** Counts requests in memory: the only thing that a crash may lose, and no more than a second of it. */
export interface UsageRecorder {
  record(request: AnsweredRequest): void;
  /** Writes what was counted since. What cannot be written is kept for the next time. */
  flush(): Promise<void>;
}

/** Counts up in place: a new row for each request would be as much garbage. */
type Counter = UsageRecord & { requests: number };

const HOUR = 60 * 60 * 1000;

export function createUsageRecorder(store: Store, clock: () => Moment): UsageRecorder {
  let counted = new Map<string, Counter>();
  let lastUsed = new Map<string, Moment>();
  const counterOf = (row: Omit<UsageRecord, "requests">): Counter => {
    const id = `${row.apiKeyId} ${row.hour} ${row.operationId} ${row.statusClass}`;
    const counter = counted.get(id) ?? { ...row, requests: 0 };
    if (counter.requests === 0) counted.set(id, counter);
    return counter;
  };
  return {
    record({ principal, operationId, status }) {
      const now = clock();
      const { id: apiKeyId, accountId } = principal.apiKey;
      const hour = now - (now % HOUR);
      const statusClass = `${Math.floor(status / 100)}xx`;
      counterOf({ accountId, apiKeyId, hour, operationId, statusClass }).requests += 1;
      lastUsed.set(apiKeyId, now);
    },
    async flush() {
      if (counted.size === 0) return;
      const [rows, moments] = [[...counted.values()], lastUsed];
      counted = new Map();
      lastUsed = new Map();
      try {
        await store.addUsage(rows, moments);
      } catch (error) {
        for (const row of rows) counterOf(row).requests += row.requests;
        for (const [id, moment] of moments)
          lastUsed.set(id, Math.max(moment, lastUsed.get(id) ?? 0));
        throw error;
      }
    },
  };
}
