import { type ApiKey, operations, type Scope, type Usage } from "@sinkove/contract";

const DAY = 86_400_000;
/** The number of days after which an unused scope is probably not needed. */
export const SCOPE_DAYS = 30;

/**
 * Returns the scopes that a key has but did not use in the last 30 days. Returns none if the key is younger or does not
 * work. Also returns none if it used no scope at all, because a key must have at least one.
 *
 * @param usage the key's usage of the last 30 days
 */
export function unusedScopes(key: ApiKey, usage: Usage, now: number): readonly Scope[] {
  if (key.status !== "active" || now - Date.parse(key.createdAt) < SCOPE_DAYS * DAY) return [];
  const used = usedScopes(usage);
  const unused = key.scopes.filter((scope) => !used.has(scope));
  return unused.length < key.scopes.length ? unused : [];
}

/** Returns the scopes that the requests needed, including refused requests. */
function usedScopes({ buckets }: Usage): ReadonlySet<Scope> {
  const called = new Set(buckets.flatMap(({ byOperation }) => Object.keys(byOperation)));
  return new Set(
    Object.values(operations)
      .filter(({ id }) => called.has(id))
      .flatMap(({ scopes }) => scopes),
  );
}
