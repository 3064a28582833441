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

const HOUR = 60 * 60 * 1000;

export function createUsageRecorder(store: Store, clock: () => Moment): UsageRecorder {
  let counted = new Map<string, UsageRecord>();
  let lastUsed = new Map<string, Moment>();
  const add = (row: UsageRecord): void => {
    const id = `${row.apiKeyId} ${row.hour} ${row.operationId} ${row.statusClass}`;
    const requests = row.requests + (counted.get(id)?.requests ?? 0);
    counted.set(id, { ...row, requests });
  };
  return {
    record({ principal, operationId, status }) {
      const now = clock();
      const { id: apiKeyId, accountId } = principal.apiKey;
      const hour = now - (now % HOUR);
      const statusClass = `${Math.floor(status / 100)}xx`;
      add({ accountId, apiKeyId, hour, operationId, statusClass, requests: 1 });
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
        for (const row of rows) add(row);
        for (const [id, moment] of moments)
          lastUsed.set(id, Math.max(moment, lastUsed.get(id) ?? 0));
        throw error;
      }
    },
  };
}
