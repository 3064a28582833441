import {
  type Expression,
  type ExpressionBuilder,
  type Kysely,
  type SelectQueryBuilder,
  type SqlBool,
  sql,
} from "kysely";
import type { RequestRecord } from "../records.ts";
import type { RequestFilter, RequestLogReader } from "../request-log.ts";
import type { ApiKeyFilter, PageRequest } from "../store.ts";
import { listClients } from "./request-clients.ts";
import { firstIdOf, fromStoredId, momentOf, toStoredId } from "./request-id.ts";
import type { Schema } from "./schema.ts";

/** Selects the ids of the keys that a filter is limited to. */
type SelectKeyIds = (filter: ApiKeyFilter) => SelectQueryBuilder<Schema, "apiKeys", { id: string }>;

/** Reads the request log through one connection, or in one transaction. */
export function sqlRequestLog(
  database: Kysely<Schema>,
  selectKeyIds: SelectKeyIds,
): RequestLogReader {
  return {
    async listRequests(filter, page) {
      const { accountId } = filter;
      const account = await findAccount(database, accountId);
      const keys = await findKeys(database, filter, selectKeyIds);
      const kinds = await findKinds(database, filter);
      if (account === undefined) return [];
      const parts = partsOf(filter, keys, kinds);
      const pages = parts.map((part) => pageOf(database, { account, part, filter, page }));
      const together = togetherWith(kinds);
      const ids = await newestOf(database, pages, { limit: page.limit, together });
      return load(database, { accountId, account, ids });
    },
    async findRequest(filter, id) {
      const { accountId, within } = filter;
      const account = await findAccount(database, accountId);
      if (account === undefined) return undefined;
      const [found] = await load(database, { accountId, account, ids: [toStoredId(id)] });
      if (!found || within === null) return found;
      const { apiKeyId } = found;
      if (apiKeyId === null) return undefined;
      const reached = await selectKeyIds(filter).where("id", "=", apiKeyId).executeTakeFirst();
      return reached && found;
    },
    listClients: (filter) => listClients(database, filter),
  };
}

async function findAccount(database: Kysely<Schema>, id: string): Promise<number | undefined> {
  const query = database.selectFrom("requestAccounts").select("n").where("name", "=", id);
  return (await query.executeTakeFirst())?.n;
}

/** The numbers of the keys that a filter names, of those that have made requests; undefined if it names none. */
async function findKeys(
  database: Kysely<Schema>,
  filter: RequestFilter,
  selectKeyIds: SelectKeyIds,
): Promise<number[] | undefined> {
  const { apiKeyId, within } = filter;
  if (apiKeyId === undefined && within === null) return undefined;
  let query = database.selectFrom("requestKeys").select("n");
  if (apiKeyId !== undefined) query = query.where("name", "=", apiKeyId);
  if (within !== null) query = query.where("name", "in", selectKeyIds(filter));
  return (await query.execute()).map(({ n }) => n);
}

/** The kinds of requests that match; undefined for all. */
async function findKinds(
  database: Kysely<Schema>,
  { operationId, statusClass, code }: RequestFilter,
): Promise<number[] | undefined> {
  if (operationId === undefined && statusClass === undefined && code === undefined)
    return undefined;
  let query = database.selectFrom("requestKinds").select("n");
  if (operationId !== undefined) query = query.where("operationId", "=", operationId);
  if (code !== undefined) query = query.where("code", "=", code);
  if (statusClass !== undefined) {
    const first = 100 * Number.parseInt(statusClass, 10);
    query = query.where("status", ">=", first).where("status", "<", first + 100);
  }
  return (await query.execute()).map(({ n }) => n);
}

type Builder = ExpressionBuilder<Schema, "requestLog">;
/** Requests that an index leads to. */
type Part = (is: Builder) => Expression<SqlBool>;

/**
 * The matching requests, in parts: those of each key, or those of each kind. Most of a log are successes, so a list of
 * all successes is read from the log itself.
 */
function partsOf(
  { operationId, statusClass }: RequestFilter,
  keys: readonly number[] | undefined,
  kinds: readonly number[] | undefined,
): Part[] {
  // The plus keeps the databases from using the index, with which they would collect and sort all of these requests.
  const isOfKind: Part = (is) =>
    kinds ? sql<SqlBool>`+kind in (${sql.join(kinds)})` : is.lit(true);
  if (kinds?.length === 0) return [];
  if (keys) return keys.map((key) => (is) => is.and([is("apiKey", "=", key), isOfKind(is)]));
  const areMany = statusClass === "2xx" && operationId === undefined;
  if (!kinds || areMany) return [isOfKind];
  return kinds.map((kind) => (is) => is("kind", "=", kind));
}

type Page = SelectQueryBuilder<Schema, "requestLog", { id: Uint8Array }>;

interface Wanted {
  readonly account: number;
  readonly part: Part;
  readonly filter: RequestFilter;
  readonly page: PageRequest;
}

function pageOf(
  database: Kysely<Schema>,
  { account, part, filter: { from, to, actorType }, page: { limit, after } }: Wanted,
): Page {
  let query = database
    .selectFrom("requestLog")
    .select("id")
    .where("account", "=", account)
    .where((is) => part(is))
    .where("id", ">=", firstIdOf(from));
  if (to !== undefined) query = query.where("id", "<", firstIdOf(to));
  if (after) query = query.where("id", "<", toStoredId(after.id));
  // Only people have no key.
  if (actorType === "person") query = query.where("apiKey", "is", null);
  if (actorType === "api_key") query = query.where("apiKey", "is not", null);
  return query.orderBy("id", "desc").limit(limit);
}

/** How many selections one query combines. SQLite's limit is 500. */
const TOGETHER = 100;
/** SQLite takes at most 32,766 parameters. */
const PARAMETERS = 30_000;
/** Those of a page besides its kinds, and some more. */
const OTHERS = 20;

/** How many pages are read with one statement: each of them may have all kinds as parameters. */
function togetherWith(kinds: readonly number[] = []): number {
  const fitting = Math.floor(PARAMETERS / (OTHERS + kinds.length));
  return Math.min(TOGETHER, Math.max(1, fitting));
}

/** The newest of several pages. Each is found by an index, so the length of the log does not matter. */
async function newestOf(
  database: Kysely<Schema>,
  pages: readonly Page[],
  { limit, together }: { readonly limit: number; readonly together: number },
): Promise<Uint8Array[]> {
  const found: Uint8Array[] = [];
  for (let start = 0; start < pages.length; start += together) {
    const all = pages
      .slice(start, start + together)
      .map((each) => database.selectFrom(each.as("page")).selectAll())
      .reduce((one, other) => one.unionAll(other));
    const rows = await all.orderBy("id", "desc").limit(limit).execute();
    found.push(...rows.map(({ id }) => id));
  }
  return found.sort((a, b) => Buffer.compare(b, a)).slice(0, limit);
}

interface Load {
  readonly accountId: string;
  readonly account: number;
  readonly ids: readonly Uint8Array[];
}

/** The requests with these ids, newest first. */
async function load(
  database: Kysely<Schema>,
  { accountId, account, ids }: Load,
): Promise<RequestRecord[]> {
  if (ids.length === 0) return [];
  const rows = await database
    .selectFrom("requestLog")
    .innerJoin("requestKinds", "requestKinds.n", "requestLog.kind")
    .leftJoin("requestKeys", "requestKeys.n", "requestLog.apiKey")
    .select(["id", "method", "operationId", "path", "status", "code", "reason"])
    .select(["requestKeys.name as apiKeyId", "address", "userAgent", "durationMs"])
    .where("account", "=", account)
    .where("id", "in", ids)
    .orderBy("id", "desc")
    .execute();
  return rows.map(({ id, apiKeyId, ...rest }) => ({
    ...rest,
    id: fromStoredId(id),
    createdAt: momentOf(id),
    accountId,
    actorType: apiKeyId === null ? "person" : "api_key",
    actorId: apiKeyId ?? accountId,
    apiKeyId,
    statusClass: `${Math.floor(rest.status / 100)}xx`,
  }));
}
