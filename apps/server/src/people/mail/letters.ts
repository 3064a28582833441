import type { Mail } from "./transport.ts";

/** The parts of every mail to a person. */
interface Letter {
  readonly to: string;
  /** The origin that people use, such as `https://api.example.com`. */
  readonly origin: string;
}

/** A link to a page of the console. The token is in the fragment, which browsers do not send to servers. */
export function consoleLink(origin: string, page: string, token: string): string {
  return `${origin}/console/${page}#token=${encodeURIComponent(token)}`;
}

export function verificationMail({ to, origin, token }: Letter & { readonly token: string }): Mail {
  return {
    kind: "verify-email",
    to,
    subject: "Confirm your email address",
    text: lines(
      "Confirm that this is your email address:",
      consoleLink(origin, "verify-email", token),
      "The link works for one hour. If you did not sign up for Sinkove or change your email address, ignore this email.",
    ),
  };
}

export function passwordResetMail({
  to,
  origin,
  token,
}: Letter & { readonly token: string }): Mail {
  return {
    kind: "reset-password",
    to,
    subject: "Reset your password",
    text: lines(
      "Choose a new password:",
      consoleLink(origin, "reset-password", token),
      "The link works once, for one hour. All your sessions end when you use it. If you did not ask for a new password, ignore this email: your password stays as it is.",
    ),
  };
}

export function existingAccountMail({ to, origin }: Letter): Mail {
  return {
    kind: "existing-account",
    to,
    subject: "You already have an account",
    text: lines(
      "Somebody, probably you, signed up with this email address, but it already has an account. Sign in, or reset your password there:",
      `${origin}/console/sign-in`,
      "If it was not you, ignore this email: nothing has changed.",
    ),
  };
}

export function emailChangedMail({ to, origin }: Letter): Mail {
  return {
    kind: "email-changed",
    to,
    subject: "Your email address was changed",
    text: lines(
      "The email address of your Sinkove account was changed, and this address no longer belongs to it. If you did not do that, ask whoever runs this server for help right away:",
      origin,
    ),
  };
}

/** An invitation to an organization, from the API. */
export interface InvitationLetter extends Letter {
  readonly role: string;
  readonly organizationName: string;
  readonly invitedBy: string | null;
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

export function invitationMail(letter: InvitationLetter): Mail {
  const { to, origin, role, organizationName, invitedBy, token, expiresAt } = letter;
  const inviter = invitedBy === null ? "You are invited" : `${oneLine(invitedBy)} invites you`;
  return {
    kind: "invitation",
    to,
    subject: "Invitation to an organization on Sinkove",
    text: lines(
      `${inviter} to the organization "${oneLine(organizationName)}" as ${role}. Accept here:`,
      consoleLink(origin, "invitations", token),
      `The link works once, until ${new Date(expiresAt).toUTCString()}. If you do not know why you got it, ignore this email.`,
    ),
  };
}

function lines(...paragraphs: readonly string[]): string {
  return `${paragraphs.join("\n\n")}\n`;
}

/** Cleans a name, because people choose names: they must not add lines or links, or reverse the text. */
function oneLine(name: string): string {
  return name
    .replaceAll(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, " ")
    .replaceAll("://", ": //")
    .slice(0, 100);
}
