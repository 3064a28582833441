import type { ApiKeyRecord, Moment } from "../store/records.ts";

export const DAY: number = 24 * 60 * 60 * 1000;

/** The days before the expiry of a key at which notices are due, the last one first. */
export const NOTICE_DAYS = [1, 7, 30] as const;

/** The earliest notice, in milliseconds before the expiry. */
export const EARLIEST: number = 30 * DAY;

/** The members of a key that its notices depend on. */
type Expiring = Pick<ApiKeyRecord, "expiresAt" | "createdAt" | "enabled" | "revokedAt">;

/**
 * The notice that is due for a key: the latest whose time has come. Earlier notices that were missed are skipped. A
 * notice whose time is before the key's creation is never due: a key that is created for a week gets a notice one day
 * before its expiry, but none at seven days.
 *
 * @returns the days before the expiry; undefined if no notice is due. Does not consider which notices were already sent
 */
export function dueNotice(apiKey: Expiring, now: Moment): number | undefined {
  const { expiresAt, createdAt, enabled, revokedAt } = apiKey;
  if (expiresAt === null || expiresAt <= now || !enabled || revokedAt !== null) return undefined;
  const days = passedNotice(expiresAt, now);
  return days !== undefined && expiresAt - days * DAY > createdAt ? days : undefined;
}

/** The latest notice whose moment has come, in days before the expiry. */
export function passedNotice(expiresAt: Moment, now: Moment): number | undefined {
  return NOTICE_DAYS.find((days) => expiresAt - now <= days * DAY);
}
