import { textOf } from "../error-text.ts";
import { leaseMoment } from "../jobs/job-options.ts";
import { createLeaseLoop, type LeaseLoop } from "../jobs/lease-loop.ts";
import { type Random, uuidV7 } from "../random.ts";
import type { MailRecord, MailRetry } from "../store/mails.ts";
import type { Moment } from "../store/records.ts";
import type { Store } from "../store/store.ts";
import type { Notice } from "./notice.ts";

/** A mail could not be sent. The message says why. It is logged, so it contains no address. */
export class MailSendError extends Error {
  override readonly name: string = "MailSendError";
  /** Whether another attempt would end in the same way. */
  readonly isFinal: boolean;

  constructor(message: string, { isFinal, ...options }: ErrorOptions & { isFinal: boolean }) {
    super(message, options);
    this.isFinal = isFinal;
  }
}

/** An entry of the log. Contains no address and no part of the text. */
export interface MailLogEntry {
  readonly level: "warn" | "error";
  readonly message: string;
  readonly kind?: Notice["kind"];
  readonly mailId?: string;
  readonly error: string;
}

/** Options of {@link createMailDeliverer}. */
export interface MailDelivererOptions {
  readonly store: Store;
  /** Hands a mail over. Rejects with a {@link MailSendError} if that fails. */
  readonly send: (to: string, notice: Notice) => Promise<void>;
  /** Only used if the database has no clock of its own. */
  readonly clock: () => Moment;
  /** Resolves after that many milliseconds, or at once when the signal is aborted. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly log: (entry: MailLogEntry) => void;
  /** How many mails are sent at once. */
  readonly slots: number;
  /** Default: `crypto.getRandomValues`. */
  readonly random?: Random;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long after each failed attempt the next one is due, in milliseconds. */
export const MAIL_RETRY_AFTER: readonly number[] = [
  SECOND,
  10 * SECOND,
  MINUTE,
  10 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
];

/** How long a lease lasts, in milliseconds: longer than any attempt. */
const LEASE = 2 * MINUTE;
/** How long a deliverer with nothing to do waits before it looks again, in milliseconds. */
const IDLE = SECOND;

/**
 * Creates a deliverer of the mails in the outbox. Any number of deliverers, in any number of processes, may use one
 * store: a lease gives each mail to one deliverer at a time. If a deliverer is killed, its mail is sent again when the
 * lease has expired, so each mail arrives at least once.
 */
export function createMailDeliverer(options: MailDelivererOptions): LeaseLoop {
  const { store, slots, wait, log } = options;
  const random: Random = options.random ?? ((bytes) => crypto.getRandomValues(bytes));
  return createLeaseLoop({
    async lease() {
      const now = await leaseMoment(options);
      const token = uuidV7(now, random);
      const mail = await store.leaseMail({ token, now, expiresAt: now + LEASE });
      return mail && (() => attempt(mail, options));
    },
    onError: (error) =>
      log({ level: "error", message: "mails are not sent", error: textOf(error) }),
    slots,
    wait,
    idle: IDLE,
  });
}

/** Sends a mail that was just leased, once. Rejects only if the store cannot answer. */
async function attempt(mail: MailRecord, options: MailDelivererOptions): Promise<void> {
  const { store, send, log } = options;
  const lease = { mailId: mail.id, token: mail.leaseToken ?? "" };
  const found = await store.findAccountCredentials(mail.accountId);
  const to = found?.account.email ?? null;
  // The account was deleted, or has lost its address.
  if (to === null) return void (await store.finishMail(lease, null));
  try {
    await send(to, mail.notice);
  } catch (error) {
    const retry = retryOf(mail, error, await leaseMoment(options));
    const isHeld = await store.finishMail(lease, retry);
    if (isHeld) log(entryOf(mail, error, retry));
    return;
  }
  await store.finishMail(lease, null);
}

function retryOf({ failures }: MailRecord, error: unknown, now: Moment): MailRetry | null {
  const isFinal = error instanceof MailSendError && error.isFinal;
  const delay = isFinal ? undefined : MAIL_RETRY_AFTER[failures];
  return delay === undefined ? null : { failures: failures + 1, nextAttemptAt: now + delay };
}

/** Logs only the name of an unknown error, because its text may contain the address. */
function entryOf(
  { id, notice }: MailRecord,
  error: unknown,
  retry: MailRetry | null,
): MailLogEntry {
  const said = error instanceof MailSendError ? error.message : "unknown";
  const about = { kind: notice.kind, mailId: id, error: said };
  return retry
    ? { level: "warn", message: "mail not sent yet", ...about }
    : { level: "error", message: "mail not sent", ...about };
}
