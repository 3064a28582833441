import {
  type Compilable,
  type ExpressionBuilder,
  type ExpressionWrapper,
  type Kysely,
  type SelectQueryBuilder,
  type SqlBool,
  sql,
} from "kysely";
import type {
  AccountRecord,
  ApiKeyEventRecord,
  ApiKeyRecord,
  DatasetRecord,
  ModelRecord,
} from "../records.ts";
import type { DatasetFilter, Position } from "../store.ts";
import type { Row, Schema } from "./schema.ts";

/** Role and id of each organization of an account, such as `owner 01939ad0…,member 01939ad1…`. */
export type Reached = string | null;

/** A row of {@link credentials}. */
export interface CredentialsRow extends Row<ApiKeyRecord> {
  readonly accountName: string;
  readonly accountRateLimit: string;
  readonly accountEmail: string | null;
  readonly accountEmailVerified: number;
  readonly accountCreatedAt: number | null;
  readonly accountDeletedAt: number | null;
  readonly accountSuspendedAt: number | null;
  readonly reached: Reached;
  /** The dataset that was requested with the key. */
  readonly dataset?: Row<DatasetRecord> | null;
}

/**
 * A key with its account and the organizations of the account, in one round trip; on PostgreSQL a dataset comes with
 * them if its id is there.
 */
export function credentials(
  database: Kysely<Schema>,
  key: { readonly hash: string; readonly datasetId?: string | undefined } | { readonly id: string },
): Compilable<CredentialsRow> {
  const query = database
    .selectFrom("apiKeys")
    .innerJoin("accounts", "accounts.id", "apiKeys.accountId")
    .selectAll("apiKeys")
    .select([
      "accounts.name as accountName",
      "accounts.rateLimit as accountRateLimit",
      "accounts.email as accountEmail",
      "accounts.emailVerified as accountEmailVerified",
      "accounts.createdAt as accountCreatedAt",
      "accounts.deletedAt as accountDeletedAt",
      "accounts.suspendedAt as accountSuspendedAt",
    ])
    .select(reached);
  if ("id" in key) return query.where("apiKeys.id", "=", key.id);
  const { hash, datasetId } = key;
  return query
    .$if(datasetId !== undefined, (all) =>
      all.select(
        sql<Row<DatasetRecord> | null>`(select row_to_json(d) from datasets d where d.id = ${datasetId})`.as(
          "dataset",
        ),
      ),
    )
    .where("apiKeys.hash", "=", hash);
}

/** An account with its organizations, in one round trip. */
export function accountCredentials(
  database: Kysely<Schema>,
  { id }: { readonly id: string },
): Compilable<Row<AccountRecord> & { reached: Reached }> {
  return database.selectFrom("accounts").selectAll().select(reached).where("accounts.id", "=", id);
}

const reached = sql<Reached>`(select string_agg(role || ' ' || "organizationId", ',')
  from memberships where memberships."accountId" = accounts.id)`.as("reached");

/** The descendants of a key, newest first. */
export function descendants(
  database: Kysely<Schema>,
  { id }: { readonly id: string },
): Compilable<Row<ApiKeyRecord>> {
  return database
    .withRecursive("family", (family) =>
      family
        .selectFrom("apiKeys")
        .select("id")
        .where((is) => is.or([is("createdByApiKeyId", "=", id), is("rotatedFromId", "=", id)]))
        .union(
          family
            .selectFrom("apiKeys")
            .innerJoin("family", (join) =>
              join.on((is) =>
                is.or([
                  is("apiKeys.createdByApiKeyId", "=", is.ref("family.id")),
                  is("apiKeys.rotatedFromId", "=", is.ref("family.id")),
                ]),
              ),
            )
            .select("apiKeys.id"),
        ),
    )
    .selectFrom("apiKeys")
    .selectAll()
    .where("id", "in", (is) => is.selectFrom("family").select("family.id"))
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc");
}

export function modelById(
  database: Kysely<Schema>,
  { id }: { readonly id: string },
): Compilable<Row<ModelRecord>> {
  return database.selectFrom("models").selectAll().where("id", "=", id);
}

/** Which page of which models: the public ones and those of the organizations. */
export interface ModelsPage extends Partial<Position> {
  readonly organizationIds: readonly string[];
  readonly limit: number;
}

export function models(database: Kysely<Schema>, page: ModelsPage): Compilable<Row<ModelRecord>> {
  return database
    .selectFrom("models")
    .selectAll()
    .where((is) =>
      is.or([
        is("organizationId", "is", null),
        ...page.organizationIds.map((id) => is("organizationId", "=", id)),
      ]),
    )
    .where((is) => after(is, page))
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .limit(page.limit);
}

export function datasetById(
  database: Kysely<Schema>,
  { id }: { readonly id: string },
): Compilable<Row<DatasetRecord>> {
  return database.selectFrom("datasets").selectAll().where("id", "=", id);
}

/** Which page of which datasets; the state is a matter of its own. */
export type DatasetsPage = Omit<DatasetFilter, "state"> &
  Partial<Position> & { readonly limit: number };

export function datasets(
  database: Kysely<Schema>,
  page: DatasetsPage,
): SelectQueryBuilder<Schema, "datasets", Row<DatasetRecord>> {
  return database
    .selectFrom("datasets")
    .selectAll()
    .where((is) => matching(is, page))
    .where((is) => after(is, page))
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .limit(page.limit);
}

export function newApiKey(database: Kysely<Schema>, row: Row<ApiKeyRecord>): Compilable<unknown> {
  return database.insertInto("apiKeys").values(row);
}

export function newApiKeyEvent(
  database: Kysely<Schema>,
  row: Row<ApiKeyEventRecord>,
): Compilable<unknown> {
  return database.insertInto("apiKeyEvents").values(row);
}

export function newDataset(database: Kysely<Schema>, row: Row<DatasetRecord>): Compilable<unknown> {
  return database.insertInto("datasets").values(row);
}

type Sorted = "apiKeys" | "apiKeyEvents" | "models" | "datasets" | "creditEntries";

/** The records after a position in a list, newest first; all of them if there is no position. */
export function after<T extends Sorted>(
  is: ExpressionBuilder<Schema, T>,
  place: Partial<Position> = {},
): Condition {
  // The cast is safe because every sorted table has these columns. The compiler cannot see this through the generic.
  const builder = is as unknown as DatasetBuilder;
  const { createdAt, id } = place;
  if (createdAt === undefined || id === undefined) return builder.and([]);
  return builder.or([
    builder("createdAt", "<", createdAt),
    builder.and([builder("createdAt", "=", createdAt), builder("id", "<", id)]),
  ]);
}

type Condition = ExpressionWrapper<Schema, "datasets", SqlBool>;
type DatasetBuilder = ExpressionBuilder<Schema, "datasets">;

function matching(is: DatasetBuilder, filter: DatasetsPage) {
  const { organizationIds, modelId, createdAfter, createdBefore } = filter;
  return is.and([
    is("organizationId", "in", organizationIds),
    ...(modelId === undefined ? [] : [is("modelId", "=", modelId)]),
    ...(createdAfter === undefined ? [] : [is("createdAt", ">=", createdAfter)]),
    ...(createdBefore === undefined ? [] : [is("createdAt", "<", createdBefore)]),
  ]);
}

/** The same rule as `stateOf`, in SQL. */
export function inState(
  is: DatasetBuilder,
  { is: state, now }: NonNullable<DatasetFilter["state"]>,
): Condition {
  const pending = is.or([is("startedAt", "is", null), is("startedAt", ">", now)]);
  if (state === "PENDING") return pending;
  const started = is("startedAt", "<=", now);
  const running = is.or([is("finishedAt", "is", null), is("finishedAt", ">", now)]);
  if (state === "STARTED") return is.and([started, running]);
  const finished = is.and([started, is("finishedAt", "<=", now)]);
  if (state === "FAILED") return is.and([finished, is("failureReason", "is not", null)]);
  const succeeded = is.and([finished, is("failureReason", "is", null)]);
  if (state === "EXPIRED") return is.and([succeeded, is("expiresAt", "<=", now)]);
  return is.and([succeeded, is.or([is("expiresAt", "is", null), is("expiresAt", ">", now)])]);
}
