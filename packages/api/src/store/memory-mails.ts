import type { MailStore, MailWriter } from "./mails.ts";
import type { Tables } from "./memory-tables.ts";

/** Writes mails into a map. */
export function memoryMailWriter({ mails }: Tables): MailWriter {
  return {
    async insertMails(all) {
      for (const mail of all) mails.set(mail.id, mail);
    },
  };
}

/** Leases in a map. */
export function memoryMails(
  { mails }: Tables,
  transact: <T>(work: () => Promise<T>) => Promise<T>,
): MailStore {
  return {
    leaseMail: ({ token, now, expiresAt }) =>
      transact(async () => {
        const due = [...mails.rows.values()].filter(
          (mail) => mail.nextAttemptAt <= now && (mail.leaseExpiresAt ?? 0) <= now,
        );
        due.sort((a, b) => a.nextAttemptAt - b.nextAttemptAt || (a.id < b.id ? -1 : 1));
        const [next] = due;
        if (!next) return undefined;
        const leased = { ...next, leaseToken: token, leaseExpiresAt: expiresAt };
        mails.set(next.id, leased);
        return leased;
      }),
    finishMail: ({ mailId, token }, retry) =>
      transact(async () => {
        const held = mails.rows.get(mailId);
        if (held?.leaseToken !== token) return false;
        if (retry) mails.set(mailId, { ...held, ...retry, leaseToken: null, leaseExpiresAt: null });
        else mails.delete(mailId);
        return true;
      }),
  };
}
