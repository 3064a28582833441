import { REQUEST_LOG } from "../src/store/sql/request-log-migration.ts";

const WITHOUT_REQUESTS = ["requestLog", "requestAccounts", "requestKeys", "requestKinds"].map(
  (table) => `drop table "${table}"`,
);

export const WITHOUT_WEBHOOKS = ["webhookDeliveries", "webhookEvents", "webhookEndpoints"].map(
  (table) => `drop table "${table}"`,
);

const WITHOUT_NOT_BEFORE = `alter table removals drop column "notBefore"`;

export const WITHOUT_LEAKS = [
  `drop index "apiKeysByExpiry"`,
  `drop table "expiryNotices"`,
  `alter table "apiKeyEvents" drop column leak`,
  `alter table "apiKeyEvents" drop column expiry`,
  `alter table organizations drop column "leakPolicy"`,
];

export const WITHOUT_CREDITS = [
  "drop table mails",
  `alter table organizations drop column "lowCreditsThreshold"`,
  `alter table organizations drop column "lowCreditsMailedAt"`,
  `alter table accounts drop column "suspendedAt"`,
  `drop table "creditEntries"`,
  `alter table organizations drop column "recordedCredits"`,
];

/** Statements that drop the triggers of credits, by database. */
export const WITHOUT_TRIGGERS = {
  sqlite: [`drop trigger "recordCredits"`, `drop trigger "recordFirstCredits"`],
  postgres: [`drop trigger "recordCredits" on organizations`, `drop function "recordCredits"`],
};

/** Reverts everything after the seventh migration. */
export const WITHOUT_COMPACT_REQUESTS = [
  ...WITHOUT_CREDITS,
  ...WITHOUT_LEAKS,
  ...WITHOUT_WEBHOOKS,
  WITHOUT_NOT_BEFORE,
  ...WITHOUT_REQUESTS,
  ...REQUEST_LOG.filter((statement) => typeof statement === "string"),
  "delete from migrations where version > 7",
];

/** Reverts everything after the third migration. Only PostgreSQL has tables for rate limits. */
export const WITHOUT_CREATORS = [
  ...WITHOUT_CREDITS,
  ...WITHOUT_LEAKS,
  ...WITHOUT_WEBHOOKS,
  ...WITHOUT_REQUESTS,
  "drop table invitations",
  `drop index "membershipsByOrganization"`,
  `drop index "accountsByAddress"`,
  ...["email", "addressKey", "emailVerified", "createdAt", "deletedAt"].map(
    (column) => `alter table accounts drop column "${column}"`,
  ),
  "alter table memberships drop column role",
  `alter table memberships drop column "joinedAt"`,
  `alter table "apiKeys" drop column "createdByAccountId"`,
  `alter table "apiKeyEvents" drop column "actorAccountId"`,
  `drop index "liveApiKeys"`,
  `alter table "apiKeys" drop column "rateLimit"`,
  WITHOUT_NOT_BEFORE,
  `drop index "apiKeysByCreator"`,
  `drop index "apiKeysByPredecessor"`,
  `alter table "apiKeys" drop column "createdByApiKeyId"`,
  "delete from migrations where version > 3",
];
