import type { MemberRole } from "@sinkove/contract";
import type { Moment } from "../store/records.ts";

/** An invitation as it goes to the person. */
export interface InvitationMail {
  readonly email: string;
  readonly role: MemberRole;
  readonly organizationName: string;
  /** The name of the person who invites; null if an API key does. */
  readonly invitedBy: string | null;
  /** A secret, which must only be in the mail. */
  readonly token: string;
  readonly expiresAt: Moment;
}

/**
 * How the host informs people. Each is called after the change is durable; if it fails, that is
 * logged.
 */
export interface People {
  /** The response does not wait for it. */
  sendInvitation(mail: InvitationMail): Promise<void>;
  /** The account was deleted: nobody may sign in to it. */
  accountDeleted(accountId: string): Promise<void>;
}
