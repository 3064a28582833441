import type { Migration } from "./migration.ts";

/** Leaked keys: the policy of an organization, and the reason of an event that the service caused. */
export const LEAKS: Migration = [
  `alter table organizations add column "leakPolicy" text not null default 'revoke'`,
  `alter table "apiKeyEvents" add column leak text`,
  `alter table "apiKeyEvents" add column expiry text`,
];

/** Notices of expiries: the last notice that was taken, by key and expiry. */
export const EXPIRY_NOTICES: Migration = [
  `create table "expiryNotices" ("apiKeyId" text not null references "apiKeys" (id),
     "expiresAt" bigint not null, "daysBefore" integer not null,
     primary key ("apiKeyId", "expiresAt"))`,
  `create index "apiKeysByExpiry" on "apiKeys" ("expiresAt")
     where "expiresAt" is not null and "revokedAt" is null`,
];
