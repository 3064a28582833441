import type { Migration } from "./migration.ts";

/** The threshold for low credits, when an organization's owners were last notified, and the outbox of mails. */
export const LOW_CREDITS_AND_MAILS: Migration = [
  `alter table organizations add column "lowCreditsThreshold" bigint`,
  `alter table organizations add column "lowCreditsMailedAt" bigint`,
  `create table mails (id text primary key, "accountId" text not null references accounts (id),
     notice text not null, failures integer not null, "nextAttemptAt" bigint not null,
     "leaseToken" text, "leaseExpiresAt" bigint, "createdAt" bigint not null)`,
  `create index "mailsByAttempt" on mails ("nextAttemptAt", id)`,
];
