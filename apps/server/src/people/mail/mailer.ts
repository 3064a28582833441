import { setTimeout } from "node:timers/promises";
import { MailSendError } from "@sinkove/api";
import type { Log } from "../../log.ts";
import { codeOf } from "../../start-error.ts";
import { createDeliver, type Deliver, type Mail, type MailLocation } from "./transport.ts";

/** Sends mails. */
export interface Mailer {
  /**
   * Sends a mail in the background, so that neither time nor errors of a response tell whether an address has an
   * account. Failures are logged.
   */
  send(mail: Mail): void;
  /**
   * Sends a mail, once.
   *
   * @throws MailSendError if it was not sent
   */
  deliver(mail: Mail): Promise<void>;
  /** Waits for pending mails. */
  finish(): Promise<void>;
}

/** Options of {@link createMailer}. */
export interface MailerOptions {
  readonly location: MailLocation;
  readonly from: string;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Default: by SMTP or to a folder, depending on `location`. */
  readonly deliver?: Deliver;
  /** Waits for this many milliseconds. Default: a timer. */
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

/** The wait before each retry, in milliseconds. */
const RETRY_AFTER: readonly number[] = [500, 2000, 10_000];

/** Sends mails, with three retries. Logs neither addresses nor links nor text. */
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
  const logSent = ({ kind }: Mail, file: string | undefined): void =>
    log.info(file === undefined ? "mail sent" : "mail written", { kind, file });
  const deliverLogged = async (mail: Mail): Promise<void> => {
    try {
      logSent(mail, await attempt(mail, RETRY_AFTER));
    } catch (error) {
      log.error("mail not sent", { kind: mail.kind, error: reasonOf(error) });
    }
  };
  return {
    send(mail) {
      const sending = deliverLogged(mail).finally(() => underWay.delete(sending));
      underWay.add(sending);
    },
    async deliver(mail) {
      try {
        logSent(mail, await deliver(mail));
      } catch (error) {
        throw new MailSendError(reasonOf(error), { isFinal: isRefused(error) });
      }
    },
    finish: async () => void (await Promise.all(underWay)),
  };
}

/** The reason for the log. It leaves out the message and the SMTP server's reply, which may contain the address. */
function reasonOf(error: unknown): string {
  return codeOf(error) ?? "unknown";
}

/** Whether an SMTP server refuses permanently (RFC 5321, section 4.2.1). */
function isRefused(error: unknown): boolean {
  return (
    error instanceof Error && "responseCode" in error && /^5\d\d$/.test(`${error.responseCode}`)
  );
}
