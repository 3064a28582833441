import { hash } from "node:crypto";
import type { AuthDatabase } from "./auth-schema.ts";

/** A limit for attempts. */
export interface AttemptLimit {
  readonly name: string;
  readonly limit: number;
  readonly windowSeconds: number;
}

/** Counts attempts in the database, which servers may share. */
export interface Attempts {
  /** Counts an attempt. @returns the seconds after which to try again if there were too many; otherwise undefined */
  take(limit: AttemptLimit, subject: string): Promise<number | undefined>;
  /** Resets the count. */
  clear(limit: AttemptLimit, subject: string): Promise<void>;
}

/** Expired windows are deleted once in this many attempts. */
const CLEAN_EVERY = 100;

/**
 * A window that ends so many milliseconds later than one that begins now was made by a clock that has been corrected
 * since. Otherwise, everybody who signed in meanwhile would be locked out.
 */
const WRONG_CLOCK = 24 * 60 * 60 * 1000;

/** Counts attempts in fixed windows. Up to twice the limit fits into a window's length, which still slows guessing. */
export function createAttempts({ kysely }: AuthDatabase, clock: () => number): Attempts {
  let count = 0;
  const clean = async (now: number): Promise<void> => {
    count += 1;
    if (count % CLEAN_EVERY !== 0) return;
    await kysely.deleteFrom("auth_attempts").where("resetAt", "<=", now).execute();
  };
  return {
    async take(limit, subject) {
      const now = clock();
      await clean(now);
      const resetAt = now + limit.windowSeconds * 1000;
      const row = await kysely
        .insertInto("auth_attempts")
        .values({ key: keyOf(limit, subject), count: 1, resetAt })
        .onConflict((conflict) =>
          conflict.column("key").doUpdateSet(({ eb, ref }) => {
            const end = ref("auth_attempts.resetAt");
            const isOver = eb.or([eb(end, "<=", now), eb(end, ">", resetAt + WRONG_CLOCK)]);
            return {
              count: eb
                .case()
                .when(isOver)
                .then(1)
                .else(eb("auth_attempts.count", "+", 1))
                .end(),
              resetAt: eb
                .case()
                .when(isOver)
                .then(resetAt)
                .else(ref("auth_attempts.resetAt"))
                .end(),
            };
          }),
        )
        .returning(["count", "resetAt"])
        .executeTakeFirstOrThrow();
      if (row.count <= limit.limit) return undefined;
      return Math.max(1, Math.ceil((Number(row.resetAt) - now) / 1000));
    },
    async clear(limit, subject) {
      await kysely.deleteFrom("auth_attempts").where("key", "=", keyOf(limit, subject)).execute();
    },
  };
}

/** Hashes the subject, so that the table contains no addresses. */
function keyOf({ name }: AttemptLimit, subject: string): string {
  return hash("sha256", `${name} ${subject}`);
}
