import type { Notice } from "../mails/notice.ts";
import type { LeaseRequest } from "./jobs.ts";
import type { Moment } from "./records.ts";

/**
 * A mail to a person, in an outbox: it is written in the transaction of the change that it reports. It contains the
 * account instead of the address, so it goes to the current address, and is dropped if the account is deleted.
 */
export interface MailRecord {
  readonly id: string;
  readonly accountId: string;
  /** Holds no secret. */
  readonly notice: Notice;
  /** How many attempts have failed. */
  readonly failures: number;
  /** When the next attempt is due. */
  readonly nextAttemptAt: Moment;
  /** Names the lease that a deliverer holds; null if none does. */
  readonly leaseToken: string | null;
  /** Until when no other deliverer may start. */
  readonly leaseExpiresAt: Moment | null;
  readonly createdAt: Moment;
}

/** What the API writes, within a transaction. */
export interface MailWriter {
  insertMails(mails: readonly MailRecord[]): Promise<void>;
}

/** A lease of a mail, held or lost. */
export interface MailLease {
  readonly mailId: string;
  readonly token: string;
}

/** An attempt that follows. */
export type MailRetry = Pick<MailRecord, "failures" | "nextAttemptAt">;

/** What deliverers need from a database. */
export interface MailStore {
  /** Leases the mail that has been due for longest, among those that nobody holds. */
  leaseMail(request: LeaseRequest): Promise<MailRecord | undefined>;
  /**
   * Ends an attempt, and the lease.
   *
   * @param retry - null if no attempt follows: then the mail is deleted
   * @returns whether the lease held; if it did not, nothing is written
   */
  finishMail(lease: MailLease, retry: MailRetry | null): Promise<boolean>;
}
