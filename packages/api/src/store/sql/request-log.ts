import {
  type ExpressionBuilder,
  type ExpressionWrapper,
  type Kysely,
  type SelectQueryBuilder,
  type SqlBool,
  sql,
} from "kysely";
import type { RequestRecord } from "../records.ts";
import type { RequestFilter, RequestLogReader } from "../request-log.ts";
import type { ApiKeyFilter } from "../store.ts";
import type { Schema } from "./schema.ts";

/** Selects the ids of the keys that a filter is limited to. */
type SelectKeyIds = (filter: ApiKeyFilter) => SelectQueryBuilder<Schema, "apiKeys", { id: string }>;
type Builder = ExpressionBuilder<Schema, "requests">;
type Condition = ExpressionWrapper<Schema, "requests", SqlBool>;

/** Reads the request log through one connection, or in one transaction. */
export function sqlRequestLog(
  database: Kysely<Schema>,
  selectKeyIds: SelectKeyIds,
): RequestLogReader {
  const isReached = (is: Builder, filter: ApiKeyFilter): Condition => {
    const isOfAccount = is("accountId", "=", filter.accountId);
    if (filter.within === null) return isOfAccount;
    return is.and([isOfAccount, is("apiKeyId", "in", selectKeyIds(filter))]);
  };
  return {
    async listRequests(filter, { limit, after }) {
      let query = database
        .selectFrom("requests")
        .selectAll()
        .where((is) => isReached(is, filter))
        .where((is) => matching(is, filter))
        .orderBy("createdAt", "desc")
        .orderBy("id", "desc")
        .limit(limit);
      // Compared as a pair: then an index leads to the place, however far down the list it is.
      if (after) {
        query = query.where((is) =>
          is(is.refTuple("createdAt", "id"), "<", is.tuple(after.createdAt, after.id)),
        );
      }
      return query.execute();
    },
    async findRequest(filter, id) {
      const query = database.selectFrom("requests").selectAll().where("id", "=", id);
      return query.where((is) => isReached(is, filter)).executeTakeFirst();
    },
  };
}

function matching(is: Builder, filter: RequestFilter): Condition {
  const { from, to, apiKeyId, actorType, operationId, statusClass, code } = filter;
  return is.and([
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
function isOfActor(is: Builder, type: RequestRecord["actorType"]): Condition {
  return type === "person" ? is("apiKeyId", "is", null) : is("apiKeyId", "is not", null);
}
