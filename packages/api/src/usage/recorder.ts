import type { OperationId } from "@sinkove/contract";
import type { ApiKeyRecord, Moment, UsageRecord } from "../store/records.ts";
import type { Store } from "../store/store.ts";

/** A request that was answered. */
export interface AnsweredRequest {
  readonly apiKey: Pick<ApiKeyRecord, "id" | "accountId">;
  /** Whether the key was accepted; a key that is refused is not used. */
  readonly isAccepted: boolean;
  readonly operationId: OperationId;
  readonly status: number;
  /** When it arrived. */
  readonly now: Moment;
}

/** Counts requests in memory. A crash may lose these counts, at most those of one second. */
export interface UsageRecorder {
  record(request: AnsweredRequest): void;
  /** Writes the counts. What cannot be written is kept for the next time. */
  flush(): Promise<void>;
}

/** The counts of one key, updated in place: a new row for each request would create garbage. */
interface KeyUsage {
  /** Undefined if the key was refused each time. */
  lastUsedAt: Moment | undefined;
  readonly rows: (UsageRecord & { requests: number })[];
}

const HOUR = 60 * 60 * 1000;

export function createUsageRecorder(store: Store): UsageRecorder {
  let counted = new Map<string, KeyUsage>();
  const add = (row: UsageRecord, moment: Moment | undefined): void => {
    const usage = counted.get(row.apiKeyId) ?? { lastUsedAt: undefined, rows: [] };
    if (usage.rows.length === 0) counted.set(row.apiKeyId, usage);
    if (moment !== undefined) usage.lastUsedAt = Math.max(usage.lastUsedAt ?? 0, moment);
    const known = usage.rows.find((each) => countsTheSame(each, row));
    if (known) known.requests += row.requests;
    else usage.rows.push({ ...row });
  };
  return {
    record({ apiKey, isAccepted, operationId, status, now }) {
      const { id: apiKeyId, accountId } = apiKey;
      const hour = now - (now % HOUR);
      const statusClass = `${Math.floor(status / 100)}xx`;
      add(
        { accountId, apiKeyId, hour, operationId, statusClass, requests: 1 },
        isAccepted ? now : undefined,
      );
    },
    async flush() {
      if (counted.size === 0) return;
      const before = counted;
      counted = new Map();
      const rows = [...before.values()].flatMap((usage) => usage.rows);
      const moments = new Map(
        [...before].flatMap(([id, { lastUsedAt }]) =>
          lastUsedAt === undefined ? [] : [[id, lastUsedAt] as const],
        ),
      );
      try {
        await store.addUsage(rows, moments);
      } catch (error) {
        for (const usage of before.values())
          for (const row of usage.rows) add(row, usage.lastUsedAt);
        throw error;
      }
    },
  };
}

/** Whether two records of one key belong to the same counter. */
function countsTheSame(one: UsageRecord, other: UsageRecord): boolean {
  const { hour, operationId, statusClass } = one;
  const isSameTime = hour === other.hour;
  return isSameTime && operationId === other.operationId && statusClass === other.statusClass;
}
