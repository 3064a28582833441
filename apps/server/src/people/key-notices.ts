import type { People } from "@sinkove/api";
import { expiryMail, leakMail } from "./mail/letters.ts";
import type { Mailer } from "./mail/mailer.ts";

type KeyNotices = Pick<People, "sendLeakNotice" | "sendExpiryNotice">;

/**
 * Mails what people have to know about their API keys, in the background.
 *
 * @param origin - that people use
 */
export function createKeyNotices(send: Mailer["send"], origin: () => string): KeyNotices {
  return {
    async sendLeakNotice({ recipients, apiKey, leak: { url }, policy }) {
      for (const to of recipients) send(leakMail({ to, origin: origin(), apiKey, url, policy }));
    },
    async sendExpiryNotice({ recipients, apiKey, expiresAt }) {
      for (const to of recipients) send(expiryMail({ to, origin: origin(), apiKey, expiresAt }));
    },
  };
}
