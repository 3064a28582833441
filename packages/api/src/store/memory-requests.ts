import { isOneOf, page } from "./memory-reader.ts";
import type { Tables } from "./memory-tables.ts";
import type { RequestRecord } from "./records.ts";
import type { RequestFilter, RequestLogReader, Retention } from "./request-log.ts";
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
  };
}

function matches(row: RequestRecord, filter: RequestFilter): boolean {
  const { from, to = Number.POSITIVE_INFINITY } = filter;
  const names = ["apiKeyId", "actorType", "operationId", "statusClass", "code"] as const;
  if (row.createdAt < from || row.createdAt >= to) return false;
  return names.every((name) => filter[name] === undefined || filter[name] === row[name]);
}

/** Adds requests, and deletes all that are not to be kept. */
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
