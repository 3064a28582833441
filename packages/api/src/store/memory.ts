import { isLive } from "../api-keys/status.ts";
import { Claims } from "./claims.ts";
import { firstEntryOf } from "./credits.ts";
import { createLocalBuckets } from "./local-buckets.ts";
import { memoryCreditReader, memoryCreditWriter } from "./memory-credits.ts";
import { discardArchive, memoryJobs } from "./memory-jobs.ts";
import { memoryMails, memoryMailWriter } from "./memory-mails.ts";
import { memoryPeopleWriter } from "./memory-people.ts";
import { descendantsOf, expiryNoticeId, memoryReader } from "./memory-reader.ts";
import { addRequests, memoryRequestLog } from "./memory-requests.ts";
import { type MemorySnapshot, Tables } from "./memory-tables.ts";
import {
  dropEventsOf,
  memoryWebhookReader,
  memoryWebhooks,
  memoryWebhookWriter,
} from "./memory-webhooks.ts";
import { Mutex } from "./mutex.ts";
import type { Moment, UsageRecord } from "./records.ts";
import { NEW_ORGANIZATION, UNFINISHED, UNTOUCHED_JOB } from "./records.ts";
import { PURGED_AT_ONCE, type Store, type StoreReader, type StoreWriter } from "./store.ts";

export type { MemorySnapshot } from "./memory-tables.ts";

/** A store in memory, and a way to keep what it holds. */
export interface MemoryStore extends Store {
  /** Everything that was written, except by transactions that have not ended. */
  snapshot(): Promise<MemorySnapshot>;
}

/**
 * A store in memory, for sandboxes and tests. It follows the same rules as the databases, and ends with the process.
 *
 * @param snapshot the initial contents; from another version, only the tables that this version knows are read
 * @param adopt wraps the writer that transactions use, to observe or change what is written
 * @example
 * const api = createApi({ store: createMemoryStore(), secret, environment: "test" });
 */
export function createMemoryStore(
  snapshot?: Partial<MemorySnapshot>,
  adopt: (writer: StoreWriter) => StoreWriter = (writer) => writer,
): MemoryStore {
  const tables = new Tables(snapshot);
  const mutex = new Mutex();
  const claims = new Claims();
  const reader = {
    ...memoryReader(tables),
    ...memoryRequestLog(tables),
    ...memoryCreditReader(tables),
    ...memoryWebhookReader(tables),
  };
  const writer = adopt(memoryWriter(tables, reader));
  const transact = <T>(work: () => Promise<T>): Promise<T> =>
    mutex.run(() => tables.transaction(work));
  return {
    ...reader,
    ...memoryJobs(tables, transact),
    ...memoryWebhooks(tables, transact),
    ...memoryMails(tables, transact),
    write: (scope, work) => claims.hold(scope, () => transact(() => work(writer))),
    addUsage: (usage, lastUsed) => transact(async () => addUsage(tables, usage, lastUsed)),
    addRequests: (requests, retention) =>
      transact(async () => addRequests(tables, requests, retention)),
    ...createLocalBuckets(),
    snapshot: () => mutex.run(async () => tables.snapshot()),
    ping: async () => {},
    close: async () => {},
  };
}

function memoryWriter(tables: Tables, reader: StoreReader): StoreWriter {
  const { apiKeys, datasets, organizations } = tables;
  const people = memoryPeopleWriter(tables);
  const credits = memoryCreditWriter(tables);
  return {
    ...reader,
    ...people,
    ...memoryWebhookWriter(tables),
    ...memoryMailWriter(tables),
    ...credits,
    async insertOrganization({ grant, ...organization }, accountIds) {
      organizations.set(organization.id, { ...organization, ...NEW_ORGANIZATION });
      if (grant) await credits.addCreditEntry(firstEntryOf(organization, grant));
      for (const accountId of accountIds) {
        const { id: organizationId, createdAt: joinedAt } = organization;
        await people.insertMembership({ accountId, organizationId, role: "owner", joinedAt });
      }
    },
    insertModel: async (model) => tables.models.set(model.id, model),
    async insertApiKey(apiKey) {
      apiKeys.set(apiKey.id, apiKey);
      tables.apiKeyIdsByHash.set(apiKey.hash, apiKey.id);
    },
    async updateApiKey(id, changes) {
      const apiKey = apiKeys.rows.get(id);
      if (apiKey) apiKeys.set(id, { ...apiKey, ...changes });
    },
    async listUnrevokedApiKeys(accountId) {
      return [...apiKeys.rows.values()].filter(
        (each) => each.accountId === accountId && each.revokedAt === null,
      );
    },
    listDescendants: async (apiKey) => descendantsOf(tables, apiKey),
    async countLiveApiKeys(accountId, now) {
      let count = 0;
      for (const apiKey of apiKeys.rows.values()) {
        if (apiKey.accountId === accountId && isLive(apiKey, now)) count += 1;
      }
      return count;
    },
    async takeExpiryNotice({ apiKeyId, expiresAt, daysBefore }) {
      const id = expiryNoticeId(apiKeyId, expiresAt);
      const isNew = (tables.expiryNotices.rows.get(id) ?? Number.POSITIVE_INFINITY) > daysBefore;
      if (isNew) tables.expiryNotices.set(id, daysBefore);
      return isNew;
    },
    insertApiKeyEvent: async (event) => tables.apiKeyEvents.set(event.id, event),
    insertDataset: async (dataset) => datasets.set(dataset.id, dataset),
    async deleteDataset(id) {
      const dataset = datasets.rows.get(id);
      if (dataset) discardArchive(tables, dataset, dataset.leaseExpiresAt ?? 0);
      datasets.delete(id);
      dropEventsOf(tables, id);
      return dataset;
    },
    async reopenDataset(id) {
      const dataset = datasets.rows.get(id);
      if (!dataset || dataset.failureReason === null) return false;
      datasets.set(id, { ...dataset, ...UNTOUCHED_JOB, ...UNFINISHED, refunded: false });
      return true;
    },
    findAnswer: async (accountId, key) => tables.answers.rows.get(`${accountId} ${key}`),
    async saveAnswer(answer) {
      const id = `${answer.accountId} ${answer.key}`;
      // A map keeps the position of an entry that is replaced, and the oldest come first.
      tables.answers.delete(id);
      tables.answers.set(id, answer);
    },
    async deleteAnswers(accountId) {
      for (const [id, each] of tables.answers.rows) {
        if (each.accountId === accountId) tables.answers.delete(id);
      }
    },
    async purgeAnswers(before) {
      let rest = PURGED_AT_ONCE;
      for (const [id, { createdAt }] of tables.answers.rows) {
        if (createdAt >= before || rest-- === 0) return;
        tables.answers.delete(id);
      }
    },
  };
}

function addUsage(
  { apiKeys, usage }: Tables,
  added: readonly UsageRecord[],
  lastUsed: ReadonlyMap<string, Moment>,
): void {
  for (const row of added) {
    const id = `${row.apiKeyId} ${row.hour} ${row.operationId} ${row.statusClass}`;
    const before = usage.rows.get(id)?.requests ?? 0;
    usage.set(id, { ...row, requests: before + row.requests });
  }
  for (const [id, moment] of lastUsed) {
    const apiKey = apiKeys.rows.get(id);
    if (!apiKey) continue;
    apiKeys.set(id, { ...apiKey, lastUsedAt: Math.max(apiKey.lastUsedAt ?? 0, moment) });
  }
}
