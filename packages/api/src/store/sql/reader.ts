import type { ExpressionBuilder, Kysely } from "kysely";
import type {
  AccountRecord,
  ApiKeyEventRecord,
  ApiKeyRecord,
  DatasetRecord,
  ModelRecord,
  OrganizationRecord,
} from "../records.ts";
import type { DatasetFilter, PageRequest, Position, StoreReader } from "../store.ts";
import { type Schema, toRecord } from "./schema.ts";

/** Reads through one connection, or in one transaction. */
export function sqlReader(database: Kysely<Schema>): StoreReader {
  return {
    async findCredentials(hash) {
      const key = await database
        .selectFrom("apiKeys")
        .selectAll()
        .where("hash", "=", hash)
        .executeTakeFirst();
      if (!key) return undefined;
      // One after the other: a transaction has one connection.
      const account = await database
        .selectFrom("accounts")
        .selectAll()
        .where("id", "=", key.accountId)
        .executeTakeFirstOrThrow();
      const memberships = await database
        .selectFrom("memberships")
        .select("organizationId")
        .where("accountId", "=", key.accountId)
        .execute();
      const organizationIds = memberships.map(({ organizationId }) => organizationId);
      return {
        apiKey: toRecord<ApiKeyRecord>(key),
        account: toRecord<AccountRecord>(account),
        organizationIds,
      };
    },
    async findApiKey(accountId, id) {
      const query = database.selectFrom("apiKeys").selectAll().where("id", "=", id);
      const row = await query.where("accountId", "=", accountId).executeTakeFirst();
      return row && toRecord<ApiKeyRecord>(row);
    },
    async listApiKeys(accountId, page) {
      const query = database
        .selectFrom("apiKeys")
        .selectAll()
        .where("accountId", "=", accountId)
        .where((is) => after(is, page))
        .orderBy("createdAt", "desc")
        .orderBy("id", "desc");
      return (await query.limit(page.limit).execute()).map((row) => toRecord<ApiKeyRecord>(row));
    },
    async listApiKeyEvents(apiKeyId, page) {
      const query = database
        .selectFrom("apiKeyEvents")
        .selectAll()
        .where("apiKeyId", "=", apiKeyId)
        .where((is) => after(is, page))
        .orderBy("createdAt", "desc")
        .orderBy("id", "desc");
      return (await query.limit(page.limit).execute()).map((row) =>
        toRecord<ApiKeyEventRecord>(row),
      );
    },
    async listOrganizations(ids, now) {
      if (ids.length === 0) return [];
      const query = database.selectFrom("organizations").selectAll().where("id", "in", ids);
      const rows = await query.orderBy("createdAt", "desc").orderBy("id", "desc").execute();
      const due = await refundsDue(database, ids, now);
      return rows.map((row) => withRefund(toRecord<OrganizationRecord>(row), due));
    },
    async findModel(id) {
      const row = await database
        .selectFrom("models")
        .selectAll()
        .where("id", "=", id)
        .executeTakeFirst();
      return row && toRecord<ModelRecord>(row);
    },
    async listModels(organizationIds, page) {
      const query = database
        .selectFrom("models")
        .selectAll()
        .where((is) =>
          is.or([
            is("organizationId", "is", null),
            ...organizationIds.map((id) => is("organizationId", "=", id)),
          ]),
        )
        .where((is) => after(is, page))
        .orderBy("createdAt", "desc")
        .orderBy("id", "desc");
      return (await query.limit(page.limit).execute()).map((row) => toRecord<ModelRecord>(row));
    },
    async findDataset(id) {
      const row = await database
        .selectFrom("datasets")
        .selectAll()
        .where("id", "=", id)
        .executeTakeFirst();
      return row && toRecord<DatasetRecord>(row);
    },
    async listDatasets(filter, page) {
      if (filter.organizationIds.length === 0) return [];
      const query = database
        .selectFrom("datasets")
        .selectAll()
        .where((is) => matching(is, filter))
        .where((is) => after(is, page))
        .orderBy("createdAt", "desc")
        .orderBy("id", "desc");
      return (await query.limit(page.limit).execute()).map((row) => toRecord<DatasetRecord>(row));
    },
    async listUsage({ accountId, apiKeyId, from, to }) {
      let query = database.selectFrom("usage").selectAll().where("accountId", "=", accountId);
      query = query.where("hour", ">=", from).where("hour", "<", to);
      if (apiKeyId !== undefined) query = query.where("apiKeyId", "=", apiKeyId);
      return query.execute();
    },
    async lastUsedAt(accountId) {
      const { moment } = await database
        .selectFrom("apiKeys")
        .select((is) => is.fn.max("lastUsedAt").as("moment"))
        .where("accountId", "=", accountId)
        .executeTakeFirstOrThrow();
      return moment;
    },
  };
}

type Sorted = "apiKeys" | "apiKeyEvents" | "models" | "datasets";

function after<T extends Sorted>(is: ExpressionBuilder<Schema, T>, { after: place }: PageRequest) {
  // Every sorted table has these columns, which the compiler does not see through the generic.
  const builder = is as unknown as ExpressionBuilder<Schema, "datasets">;
  if (!place) return builder.and([]);
  const { createdAt, id }: Position = place;
  return builder.or([
    builder("createdAt", "<", createdAt),
    builder.and([builder("createdAt", "=", createdAt), builder("id", "<", id)]),
  ]);
}

type DatasetBuilder = ExpressionBuilder<Schema, "datasets">;

function matching(is: DatasetBuilder, filter: DatasetFilter) {
  const { organizationIds, modelId, createdAfter, createdBefore, state } = filter;
  return is.and([
    is("organizationId", "in", organizationIds),
    ...(modelId === undefined ? [] : [is("modelId", "=", modelId)]),
    ...(createdAfter === undefined ? [] : [is("createdAt", ">=", createdAfter)]),
    ...(createdBefore === undefined ? [] : [is("createdAt", "<", createdBefore)]),
    ...(state ? [inState(is, state)] : []),
  ]);
}

/** The same rule as `stateOf`, in SQL. */
function inState(is: DatasetBuilder, { is: state, now }: NonNullable<DatasetFilter["state"]>) {
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

async function refundsDue(database: Kysely<Schema>, ids: readonly string[], now: number) {
  const rows = await database
    .selectFrom("datasets")
    .select(["organizationId", "numSamples"])
    .where("organizationId", "in", ids)
    .where("refunded", "=", 0)
    .where((is) => inState(is, { is: "FAILED", now }))
    .execute();
  const due = new Map<string, number>();
  for (const { organizationId, numSamples } of rows) {
    due.set(organizationId, numSamples + (due.get(organizationId) ?? 0));
  }
  return due;
}

function withRefund(organization: OrganizationRecord, due: ReadonlyMap<string, number>) {
  const credits = organization.credits + (due.get(organization.id) ?? 0);
  return { ...organization, credits };
}
