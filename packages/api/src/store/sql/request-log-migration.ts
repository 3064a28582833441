import type { Migration } from "./migration.ts";

/**
 * The request log, with an index for each filter that may select few requests among many. A query must repeat the
 * condition of a partial index in the same words. The number of an account's requests is stored separately, because to
 * count them each time would take longer than to write them.
 */
export const REQUEST_LOG: Migration = [
  `create table requests (id text primary key, "accountId" text not null,
     "createdAt" bigint not null, "actorType" text not null, "actorId" text not null,
     "apiKeyId" text, method text not null, "operationId" text not null, path text not null,
     status integer not null, "statusClass" text not null, code text, reason text, address text,
     "userAgent" text, "durationMs" double precision not null)`,
  `create index "requestsByAge" on requests ("createdAt")`,
  `create index "requestsByAccount" on requests ("accountId", "createdAt")`,
  `create index "requestsByKey" on requests ("accountId", "apiKeyId", "createdAt")`,
  `create index "requestsByOperation" on requests ("accountId", "operationId", "createdAt")`,
  `create index "unusualRequests" on requests ("accountId", "statusClass", "createdAt")
     where "statusClass" <> '2xx'`,
  `create index "refusedRequests" on requests ("accountId", code, "createdAt")
     where code is not null`,
  `create table "requestCounts" ("accountId" text primary key, requests bigint not null)`,
];
