import type { ApiKey } from "@sinkove/contract";

const DAY = 86_400_000;
/** A key that was not used for so long is probably forgotten. */
export const UNUSED_DAYS = 90;

/** The keys that work and were not used for 90 days, the longest unused first. */
export function unusedKeys(keys: readonly ApiKey[], now: number): readonly ApiKey[] {
  return keys
    .filter(({ status }) => status === "active")
    .filter((key) => now - lastSign(key) > UNUSED_DAYS * DAY)
    .toSorted((one, other) => lastSign(one) - lastSign(other));
}

/** When the key was last used; if never, when it was made. */
function lastSign({ lastUsedAt, createdAt }: ApiKey): number {
  return Date.parse(lastUsedAt ?? createdAt);
}
