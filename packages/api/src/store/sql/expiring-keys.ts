import { type Kysely, type RawBuilder, type SelectQueryBuilder, sql } from "kysely";
import { DAY, EARLIEST, NOTICE_DAYS } from "../../expiry/due-notice.ts";
import type { ApiKeyRecord, Moment } from "../records.ts";
import type { Row, Schema } from "./schema.ts";

/** The rule of `dueNotice` in SQL, for the keys of which neither that notice nor a later one was taken. */
export function expiringApiKeys(
  database: Kysely<Schema>,
  now: Moment,
): SelectQueryBuilder<Schema, "apiKeys", Row<ApiKeyRecord>> {
  const due = ofNotice(now, (days) => days);
  const before = ofNotice(now, (days) => days * DAY);
  return database
    .selectFrom("apiKeys")
    .selectAll("apiKeys")
    .where("revokedAt", "is", null)
    .where("enabled", "=", 1)
    .where("expiresAt", ">", now)
    .where("expiresAt", "<=", now + EARLIEST)
    .where(sql<boolean>`"createdAt" < "apiKeys"."expiresAt" - ${before}`)
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom("expiryNotices")
            .select("expiryNotices.daysBefore")
            .whereRef("expiryNotices.apiKeyId", "=", "apiKeys.id")
            .whereRef("expiryNotices.expiresAt", "=", "apiKeys.expiresAt")
            .where(sql<boolean>`"expiryNotices"."daysBefore" <= ${due}`),
        ),
      ),
    )
    .orderBy("apiKeys.expiresAt")
    .orderBy("apiKeys.id");
}

/** A value of the latest notice whose time has come for a key, by its days before the expiry. */
function ofNotice(now: Moment, chosen: (days: number) => number): RawBuilder<number> {
  const cases = NOTICE_DAYS.map((days) => {
    const end = sql.lit(now + days * DAY);
    return sql`when "apiKeys"."expiresAt" <= ${end} then ${sql.lit(chosen(days))}`;
  });
  return sql<number>`(case ${sql.join(cases, sql` `)} end)`;
}
