import type { Random } from "../random.ts";

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const LENGTH = 32;

/** Bytes from this value on are not used, because they would make the first digits more likely. */
const LIMIT = 256 - (256 % DIGITS.length);

/** A new token of an invitation: 190 random bits in 32 characters, after a prefix that says what it is. */
export function newInvitationToken(random: Random): string {
  let digits = "";
  const bytes = new Uint8Array(LENGTH);
  while (digits.length < LENGTH) {
    random(bytes);
    for (const byte of bytes) if (byte < LIMIT) digits += DIGITS[byte % DIGITS.length];
  }
  return `sinkove_invitation_${digits.slice(0, LENGTH)}`;
}
