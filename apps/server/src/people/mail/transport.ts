import { chmodSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { randomId } from "../random-id.ts";

/** The destination of mails. */
export type MailLocation =
  | { readonly kind: "folder"; readonly folder: string }
  | { readonly kind: "smtp"; readonly url: string };

/** A mail in plain text. */
export interface Mail {
  /** The kind of the mail, such as `verify-email`: the only part that is ever logged. */
  readonly kind: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Delivers a mail. @returns the name of the file, if it was written to one */
export type Deliver = (mail: Mail) => Promise<string | undefined>;

/** Options of {@link createDeliver}. */
export interface DeliverOptions {
  readonly location: MailLocation;
  readonly from: string;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** Sends mails by SMTP, or writes them to a folder that only its owner can read. */
export function createDeliver({ location, ...options }: DeliverOptions): Deliver {
  return location.kind === "smtp"
    ? deliverBySmtp(location.url, options)
    : deliverToFolder(location.folder, options);
}

/** The time limit of a step in SMTP, in milliseconds. */
const SMTP_TIMEOUT = 10_000;

function deliverBySmtp(url: string, { from }: Pick<DeliverOptions, "from">): Deliver {
  const { username, hostname } = new URL(url);
  // Never send a password unencrypted over a network, even if somebody in between hides STARTTLS.
  const requireTLS = username !== "" && !/^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
  return async ({ to, subject, text }) => {
    const { createTransport } = await import("nodemailer");
    const transport = createTransport({
      url,
      requireTLS,
      connectionTimeout: SMTP_TIMEOUT,
      greetingTimeout: SMTP_TIMEOUT,
      socketTimeout: SMTP_TIMEOUT,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    try {
      await transport.sendMail({ from, to: { name: "", address: to }, subject, text });
    } finally {
      transport.close();
    }
    return undefined;
  };
}

function deliverToFolder(
  folder: string,
  { from, clock }: Pick<DeliverOptions, "from" | "clock">,
): Deliver {
  return async ({ to, subject, text }) => {
    const date = new Date(clock());
    const message = [
      `From: ${from}`,
      `To: ${to}`,
      `Subject: ${subject}`,
      `Date: ${date.toUTCString()}`,
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8",
      // Unencoded, so that people can copy the link from the file.
      "Content-Transfer-Encoding: 8bit",
      `\n${text}`,
    ].join("\n");
    const name = `${date.toISOString().replaceAll(":", "-")}-${randomId()}.eml`;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // A folder that existed before, or was restored from a backup, may be readable by others.
    if (process.platform !== "win32") chmodSync(folder, 0o700);
    const draft = join(folder, `.${name}`);
    writeFileSync(draft, message, { mode: 0o600, flag: "wx" });
    renameSync(draft, join(folder, name));
    return name;
  };
}
