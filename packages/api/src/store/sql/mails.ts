import type { Kysely } from "kysely";
import type { MailRecord, MailStore, MailWriter } from "../mails.ts";
import { type Schema, toRecord, toRow } from "./schema.ts";

/** Writes mails. */
export function sqlMailWriter(transaction: Kysely<Schema>): MailWriter {
  return {
    async insertMails(mails) {
      if (mails.length === 0) return;
      const rows = mails.map((mail) => toRow(mail));
      await transaction.insertInto("mails").values(rows).execute();
    },
  };
}

/** Leases mails in their rows. */
export function sqlMails(
  database: Kysely<Schema>,
  { skipsLocked }: { readonly skipsLocked: boolean },
): MailStore {
  return {
    leaseMail: ({ token, now, expiresAt }) =>
      database.transaction().execute(async (transaction) => {
        const next = transaction
          .selectFrom("mails")
          .select("id")
          .where("nextAttemptAt", "<=", now)
          .where((is) => is.or([is("leaseExpiresAt", "is", null), is("leaseExpiresAt", "<=", now)]))
          .orderBy("nextAttemptAt")
          .orderBy("id")
          .limit(1)
          .$if(skipsLocked, (query) => query.forUpdate().skipLocked());
        const row = await transaction
          .updateTable("mails")
          .set({ leaseToken: token, leaseExpiresAt: expiresAt })
          .where("id", "=", next)
          .returningAll()
          .executeTakeFirst();
        return row && toRecord<MailRecord>(row);
      }),
    finishMail: ({ mailId, token }, retry) =>
      database.transaction().execute(async (transaction) => {
        const held = { id: mailId, leaseToken: token };
        if (retry) {
          const values = { ...retry, leaseToken: null, leaseExpiresAt: null };
          const update = transaction.updateTable("mails").set(values);
          const changed = await update.where((is) => is.and(held)).executeTakeFirst();
          return changed.numUpdatedRows > 0n;
        }
        const deletion = transaction.deleteFrom("mails").where((is) => is.and(held));
        return (await deletion.executeTakeFirst()).numDeletedRows > 0n;
      }),
  };
}
