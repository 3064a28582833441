import { ConfigurationError } from "../errors/client-errors.ts";

/** A UUID of version 4. Pages of `http:` have no `crypto.randomUUID`, unless they are of this machine. */
export function randomUuid(): string {
  const { crypto } = globalThis as { crypto?: Partial<Crypto> };
  if (crypto?.randomUUID) return crypto.randomUUID();
  if (!crypto?.getRandomValues)
    throw new ConfigurationError("There is no crypto here. Pass an idempotencyKey.");
  const digit = (): string =>
    (Number(crypto.getRandomValues?.(new Uint8Array(1))[0]) & 15).toString(16);
  // Version 4, and the variant of RFC 9562.
  return "xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx".replace(/x/g, digit);
}
