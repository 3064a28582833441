import type { ApiKeyLeak, LeakPolicy, MemberRole } from "@sinkove/contract";
import type { ApiKeyRecord, Moment } from "../store/records.ts";

/** An invitation as it goes to the person. */
export interface InvitationMail {
  readonly email: string;
  readonly role: MemberRole;
  readonly organizationName: string;
  /** The name of the person who invites; null if an API key does. */
  readonly invitedBy: string | null;
  /** Secret: it belongs into the mail and nowhere else. */
  readonly token: string;
  readonly expiresAt: Moment;
}

/** A mail about a key, to each of the recipients. */
interface KeyMail {
  readonly recipients: readonly string[];
  /** What people recognise it by; not the secret. */
  readonly apiKey: Pick<ApiKeyRecord, "id" | "name" | "prefix" | "last4">;
}

/** A key was found where others can read it. */
export interface LeakMail extends KeyMail {
  readonly leak: ApiKeyLeak;
  /** What was done about it. */
  readonly policy: LeakPolicy;
}

/** A key is about to expire. */
export interface ExpiryMail extends KeyMail {
  readonly expiresAt: Moment;
}

/** What the host does about people. Each is called after the change is durable; if it fails, that is logged. */
export interface People {
  /** The response does not wait for it. */
  sendInvitation(mail: InvitationMail): Promise<void>;
  /** The response does not wait for it. */
  sendLeakNotice(mail: LeakMail): Promise<void>;
  sendExpiryNotice(mail: ExpiryMail): Promise<void>;
  /** The account was deleted: nobody signs in to it any more. */
  accountDeleted(accountId: string): Promise<void>;
}
