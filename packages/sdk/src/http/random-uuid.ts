import { ConfigurationError } from "../errors/client-errors.ts";

/** A UUID of version 4, without `crypto.randomUUID`, which `http:` pages do not have, except on localhost. */
export function randomUuid(): string {
  const random = globalThis.crypto?.getRandomValues?.(new Uint8Array(36));
  if (!random) throw new ConfigurationError("This runtime has no crypto. Pass an idempotencyKey.");
  // Version 4, and the variant of RFC 9562.
  return "xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx".replace(/x/g, (_, index: number) =>
    ((random[index] as number) & 15).toString(16),
  );
}
