import { stateOf } from "../datasets/state.ts";
import type { Tables } from "./memory-tables.ts";
import type { DatasetRecord, ModelRecord, Moment, OrganizationRecord } from "./records.ts";
import type { DatasetFilter, PageRequest, Position, StoreReader } from "./store.ts";

/** Reads out of maps. */
export function memoryReader(tables: Tables): StoreReader {
  const { accounts, apiKeys, apiKeyEvents, apiKeyIdsByHash, datasets, models, usage } = tables;
  return {
    async findCredentials(hash) {
      const apiKey = apiKeys.rows.get(apiKeyIdsByHash.rows.get(hash) ?? "");
      const account = apiKey && accounts.rows.get(apiKey.accountId);
      if (!apiKey || !account) return undefined;
      return { apiKey, account, organizationIds: organizationIdsOf(tables, account.id) };
    },
    async findApiKey(accountId, id) {
      const apiKey = apiKeys.rows.get(id);
      return apiKey?.accountId === accountId ? apiKey : undefined;
    },
    async listApiKeys(accountId, request) {
      return page(apiKeys.rows.values(), (key) => key.accountId === accountId, request);
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
    async listUsage({ accountId, apiKeyId, from, to }) {
      return [...usage.rows.values()].filter(
        (row) =>
          row.accountId === accountId &&
          (apiKeyId === undefined || row.apiKeyId === apiKeyId) &&
          row.hour >= from &&
          row.hour < to,
      );
    },
    async lastUsedAt(accountId) {
      const keys = [...apiKeys.rows.values()].filter((key) => key.accountId === accountId);
      const moments = keys.flatMap(({ lastUsedAt }) => lastUsedAt ?? []);
      return moments.length > 0 ? Math.max(...moments) : null;
    },
  };
}

function organizationIdsOf({ memberships }: Tables, accountId: string): string[] {
  const ids: string[] = [];
  for (const membership of memberships.rows.values()) {
    if (membership.accountId === accountId) ids.push(membership.organizationId);
  }
  return ids;
}

function withRefunds({ datasets }: Tables, organization: OrganizationRecord, now: Moment) {
  const failed = [...datasets.rows.values()].filter((dataset) =>
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

function page<R extends Position>(
  rows: Iterable<R>,
  isWanted: (row: R) => boolean,
  { limit, after }: PageRequest,
): R[] {
  const wanted = [...rows].filter(
    (row) => isWanted(row) && (!after || newestFirst(after, row) < 0),
  );
  return wanted.sort(newestFirst).slice(0, limit);
}

function newestFirst(a: Position, b: Position): number {
  if (a.createdAt !== b.createdAt) return b.createdAt - a.createdAt;
  if (a.id === b.id) return 0;
  return a.id < b.id ? 1 : -1;
}
