import { setTimeout } from "node:timers/promises";
import type { Log } from "../../log.ts";
import { codeOf } from "../../start-error.ts";
import { createDeliver, type Deliver, type Mail, type MailLocation } from "./transport.ts";

/** A mail could not be sent. The message has nothing of the mail. */
export class MailError extends Error {
  override readonly name: string = "MailError";
}

/** Sends mails. */
export interface Mailer {
  /**
   * Waits until the mail is delivered.
   *
   * @throws MailError if that fails for good
   */
  send(mail: Mail): Promise<void>;
  /** Sends in the background, so that a response does not tell by its time whether there was a mail. */
  sendLater(mail: Mail): void;
  /** Waits for what is sent in the background. */
  finish(): Promise<void>;
}

/** Options of {@link createMailer}. */
export interface MailerOptions {
  readonly location: MailLocation;
  readonly from: string;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Default: by SMTP or to a folder, as `location` says. */
  readonly deliver?: Deliver;
  /** Waits for so many milliseconds. Default: a timer. */
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

/** How long to wait before each retry, in milliseconds. */
const RETRY_AFTER: readonly number[] = [500, 1500, 4500];

/** Sends mails, and retries three times. Logs neither addresses nor links nor text. */
export function createMailer(options: MailerOptions): Mailer {
  const { log, deliver = createDeliver(options), wait = setTimeout } = options;
  const underWay = new Set<Promise<void>>();
  const attempt = async (mail: Mail, delays: readonly number[]): Promise<string | undefined> => {
    try {
      return await deliver(mail);
    } catch (error) {
      const [delay, ...rest] = delays;
      if (delay === undefined || isRefused(error)) throw error;
      await wait(delay);
      return attempt(mail, rest);
    }
  };
  const send = async (mail: Mail): Promise<void> => {
    const { kind } = mail;
    try {
      const file = await attempt(mail, RETRY_AFTER);
      log.info(file === undefined ? "mail sent" : "mail written", { kind, file });
    } catch (error) {
      // The server's answer may repeat the address.
      log.error("mail not sent", { kind, error: codeOf(error) ?? "unknown" });
      throw new MailError("The mail could not be sent. Check SINKOVE_MAIL.");
    }
  };
  return {
    send,
    sendLater(mail) {
      const sending = send(mail)
        .catch(() => {}) // logged above
        .finally(() => underWay.delete(sending));
      underWay.add(sending);
    },
    finish: async () => void (await Promise.all(underWay)),
  };
}

/** Whether an SMTP server refuses for good (RFC 5321, section 4.2.1). */
function isRefused(error: unknown): boolean {
  return (
    error instanceof Error && "responseCode" in error && /^5\d\d$/.test(`${error.responseCode}`)
  );
}
