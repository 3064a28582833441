import { isWithin } from "../api-keys/grants.ts";
import { stateOf } from "../datasets/state.ts";
import { dueNotice } from "../expiry/due-notice.ts";
import type { CreditReader } from "./credits.ts";
import { newestFirst } from "./memory-order.ts";
import { credentialsOf, memoryPeopleReader } from "./memory-people.ts";
import type { Tables } from "./memory-tables.ts";
import type {
  ApiKeyRecord,
  DatasetRecord,
  ModelRecord,
  Moment,
  OrganizationRecord,
  UsageSum,
} from "./records.ts";
import type { RequestLogReader } from "./request-log.ts";
import type {
  ApiKeyFilter,
  Credentials,
  DatasetFilter,
  PageRequest,
  Position,
  StoreReader,
} from "./store.ts";
import type { WebhookReader } from "./webhooks.ts";

/** The parts of the reader that have files of their own. */
type OtherReaders = RequestLogReader & CreditReader & WebhookReader;

/** Reads everything else out of maps. */
export function memoryReader(tables: Tables): Omit<StoreReader, keyof OtherReaders> {
  const { accounts, apiKeys, apiKeyEvents, apiKeyIdsByHash, datasets, models, usage } = tables;
  const credentialsOfKey = (apiKeyId: string): Credentials | undefined => {
    const apiKey = apiKeys.rows.get(apiKeyId);
    const account = apiKey && accounts.rows.get(apiKey.accountId);
    return account && { ...credentialsOf(tables, account), apiKey };
  };
  return {
    ...memoryPeopleReader(tables),
    findCredentials: async (hash) => credentialsOfKey(apiKeyIdsByHash.rows.get(hash) ?? ""),
    findCredentialsById: async (apiKeyId) => credentialsOfKey(apiKeyId),
    async findApiKey(accountId, id) {
      const apiKey = apiKeys.rows.get(id);
      return apiKey?.accountId === accountId ? apiKey : undefined;
    },
    async listApiKeys(filter, request) {
      return page(apiKeys.rows.values(), (key) => isOneOf(key, filter), request);
    },
    async listExpiringApiKeys(now, limit) {
      const due = [...apiKeys.rows.values()].flatMap((apiKey) => {
        const { id, expiresAt } = apiKey;
        const days = dueNotice(apiKey, now);
        if (expiresAt === null || days === undefined) return [];
        const taken = tables.expiryNotices.rows.get(expiryNoticeId(id, expiresAt));
        return taken === undefined || taken > days ? [{ apiKey, expiresAt }] : [];
      });
      due.sort((a, b) => a.expiresAt - b.expiresAt);
      return due.slice(0, limit).map(({ apiKey }) => apiKey);
    },
    async listApiKeyEvents(apiKeyId, request) {
      return page(apiKeyEvents.rows.values(), (event) => event.apiKeyId === apiKeyId, request);
    },
    async listOrganizations(ids, now) {
      const found = ids.flatMap((id) => tables.organizations.rows.get(id) ?? []);
      return found.map((each) => withRefunds(tables, each, now)).sort(newestFirst);
    },
    async findModel(id) {
      return models.rows.get(id);
    },
    async listModels(organizationIds, request) {
      const isVisible = ({ organizationId }: ModelRecord) =>
        organizationId === null || organizationIds.includes(organizationId);
      return page(models.rows.values(), isVisible, request);
    },
    async findDataset(id) {
      return datasets.rows.get(id);
    },
    async listDatasets(filter, request) {
      return page(datasets.rows.values(), (dataset) => matches(dataset, filter), request);
    },
    async listUsage({ apiKeyId, from, to, interval, ...filter }) {
      const sums = new Map<string, UsageSum>();
      for (const { hour, operationId, statusClass, requests, ...row } of usage.rows.values()) {
        const apiKey = apiKeys.rows.get(row.apiKeyId);
        const isWanted = apiKeyId === undefined || row.apiKeyId === apiKeyId;
        if (!apiKey || !isWanted || !isOneOf(apiKey, filter) || hour < from || hour >= to) continue;
        const place = Math.floor((hour - from) / interval);
        const name = [place, operationId, statusClass].join();
        const sum = (sums.get(name)?.requests ?? 0) + requests;
        sums.set(name, { place, operationId, statusClass, requests: sum });
      }
      return [...sums.values()];
    },
    async lastUsedAt(filter) {
      const keys = [...apiKeys.rows.values()].filter((key) => isOneOf(key, filter));
      const moments = keys.flatMap(({ lastUsedAt }) => lastUsedAt ?? []);
      return moments.length > 0 ? Math.max(...moments) : null;
    },
  };
}

/** The key under which the notices of one expiry of an API key are stored. */
export function expiryNoticeId(apiKeyId: string, expiresAt: Moment): string {
  return `${apiKeyId} ${expiresAt}`;
}

/** Whether a key is one of those that a filter is for. */
export function isOneOf(
  { accountId, organizationIds }: ApiKeyRecord,
  filter: ApiKeyFilter,
): boolean {
  return accountId === filter.accountId && isWithin(filter.within, organizationIds);
}

/** The descendants of a key, newest first. */
export function descendantsOf({ apiKeys }: Tables, { id }: ApiKeyRecord): ApiKeyRecord[] {
  const found = new Map<string, ApiKeyRecord>();
  const isChild = ({ createdByApiKeyId, rotatedFromId }: ApiKeyRecord, parentId: string) =>
    createdByApiKeyId === parentId || rotatedFromId === parentId;
  // The iteration of a map also visits entries that are added meanwhile.
  const add = (parentId: string) => {
    for (const each of apiKeys.rows.values()) if (isChild(each, parentId)) found.set(each.id, each);
  };
  add(id);
  for (const each of found.keys()) add(each);
  return [...found.values()].sort(newestFirst);
}

function withRefunds(tables: Tables, organization: OrganizationRecord, now: Moment) {
  const failed = [...tables.unrefunded()].filter((dataset) =>
    isRefundDue(dataset, organization.id, now),
  );
  const due = failed.reduce((sum, { numSamples }) => sum + numSamples, 0);
  return { ...organization, credits: organization.credits + due };
}

/** Whether a dataset has failed and its credits are not given back yet. */
export function isRefundDue(dataset: DatasetRecord, organizationId: string, now: Moment): boolean {
  if (dataset.organizationId !== organizationId || dataset.refunded) return false;
  return stateOf(dataset, now) === "FAILED";
}

function matches(dataset: DatasetRecord, filter: DatasetFilter): boolean {
  const { organizationIds, modelId, createdAfter, createdBefore, state } = filter;
  if (!organizationIds.includes(dataset.organizationId)) return false;
  if (modelId !== undefined && dataset.modelId !== modelId) return false;
  if (createdAfter !== undefined && dataset.createdAt < createdAfter) return false;
  if (createdBefore !== undefined && dataset.createdAt >= createdBefore) return false;
  return !state || stateOf(dataset, state.now) === state.is;
}

/** A page of the matching rows, newest first. */
export function page<R extends Position>(
  rows: Iterable<R>,
  isWanted: (row: R) => boolean,
  { limit, after }: PageRequest,
): R[] {
  const wanted = [...rows].filter(
    (row) => isWanted(row) && (!after || newestFirst(after, row) < 0),
  );
  return wanted.sort(newestFirst).slice(0, limit);
}
