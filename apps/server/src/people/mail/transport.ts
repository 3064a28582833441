import { chmodSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { randomId } from "../random-id.ts";

/** Where mails go. */
export type MailLocation =
  | { readonly kind: "folder"; readonly folder: string }
  | { readonly kind: "smtp"; readonly url: string };

/** A mail in plain text. */
export interface Mail {
  /** What it is for, such as `verify-email`: the only thing of it that is ever logged. */
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

/** Delivers mails by SMTP, or writes them to a folder that only its owner reads. */
export function createDeliver({ location, ...options }: DeliverOptions): Deliver {
  return location.kind === "smtp"
    ? deliverBySmtp(location.url, options)
    : deliverToFolder(location.folder, options);
}

/** How long a step of SMTP may take, in milliseconds. */
const SMTP_TIMEOUT = 10_000;

function deliverBySmtp(url: string, { from }: Pick<DeliverOptions, "from">): Deliver {
  const { username, hostname } = new URL(url);
  // A password must not go over a network unencrypted, not even if somebody in between hides STARTTLS.
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
      // As it is, so that whoever reads the file can copy the link.
      "Content-Transfer-Encoding: 8bit",
      `\n${text}`,
    ].join("\n");
    const name = `${date.toISOString().replaceAll(":", "-")}-${randomId()}.eml`;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // One that was there before, or restored from a backup, may be open to others.
    if (process.platform !== "win32") chmodSync(folder, 0o700);
    const draft = join(folder, `.${name}`);
    writeFileSync(draft, message, { mode: 0o600, flag: "wx" });
    renameSync(draft, join(folder, name));
    return name;
  };
}
