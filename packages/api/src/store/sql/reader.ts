import { setImmediate } from "node:timers/promises";
import {
  type ExpressionBuilder,
  type ExpressionWrapper,
  type Kysely,
  type RawBuilder,
  type SqlBool,
  sql,
} from "kysely";
import type {
  AccountRecord,
  ApiKeyEventRecord,
  ApiKeyRecord,
  DatasetRecord,
  ModelRecord,
  OrganizationRecord,
  UsageSum,
} from "../records.ts";
import type { ApiKeyFilter, Credentials, StoreReader } from "../store.ts";
import type { CompiledQueries } from "./compiled-queries.ts";
import { isRefundDue, sqlCreditReader } from "./credits.ts";
import { expiringApiKeys } from "./expiring-keys.ts";
import { sqlPeopleReader, toMemberships } from "./people-reader.ts";
import {
  after,
  type CredentialsRow,
  credentials,
  datasetById,
  datasets,
  inState,
  modelById,
  models,
} from "./queries.ts";
import { sqlRequestLog } from "./request-log.ts";
import { type Schema, toRecord } from "./schema.ts";
import { sqlWebhookReader } from "./webhooks.ts";

/** Options of {@link sqlReader}. */
export interface ReaderOptions {
  readonly compiled: CompiledQueries;
  /** Whether the column `apiKeys.organizationIds` is a list, and all of it is among these. */
  readonly isWithin: (organizationIds: readonly string[]) => RawBuilder<SqlBool>;
  /** Whether a dataset is read with the key, because another round trip would cost more than the look-up. */
  readonly readsAhead?: boolean;
}

/** Reads through one connection, or in one transaction. */
export function sqlReader(
  database: Kysely<Schema>,
  { compiled, isWithin, readsAhead = false }: ReaderOptions,
): StoreReader {
  const isOneOf = (is: ApiKeyBuilder, { accountId, within }: ApiKeyFilter): Condition =>
    is.and([
      is("apiKeys.accountId", "=", accountId),
      ...(within === null ? [] : [isWithin(within)]),
    ]);
  const selectKeyIds = (filter: ApiKeyFilter) =>
    database
      .selectFrom("apiKeys")
      .select("id")
      .where((is) => isOneOf(is, filter));
  return {
    ...sqlPeopleReader(database, compiled),
    ...sqlRequestLog(database, selectKeyIds),
    ...sqlCreditReader(database, compiled),
    ...sqlWebhookReader(database),
    async findCredentials(hash, datasetId) {
      const values = readsAhead ? { hash, datasetId } : { hash };
      const [row] = await compiled.run(database, credentials, values);
      return row && toCredentials(row);
    },
    async findCredentialsById(id) {
      const [row] = await compiled.run(database, credentials, { id });
      return row && toCredentials(row);
    },
    async findApiKey(accountId, id) {
      const query = database.selectFrom("apiKeys").selectAll().where("id", "=", id);
      const row = await query.where("accountId", "=", accountId).executeTakeFirst();
      return row && toRecord<ApiKeyRecord>(row);
    },
    async listApiKeys(filter, page) {
      const query = database
        .selectFrom("apiKeys")
        .selectAll()
        .where((is) => isOneOf(is, filter))
        .where((is) => after(is, page.after))
        .orderBy("createdAt", "desc")
        .orderBy("id", "desc");
      return (await query.limit(page.limit).execute()).map((row) => toRecord<ApiKeyRecord>(row));
    },
    async listExpiringApiKeys(now, limit) {
      const rows = await expiringApiKeys(database, now).limit(limit).execute();
      return rows.map((row) => toRecord<ApiKeyRecord>(row));
    },
    async listApiKeyEvents(apiKeyId, page) {
      const query = database
        .selectFrom("apiKeyEvents")
        .selectAll()
        .where("apiKeyId", "=", apiKeyId)
        .where((is) => after(is, page.after))
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
      const [row] = await compiled.run(database, modelById, { id });
      return row && toRecord<ModelRecord>(row);
    },
    async listModels(organizationIds, page) {
      const values = { organizationIds, limit: page.limit, ...page.after };
      const rows = await compiled.run(database, models, values);
      return rows.map((row) => toRecord<ModelRecord>(row));
    },
    async findDataset(id) {
      const [row] = await compiled.run(database, datasetById, { id });
      return row && toRecord<DatasetRecord>(row);
    },
    async listDatasets({ state, ...filter }, page) {
      if (filter.organizationIds.length === 0) return [];
      const values = { ...filter, limit: page.limit, ...page.after };
      const rows = state
        ? await datasets(database, values)
            .where((is) => inState(is, state))
            .execute()
        : await compiled.run(database, datasets, values);
      return rows.map((row) => toRecord<DatasetRecord>(row));
    },
    // Summed up in the database: a busy account has a million rows in two years, which would fill the memory.
    async listUsage({ apiKeyId, from, to, interval, ...filter }) {
      const { accountId, within } = filter;
      // SQLite takes a parameter for a fraction.
      const place = sql<number>`cast((hour - ${from}) / ${interval} as bigint)`;
      let query = database
        .selectFrom("usage")
        .select((is) => [
          place.as("place"),
          ...(["operationId", "statusClass"] as const),
          is.fn.sum<number>("requests").as("requests"),
        ])
        .groupBy(["place", "operationId", "statusClass"])
        .where("accountId", "=", accountId);
      if (apiKeyId !== undefined) query = query.where("apiKeyId", "=", apiKeyId);
      if (within !== null) query = query.where("apiKeyId", "in", selectKeyIds(filter));
      const sums: UsageSum[] = [];
      const length = INTERVALS_AT_ONCE * interval;
      for (let start = from; start < to; start += length) {
        // SQLite blocks the process while it reads, so other requests may come first.
        if (start > from) await setImmediate();
        const end = Math.min(start + length, to);
        sums.push(...(await query.where("hour", ">=", start).where("hour", "<", end).execute()));
      }
      return sums;
    },
    async lastUsedAt(filter) {
      const { moment } = await database
        .selectFrom("apiKeys")
        .select((is) => is.fn.max("lastUsedAt").as("moment"))
        .where((is) => isOneOf(is, filter))
        .executeTakeFirstOrThrow();
      return moment;
    },
  };
}

/** How many intervals of a report are read with one query: the usual 30 days and 24 hours. */
const INTERVALS_AT_ONCE = 31;

type ApiKeyBuilder = ExpressionBuilder<Schema, "apiKeys">;
type Condition = ExpressionWrapper<Schema, "apiKeys", SqlBool>;

function toCredentials({
  accountName,
  accountRateLimit,
  accountEmail,
  accountEmailVerified,
  accountCreatedAt,
  accountDeletedAt,
  accountSuspendedAt,
  reached,
  dataset,
  ...key
}: CredentialsRow): Credentials {
  const account = {
    id: key.accountId,
    name: accountName,
    rateLimit: accountRateLimit,
    email: accountEmail,
    emailVerified: accountEmailVerified,
    createdAt: accountCreatedAt,
    deletedAt: accountDeletedAt,
    suspendedAt: accountSuspendedAt,
  };
  return {
    ...(dataset && { dataset: toRecord<DatasetRecord>(dataset) }),
    apiKey: toRecord<ApiKeyRecord>(key),
    account: toRecord<AccountRecord>(account),
    memberships: toMemberships(reached),
  };
}

async function refundsDue(database: Kysely<Schema>, ids: readonly string[], now: number) {
  const rows = await database
    .selectFrom("datasets")
    .select(["organizationId", "numSamples"])
    .where("organizationId", "in", ids)
    .where((is) => isRefundDue(is, now))
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
