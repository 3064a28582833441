import type { Migration } from "./migration.ts";

/** Leaked keys: what an organization wants done with them, and why the service did something to a key. */
export const LEAKS: Migration = [
  `alter table organizations add column "leakPolicy" text not null default 'revoke'`,
  `alter table "apiKeyEvents" add column leak text`,
  `alter table "apiKeyEvents" add column expiry text`,
];

/** Notices of expiries: the last that was taken, by key and expiry. */
export const EXPIRY_NOTICES: Migration = [
  `create table "expiryNotices" ("apiKeyId" text not null references "apiKeys" (id),
     "expiresAt" bigint not null, "daysBefore" integer not null,
     primary key ("apiKeyId", "expiresAt"))`,
  `create index "apiKeysByExpiry" on "apiKeys" ("expiresAt")
     where "expiresAt" is not null and "revokedAt" is null`,
];
