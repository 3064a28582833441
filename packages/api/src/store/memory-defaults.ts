import type { CreditEntryRecord } from "./credits.ts";
import type { Tables } from "./memory-tables.ts";

/** The fields that were added after the first release, by table. */
const DEFAULTS: Readonly<Record<string, object>> = {
  accounts: {
    email: null,
    emailVerified: false,
    createdAt: null,
    deletedAt: null,
    suspendedAt: null,
  },
  memberships: { role: "owner", joinedAt: null },
  apiKeys: { createdByApiKeyId: null, createdByAccountId: null, rateLimit: null },
  apiKeyEvents: { actorAccountId: null, leak: null, expiry: null },
  organizations: { leakPolicy: "revoke", lowCreditsThreshold: null, lowCreditsMailedAt: null },
};

/** A row of a snapshot that an earlier version may have made, with the members that it lacks. */
export function withDefaults(table: string, row: unknown): unknown {
  if (typeof row !== "object" || row === null) return row;
  if (table === "answers" && "apiKeyId" in row) {
    const { apiKeyId, ...rest } = row;
    return { holderId: apiKeyId, ...rest };
  }
  return { ...DEFAULTS[table], ...row };
}

/** Entries for the balances of a snapshot that was made before there were entries. */
export function firstEntries({
  organizations,
}: Pick<Tables, "organizations">): CreditEntryRecord[] {
  const all = [...organizations.rows.values()].filter(({ credits }) => credits !== 0);
  return all.map(({ id, credits, createdAt }) => ({
    // The organization has no other entry: its id is unique among theirs.
    id,
    organizationId: id,
    kind: "adjustment",
    amount: credits,
    createdAt,
    datasetId: null,
    reason: "The balance from before entries were recorded.",
    actorApiKeyId: null,
    actorAccountId: null,
  }));
}
