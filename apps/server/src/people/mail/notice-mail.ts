import type { Notice } from "@sinkove/api";
import { expiryMail, leakMail, lowCreditsMail } from "./letters.ts";
import type { Mail } from "./transport.ts";

/** The recipient of a notice, and the origin for its links. */
export interface Addressing {
  readonly to: string;
  /** The origin that people use. */
  readonly origin: string;
}

/** A notice as a mail. */
export function noticeMail(notice: Notice, addressing: Addressing): Mail {
  switch (notice.kind) {
    case "api-key-leaked":
      return leakMail({ ...addressing, ...notice, url: notice.leak.url });
    case "api-key-expiring":
      return expiryMail({ ...addressing, ...notice });
    case "credits-low":
      return lowCreditsMail({ ...addressing, ...notice });
  }
}
