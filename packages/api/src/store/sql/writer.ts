import type { Kysely } from "kysely";
import { firstEntryOf } from "../credits.ts";
import {
  type ApiKeyRecord,
  type DatasetRecord,
  NEW_ORGANIZATION,
  UNFINISHED,
  UNTOUCHED_JOB,
} from "../records.ts";
import { PURGED_AT_ONCE, type StoreWriter } from "../store.ts";
import { sqlCreditWriter } from "./credits.ts";
import { discard } from "./jobs.ts";
import { sqlMailWriter } from "./mails.ts";
import { sqlAccountWriter, sqlInvitationWriter, sqlOrganizationWriter } from "./people-writer.ts";
import { descendants, newApiKey, newApiKeyEvent, newDataset } from "./queries.ts";
import { type ReaderOptions, sqlReader } from "./reader.ts";
import { type Schema, toRecord, toRow } from "./schema.ts";
import { sqlWebhookWriter } from "./webhooks.ts";

/** Options of {@link sqlWriter}. */
export interface WriterOptions extends ReaderOptions {
  /** Whether transactions run concurrently. If they do, each skips rows that another has locked. */
  readonly skipsLocked: boolean;
  /** Waits until no other transaction uses or changes a key. Default: writes come one after another. */
  readonly lockApiKey?: ((transaction: Kysely<Schema>, id: string) => Promise<void>) | undefined;
}

/** Writes in one transaction. */
export function sqlWriter(
  transaction: Kysely<Schema>,
  { skipsLocked, lockApiKey, ...reading }: WriterOptions,
): StoreWriter {
  const { compiled } = reading;
  const organizations = sqlOrganizationWriter(transaction, skipsLocked);
  const credits = sqlCreditWriter(transaction, { compiled, skipsLocked });
  return {
    ...sqlReader(transaction, reading),
    ...sqlAccountWriter(transaction),
    ...organizations,
    ...sqlInvitationWriter(transaction),
    ...sqlWebhookWriter(transaction),
    ...sqlMailWriter(transaction),
    ...credits,
    async insertOrganization({ grant, ...organization }, accountIds) {
      const values = toRow({ ...organization, ...NEW_ORGANIZATION });
      await transaction.insertInto("organizations").values(values).execute();
      if (grant) await credits.addCreditEntry(firstEntryOf(organization, grant));
      for (const accountId of accountIds) {
        const { id: organizationId, createdAt: joinedAt } = organization;
        await organizations.insertMembership({
          accountId,
          organizationId,
          role: "owner",
          joinedAt,
        });
      }
    },
    async insertModel(model) {
      const values = toRow(model);
      const insert = transaction.insertInto("models").values(values);
      await insert.onConflict((conflict) => conflict.column("id").doUpdateSet(values)).execute();
    },
    async insertApiKey(apiKey) {
      await compiled.run(transaction, newApiKey, toRow(apiKey));
    },
    async updateApiKey(id, changes) {
      if (Object.keys(changes).length === 0) return;
      await lockApiKey?.(transaction, id);
      await transaction.updateTable("apiKeys").set(toRow(changes)).where("id", "=", id).execute();
    },
    async listUnrevokedApiKeys(accountId) {
      const query = transaction.selectFrom("apiKeys").selectAll().where("revokedAt", "is", null);
      const rows = await query.where("accountId", "=", accountId).orderBy("id").execute();
      return rows.map((row) => toRecord<ApiKeyRecord>(row));
    },
    async listDescendants({ id }) {
      const rows = await compiled.run(transaction, descendants, { id });
      return rows.map((row) => toRecord<ApiKeyRecord>(row));
    },
    async countLiveApiKeys(accountId, now) {
      const { count } = await transaction
        .selectFrom("apiKeys")
        .select((is) => is.fn.countAll<number>().as("count"))
        .where("accountId", "=", accountId)
        .where("revokedAt", "is", null)
        .where((is) => is.or([is("expiresAt", "is", null), is("expiresAt", ">", now)]))
        .executeTakeFirstOrThrow();
      return count;
    },
    async takeExpiryNotice(notice) {
      const { daysBefore } = notice;
      const insert = transaction.insertInto("expiryNotices").values(notice);
      const taken = await insert
        .onConflict((conflict) =>
          conflict
            .columns(["apiKeyId", "expiresAt"])
            .doUpdateSet({ daysBefore })
            .where("expiryNotices.daysBefore", ">", daysBefore),
        )
        .returning("apiKeyId")
        .execute();
      return taken.length > 0;
    },
    async insertApiKeyEvent(event) {
      await compiled.run(transaction, newApiKeyEvent, toRow(event));
    },
    async insertDataset(dataset) {
      await compiled.run(transaction, newDataset, toRow(dataset));
    },
    async deleteDataset(id) {
      const deletion = transaction.deleteFrom("datasets").where("id", "=", id).returningAll();
      const row = await deletion.executeTakeFirst();
      if (!row) return undefined;
      await discard(transaction, [row.archive], row.leaseExpiresAt ?? 0);
      await transaction.deleteFrom("webhookEvents").where("subjectId", "=", id).execute();
      return toRecord<DatasetRecord>(row);
    },
    async reopenDataset(id) {
      const values = toRow({ ...UNTOUCHED_JOB, ...UNFINISHED, refunded: false });
      const update = transaction.updateTable("datasets").set(values).where("id", "=", id);
      const failed = update.where("failureReason", "is not", null);
      return (await failed.returning("id").execute()).length > 0;
    },
    async findAnswer(accountId, key) {
      const query = transaction
        .selectFrom("answers")
        .selectAll()
        .where("accountId", "=", accountId);
      const row = await query.where("key", "=", key).executeTakeFirst();
      if (!row) return undefined;
      const { apiKeyId: holderId, encrypted, ...rest } = row;
      return { ...rest, holderId, encrypted: encrypted === 1 };
    },
    async saveAnswer(answer) {
      const { holderId: apiKeyId, ...rest } = toRow(answer);
      const values = { ...rest, apiKeyId };
      const insert = transaction.insertInto("answers").values(values);
      await insert
        .onConflict((conflict) => conflict.columns(["accountId", "key"]).doUpdateSet(values))
        .execute();
    },
    async deleteAnswers(accountId) {
      await transaction.deleteFrom("answers").where("accountId", "=", accountId).execute();
    },
    async purgeAnswers(before) {
      const oldest = transaction
        .selectFrom("answers")
        .select(["accountId", "key"])
        .where("createdAt", "<", before)
        .orderBy("createdAt")
        .limit(PURGED_AT_ONCE)
        .$if(skipsLocked, (query) => query.forUpdate().skipLocked());
      await transaction
        .deleteFrom("answers")
        .where((is) =>
          is(is.refTuple("accountId", "key"), "in", oldest.$asTuple("accountId", "key")),
        )
        .execute();
    },
  };
}
