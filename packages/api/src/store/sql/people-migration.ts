import type { Migration } from "./migration.ts";

/** People: addresses of accounts, roles, invitations, and who did what without an API key. */
export const PEOPLE: Migration = [
  `alter table accounts add column email text`,
  // The same value for all spellings of one address.
  `alter table accounts add column "addressKey" text`,
  `alter table accounts add column "emailVerified" integer not null default 0`,
  `alter table accounts add column "createdAt" bigint`,
  `alter table accounts add column "deletedAt" bigint`,
  `create unique index "accountsByAddress" on accounts ("addressKey")`,
  // Before there were roles, every member of an organization could do everything in it.
  `alter table memberships add column role text not null default 'owner'`,
  `alter table memberships add column "joinedAt" bigint`,
  `create index "membershipsByOrganization" on memberships ("organizationId")`,
  `alter table "apiKeys" add column "createdByAccountId" text`,
  `alter table "apiKeyEvents" add column "actorAccountId" text`,
  `create table invitations (id text primary key,
     "organizationId" text not null references organizations (id), email text not null,
     "addressKey" text not null, role text not null, hash text not null unique,
     "createdAt" bigint not null, "expiresAt" bigint not null, "createdByApiKeyId" text,
     "createdByAccountId" text)`,
  `create unique index "invitationsByAddress" on invitations ("organizationId", "addressKey")`,
];
