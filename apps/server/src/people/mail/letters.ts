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
      "The email address of your Sinkove account was changed, and this address no longer belongs to it. If you did not do that, ask the operator of this server for help right away:",
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

/** The parts by which people recognize a key. */
interface KeyLetter extends Letter {
  readonly apiKey: {
    readonly id: string;
    readonly name: string;
    readonly prefix: string;
    readonly last4: string;
  };
}

/** A key was found where others can read it. */
export interface LeakLetter extends KeyLetter {
  /** Where the key was found, according to the report. */
  readonly url: string | null;
  readonly policy: "revoke" | "disable" | "notify";
  /** How many keys that it created still work. Default: 0. */
  readonly createdKeys?: number;
}

const DONE: { readonly [Policy in LeakLetter["policy"]]: string } = {
  revoke:
    "The key was revoked: requests with it are refused from now on. Replace it where it is used.",
  disable:
    "The key was disabled: requests with it are refused until it is enabled. Replace it where it is used, then revoke it.",
  notify: "The key still works. Replace it where it is used, then revoke it, right away.",
};

/** Somebody who had the key may have created keys with it, which keep working if it is revoked. */
function createdKeysText(count: number): string[] {
  if (count === 0) return [];
  const keys = count === 1 ? "1 key" : `${count} keys`;
  const verb = count === 1 ? "works" : "work";
  return [`${keys} that it created still ${verb}. Revoke what you did not create yourself.`];
}

export function leakMail(letter: LeakLetter): Mail {
  const { to, origin, apiKey, url, policy, createdKeys = 0 } = letter;
  const place = url === null ? "" : ` The report says where: ${oneLine(url, 500)}`;
  return {
    kind: "api-key-leaked",
    to,
    subject: "An API key was found in public",
    text: lines(
      `The API key ${described(apiKey)} was reported as found where others can read it.${place}`,
      DONE[policy],
      ...createdKeysText(createdKeys),
      "See what it was used for:",
      keyPage(origin, apiKey),
    ),
  };
}

/** A key is about to expire. */
export interface ExpiryLetter extends KeyLetter {
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

export function expiryMail({ to, origin, apiKey, expiresAt }: ExpiryLetter): Mail {
  return {
    kind: "api-key-expiring",
    to,
    subject: "An API key is about to expire",
    text: lines(
      `The API key ${described(apiKey)} expires on ${new Date(expiresAt).toUTCString()}. After that, requests with it are refused.`,
      "If a program still needs it, rotate it, or give it a later expiry:",
      keyPage(origin, apiKey),
    ),
  };
}

/** An organization has few credits left. */
export interface LowCreditsLetter extends Letter {
  readonly organization: { readonly id: string; readonly name: string; readonly credits: number };
  readonly threshold: number;
}

export function lowCreditsMail({ to, origin, organization, threshold }: LowCreditsLetter): Mail {
  const { id, name, credits } = organization;
  const left = credits === 1 ? "1 credit" : `${credits} credits`;
  return {
    kind: "credits-low",
    to,
    subject: "An organization has few credits left",
    text: lines(
      `The organization "${oneLine(name)}" has ${left} left, fewer than the ${threshold} at which its owners want to know. Each image that is generated costs one credit.`,
      "See what has spent them, or change the number:",
      `${origin}/console/organizations/${id}`,
    ),
  };
}

function described({ name, prefix, last4 }: KeyLetter["apiKey"]): string {
  return `"${oneLine(name)}" (${prefix}…${last4})`;
}

function keyPage(origin: string, { id }: KeyLetter["apiKey"]): string {
  return `${origin}/console/api-keys/${id}`;
}

function lines(...paragraphs: readonly string[]): string {
  return `${paragraphs.join("\n\n")}\n`;
}

/** Cleans a name or a URL, because people choose them: they must not add lines or links, or reverse the text. */
function oneLine(name: string, most = 100): string {
  return name
    .replaceAll(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, " ")
    .replaceAll("://", ": //")
    .slice(0, most);
}
