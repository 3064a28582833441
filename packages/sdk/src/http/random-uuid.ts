import { ConfigurationError } from "../errors/client-errors.ts";

/** A UUID of version 4. Pages of `http:` have no `crypto.randomUUID`, unless they are of this machine. */
export function randomUuid(): string {
  const { crypto } = globalThis as { crypto?: Partial<Crypto> };
  if (crypto?.randomUUID) return crypto.randomUUID();
  if (!crypto?.getRandomValues) {
    throw new ConfigurationError(
      "There is no crypto.getRandomValues here. Pass an idempotencyKey that is unique.",
    );
  }
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (Number(bytes[6]) & 15) | 64; // version 4
  bytes[8] = (Number(bytes[8]) & 63) | 128; // the variant of RFC 9562
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
