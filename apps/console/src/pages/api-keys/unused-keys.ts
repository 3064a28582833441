import type { ApiKey } from "@sinkove/contract";

const DAY = 86_400_000;
/** The number of days after which an unused key is probably forgotten. */
export const UNUSED_DAYS = 90;

/** Returns the active keys that were not used for 90 days, longest unused first. */
export function unusedKeys(keys: readonly ApiKey[], now: number): readonly ApiKey[] {
  return keys
    .filter(({ status }) => status === "active")
    .filter((key) => now - lastSign(key) > UNUSED_DAYS * DAY)
    .toSorted((one, other) => lastSign(one) - lastSign(other));
}

/** Returns when a key was last used or, if it never was, created. */
function lastSign({ lastUsedAt, createdAt }: ApiKey): number {
  return Date.parse(lastUsedAt ?? createdAt);
}
