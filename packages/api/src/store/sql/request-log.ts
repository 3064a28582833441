import {
  type ExpressionBuilder,
  type ExpressionWrapper,
  type Kysely,
  type SelectQueryBuilder,
  type SqlBool,
  sql,
} from "kysely";
import type { ActorType, RequestRecord } from "../records.ts";
import type { RequestFilter, RequestLogReader } from "../request-log.ts";
import type { ApiKeyFilter, PageRequest, Position } from "../store.ts";
import type { Schema } from "./schema.ts";

/** Selects the ids of the keys that a filter is limited to. */
type SelectKeyIds = (filter: ApiKeyFilter) => SelectQueryBuilder<Schema, "apiKeys", { id: string }>;
type Requests = SelectQueryBuilder<Schema, "requests", object>;

/** Reads the request log through one connection, or in one transaction. */
export function sqlRequestLog(
  database: Kysely<Schema>,
  selectKeyIds: SelectKeyIds,
): RequestLogReader {
  return {
    async listRequests(filter, page) {
      if (filter.within === null) return pageOf(database, filter, page).selectAll().execute();
      let keys = selectKeyIds(filter);
      if (filter.apiKeyId !== undefined) keys = keys.where("id", "=", filter.apiKeyId);
      const pages = (await keys.execute()).map(({ id }) =>
        pageOf(database, { ...filter, apiKeyId: id }, page),
      );
      return listTogether(database, pages, page.limit);
    },
    async findRequest(filter, id) {
      const { accountId, within } = filter;
      let query = database.selectFrom("requests").selectAll().where("id", "=", id);
      query = query.where("accountId", "=", accountId);
      if (within !== null) query = query.where("apiKeyId", "in", selectKeyIds(filter));
      return query.executeTakeFirst();
    },
  };
}

/** SQLite puts at most 500 selections together. */
const TOGETHER = 100;

/**
 * The newest requests of several pages: an index leads to those of each key. To look through those of all keys of the
 * account for the few that some have would take as long as the log is.
 */
async function listTogether(
  database: Kysely<Schema>,
  pages: readonly Requests[],
  limit: number,
): Promise<RequestRecord[]> {
  const found: Position[] = [];
  for (let start = 0; start < pages.length; start += TOGETHER) {
    const all = pages
      .slice(start, start + TOGETHER)
      .map((each) => database.selectFrom(each.select(["id", "createdAt"]).as("page")).selectAll())
      .reduce((one, other) => one.unionAll(other));
    const newest = all.orderBy("createdAt", "desc").orderBy("id", "desc").limit(limit);
    found.push(...(await newest.execute()));
  }
  if (found.length === 0) return [];
  const ids = found
    .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1))
    .slice(0, limit)
    .map(({ id }) => id);
  return newestFirst(database.selectFrom("requests").where("id", "in", ids))
    .selectAll()
    .execute();
}

function pageOf(
  database: Kysely<Schema>,
  filter: RequestFilter,
  { limit, after }: PageRequest,
): Requests {
  let query: Requests = database.selectFrom("requests").where((is) => matching(is, filter));
  // Compared as a pair: then an index leads to the place, however far down the list it is.
  if (after) {
    query = query.where((is) =>
      is(is.refTuple("createdAt", "id"), "<", is.tuple(after.createdAt, after.id)),
    );
  }
  return newestFirst(query).limit(limit);
}

function newestFirst(query: Requests): Requests {
  return query.orderBy("createdAt", "desc").orderBy("id", "desc");
}

type Builder = ExpressionBuilder<Schema, "requests">;
type Condition = ExpressionWrapper<Schema, "requests", SqlBool>;

function matching(is: Builder, filter: RequestFilter): Condition {
  const { accountId, from, to, apiKeyId, actorType, operationId, statusClass, code } = filter;
  return is.and([
    is("accountId", "=", accountId),
    is("createdAt", ">=", from),
    ...(to === undefined ? [] : [is("createdAt", "<", to)]),
    ...(apiKeyId === undefined ? [] : [is("apiKeyId", "=", apiKeyId)]),
    ...(actorType === undefined ? [] : [isOfActor(is, actorType)]),
    ...(operationId === undefined ? [] : [is("operationId", "=", operationId)]),
    ...(statusClass === undefined ? [] : [is("statusClass", "=", statusClass)]),
    // The words of the partial indexes.
    ...(statusClass === undefined || statusClass === "2xx" ? [] : [UNUSUAL]),
    ...(code === undefined ? [] : [is("code", "=", code), is("code", "is not", null)]),
  ]);
}

const UNUSUAL = sql<SqlBool>`"statusClass" <> '2xx'`;

/** By the column that has an index: only people have no key. */
function isOfActor(is: Builder, type: ActorType): Condition {
  return type === "person" ? is("apiKeyId", "is", null) : is("apiKeyId", "is not", null);
}
