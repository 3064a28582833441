import { type Kysely, sql } from "kysely";
import { COMPACT_REQUEST_LOG } from "./compact-request-log-migration.ts";
import { CREDITS } from "./credits-migration.ts";
import { EXPIRY_NOTICES, LEAKS } from "./leaks-migration.ts";
import { LOW_CREDITS_AND_MAILS } from "./mails-migration.ts";
import type { Dialect, Migration } from "./migration.ts";
import { PEOPLE } from "./people-migration.ts";
import { RATE_LIMITS } from "./rate-limit-migration.ts";
import { REQUEST_LOG } from "./request-log-migration.ts";
import type { Schema } from "./schema.ts";
import { WEBHOOKS } from "./webhooks-migration.ts";

/** Each runs once, in this order. A released migration never changes; a change is a new migration. */
const MIGRATIONS: readonly Migration[] = [
  [
    `create table accounts (id text primary key, name text not null, "rateLimit" text not null)`,
    `create table organizations (id text primary key, name text not null,
       credits bigint not null check (credits >= 0), "createdAt" bigint not null)`,
    `create table memberships ("accountId" text not null references accounts (id),
       "organizationId" text not null references organizations (id),
       primary key ("accountId", "organizationId"))`,
    `create table "apiKeys" (id text primary key, "accountId" text not null references accounts (id),
       hash text not null unique, name text not null, prefix text not null, last4 text not null,
       environment text not null, scopes text not null, "organizationIds" text,
       enabled integer not null, "createdAt" bigint not null, "expiresAt" bigint, "lastUsedAt" bigint,
       "revokedAt" bigint, "rotatedAt" bigint, "rotatedFromId" text, "rotatedToId" text)`,
    `create index "apiKeysByAccount" on "apiKeys" ("accountId", "createdAt", id)`,
    `create table "apiKeyEvents" (id text primary key,
       "apiKeyId" text not null references "apiKeys" (id), type text not null,
       "createdAt" bigint not null, "actorApiKeyId" text, "requestId" text, changes text not null)`,
    `create index "apiKeyEventsByKey" on "apiKeyEvents" ("apiKeyId", "createdAt", id)`,
    `create table models (id text primary key, slug text not null, name text not null,
       description text not null, "organizationId" text references organizations (id),
       modality text not null, "imageSize" text not null, "maxSamples" integer not null,
       "argsSchema" text not null, "modelCard" text not null, "createdAt" bigint not null)`,
    `create table datasets (id text primary key, "metadataId" text not null,
       "modelId" text not null references models (id),
       "organizationId" text not null references organizations (id),
       "ownerId" text not null references accounts (id), "numSamples" integer not null,
       args text not null, "createdAt" bigint not null, refunded integer not null,
       "startedAt" bigint, "finishedAt" bigint, "expiresAt" bigint, "failureReason" text,
       size bigint not null, sha256 text)`,
    `create index "datasetsByOrganization" on datasets ("organizationId", "createdAt", id)`,
    `create index "failedDatasets" on datasets ("organizationId")
       where "failureReason" is not null and refunded = 0`,
    `create table answers ("accountId" text not null references accounts (id), key text not null,
       "apiKeyId" text not null, "organizationId" text, fingerprint text not null,
       status integer not null, location text, body text not null, encrypted integer not null,
       "createdAt" bigint not null, primary key ("accountId", key))`,
    `create table usage ("accountId" text not null, "apiKeyId" text not null, hour bigint not null,
       "operationId" text not null, "statusClass" text not null, requests bigint not null,
       primary key ("apiKeyId", hour, "operationId", "statusClass"))`,
    `create index "usageByAccount" on usage ("accountId", hour)`,
  ],
  [`create index "answersByAge" on answers ("createdAt")`],
  [
    `alter table datasets add column attempts integer not null default 0`,
    `alter table datasets add column errors integer not null default 0`,
    `alter table datasets add column "samplesDone" integer not null default 0`,
    `alter table datasets add column "leaseToken" text`,
    `alter table datasets add column "leaseExpiresAt" bigint`,
    `alter table datasets add column archive text`,
    `create index "openDatasets" on datasets ("organizationId", "createdAt", id)
       where "finishedAt" is null`,
    `create index "datasetsByStart" on datasets ("organizationId", "startedAt")`,
    `create index "expiringDatasets" on datasets ("expiresAt") where archive is not null`,
    `create table removals (archive text primary key)`,
    // Their archives only described them. Now each is generated.
    `update datasets set "startedAt" = null, "finishedAt" = null, "expiresAt" = null, size = 0,
       sha256 = null where "failureReason" is null`,
  ],
  [
    `alter table "apiKeys" add column "createdByApiKeyId" text`,
    // The event of a key's creation names the key that was presented with it.
    `update "apiKeys" set "createdByApiKeyId" = (select max(creator.id) from "apiKeyEvents"
       join "apiKeys" creator on creator.id = "apiKeyEvents"."actorApiKeyId"
       where "apiKeyEvents"."apiKeyId" = "apiKeys".id and "apiKeyEvents".type = 'created')`,
    `create index "apiKeysByCreator" on "apiKeys" ("createdByApiKeyId")`,
    `create index "apiKeysByPredecessor" on "apiKeys" ("rotatedFromId")`,
  ],
  RATE_LIMITS,
  PEOPLE,
  REQUEST_LOG,
  COMPACT_REQUEST_LOG,
  // Partial indexes: most keys have no predecessor, and keys that people create have no creator, so that full indexes
  // would only slow down each write of a key.
  [
    `drop index "apiKeysByPredecessor"`,
    `create index "apiKeysByPredecessor" on "apiKeys" ("rotatedFromId")
       where "rotatedFromId" is not null`,
    `drop index "apiKeysByCreator"`,
    `create index "apiKeysByCreator" on "apiKeys" ("createdByApiKeyId")
       where "createdByApiKeyId" is not null`,
  ],
  [`alter table removals add column "notBefore" bigint not null default 0`],
  [...LEAKS, ...EXPIRY_NOTICES],
  WEBHOOKS,
  CREDITS,
  [`alter table accounts add column "suspendedAt" bigint`],
  LOW_CREDITS_AND_MAILS,
  // Without this index, a list of the few failed deliveries would read all successful ones.
  [
    `create index "webhookDeliveriesByStatus"
       on "webhookDeliveries" ("webhookEndpointId", status, "createdAt", id)`,
  ],
  // With the moment, so that SQLite prefers it to an index of all datasets of the organization.
  [
    `drop index "failedDatasets"`,
    `create index "failedDatasets" on datasets ("organizationId", "finishedAt")
       where "failureReason" is not null and refunded = 0`,
  ],
];

/** A newer version of this program has changed the tables of the database. */
export class NewerDatabaseError extends Error {
  override readonly name: string = "NewerDatabaseError";

  constructor(applied: number) {
    super(
      `A newer version of this program made the database: it has ${applied} migrations, and this program knows ${MIGRATIONS.length}. Update this program, or restore a backup from before the upgrade.`,
    );
  }
}

/** The differences between the databases in a migration. */
export interface MigrationOptions {
  readonly dialect: Dialect;
  /** Locks out other processes until the end of the transaction, and refuses a database of another program. */
  readonly prepare: (transaction: Kysely<Schema>) => Promise<void>;
  /** Locks the tables until the end of the transaction. Called only if migrations are missing. */
  readonly lockTables?: (transaction: Kysely<Schema>) => Promise<void>;
}

/**
 * Brings a database up to date. Safe to run twice, and by several processes at once.
 *
 * @throws NewerDatabaseError
 */
export async function migrate(
  database: Kysely<Schema>,
  { dialect, prepare, lockTables }: MigrationOptions,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await prepare(transaction);
    await sql`create table if not exists migrations (version integer primary key,
      "appliedAt" text not null default current_timestamp)`.execute(transaction);
    const applied = await transaction.selectFrom("migrations").select("version").execute();
    if (applied.length > MIGRATIONS.length) {
      throw new NewerDatabaseError(applied.length);
    }
    if (applied.length < MIGRATIONS.length) await lockTables?.(transaction);
    for (const [index, statements] of MIGRATIONS.entries()) {
      if (index < applied.length) continue;
      for (const text of textsOf(statements, dialect)) await sql.raw(text).execute(transaction);
      await transaction
        .insertInto("migrations")
        .values({ version: index + 1 })
        .execute();
    }
  });
}

/** How far a database is behind this program. */
export interface MigrationPlan {
  /** How many migrations the database has. */
  readonly applied: number;
  /** How many this program has. Fewer than `applied` if the database was made by a newer version. */
  readonly known: number;
  /** The statements of each migration that is missing, in their order. */
  readonly missing: readonly (readonly string[])[];
}

/** What {@link migrate} would do to a database that has this many migrations. */
export function planMigrations(applied: number, dialect: Dialect): MigrationPlan {
  const missing = MIGRATIONS.slice(applied).map((statements) => textsOf(statements, dialect));
  return { applied, known: MIGRATIONS.length, missing };
}

function textsOf(statements: Migration, dialect: Dialect): string[] {
  return statements.flatMap((statement) =>
    typeof statement === "string" ? statement : (statement[dialect] ?? []),
  );
}
