import { emailChangedMail } from "./mail/letters.ts";
import type { Mailer } from "./mail/mailer.ts";

/** Reads the previous address from a token that better-auth has accepted: a JWT (RFC 7519). */
export function changeOfAddress(token: string): string | undefined {
  const [, payload = ""] = token.split(".");
  const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
  if (typeof claims !== "object" || claims === null) return undefined;
  const { email, updateTo }: { email?: unknown; updateTo?: unknown } = claims;
  return typeof email === "string" && typeof updateTo === "string" ? email : undefined;
}

/** Mails the previous address of an account. */
export function tellOldAddress(
  { mailer }: { readonly mailer: Mailer },
  { origin, change }: { readonly origin: string; readonly change: string | undefined },
): void {
  if (change !== undefined) mailer.send(emailChangedMail({ to: change, origin }));
}
