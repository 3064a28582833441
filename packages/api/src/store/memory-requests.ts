import { isOneOf, page } from "./memory-reader.ts";
import type { Tables } from "./memory-tables.ts";
import type { RequestRecord } from "./records.ts";
import {
  MOST_CLIENTS,
  type RequestClient,
  type RequestFilter,
  type RequestLogReader,
  type Retention,
  SEARCHED_REQUESTS,
} from "./request-log.ts";
import type { ApiKeyFilter } from "./store.ts";

/** The most requests that are kept in memory, of all accounts together. */
const MOST = 10_000;

/** Reads the request log out of maps. */
export function memoryRequestLog({ apiKeys, requests }: Tables): RequestLogReader {
  const isReached = ({ accountId, apiKeyId }: RequestRecord, filter: ApiKeyFilter): boolean => {
    if (accountId !== filter.accountId) return false;
    const apiKey = apiKeyId === null ? undefined : apiKeys.rows.get(apiKeyId);
    return filter.within === null || (apiKey !== undefined && isOneOf(apiKey, filter));
  };
  return {
    async listRequests(filter, request) {
      const isWanted = (row: RequestRecord) => isReached(row, filter) && matches(row, filter);
      return page(requests.rows.values(), isWanted, request);
    },
    async findRequest(filter, id) {
      const found = requests.rows.get(id);
      return found && isReached(found, filter) ? found : undefined;
    },
    listClients: async ({ accountId, apiKeyId, from }) => {
      const isWanted = (row: RequestRecord) =>
        row.accountId === accountId && row.apiKeyId === apiKeyId && row.createdAt >= from;
      return clientsOf(page(requests.rows.values(), isWanted, { limit: SEARCHED_REQUESTS }));
    },
  };
}

function matches(row: RequestRecord, filter: RequestFilter): boolean {
  const { from, to = Number.POSITIVE_INFINITY } = filter;
  const names = ["apiKeyId", "actorType", "operationId", "statusClass", "code"] as const;
  if (row.createdAt < from || row.createdAt >= to) return false;
  return names.every((name) => filter[name] === undefined || filter[name] === row[name]);
}

/** @param newestFirst - requests of one key */
function clientsOf(newestFirst: readonly RequestRecord[]): RequestClient[] {
  const clients = new Map<string, RequestClient>();
  for (const { address, userAgent, createdAt } of newestFirst) {
    const id = JSON.stringify([address, userAgent]);
    const known = clients.get(id) ?? { address, userAgent, requests: 0, lastSeenAt: createdAt };
    clients.set(id, { ...known, requests: known.requests + 1 });
  }
  return [...clients.values()].slice(0, MOST_CLIENTS);
}

/** Adds requests, and deletes all that are past their retention. */
export function addRequests(
  { requests }: Tables,
  added: readonly RequestRecord[],
  retention: Retention,
): boolean {
  for (const each of added) requests.set(each.id, each);
  const counts = new Map<string, number>();
  let rest = 0;
  for (const { accountId, id, createdAt } of [...requests.rows.values()].toReversed()) {
    const count = (counts.get(accountId) ?? 0) + 1;
    const isKept = createdAt >= retention.before && count <= retention.rows && rest < MOST;
    if (!isKept) requests.delete(id);
    counts.set(accountId, count);
    rest += 1;
  }
  return false;
}
