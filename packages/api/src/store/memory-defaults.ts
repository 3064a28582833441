/** The members that rows got after the first release, by table. */
const DEFAULTS: Readonly<Record<string, object>> = {
  accounts: { email: null, emailVerified: false, createdAt: null, deletedAt: null },
  memberships: { role: "owner", joinedAt: null },
  apiKeys: { createdByApiKeyId: null, createdByAccountId: null, rateLimit: null },
  apiKeyEvents: { actorAccountId: null, leak: null, expiry: null },
  organizations: { leakPolicy: "revoke" },
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
