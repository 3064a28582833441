import { type ApiKey, operations, type Scope, type Usage } from "@sinkove/contract";

const DAY = 86_400_000;
/** A scope that was not needed for so long is probably not needed. */
export const SCOPE_DAYS = 30;

/**
 * The scopes that a key has and did not need in the last 30 days. None if the key is younger than that, does not work,
 * or needed no scope at all: then it is unused, which is another matter, and a key cannot have no scopes.
 *
 * @param usage the key's usage of the last 30 days
 */
export function unusedScopes(key: ApiKey, usage: Usage, now: number): readonly Scope[] {
  if (key.status !== "active" || now - Date.parse(key.createdAt) < SCOPE_DAYS * DAY) return [];
  const used = usedScopes(usage);
  const unused = key.scopes.filter((scope) => !used.has(scope));
  return unused.length < key.scopes.length ? unused : [];
}

/** The scopes that the requests needed. A refused request counts: its program wanted them. */
function usedScopes({ buckets }: Usage): ReadonlySet<Scope> {
  const called = new Set(buckets.flatMap(({ byOperation }) => Object.keys(byOperation)));
  return new Set(
    Object.values(operations)
      .filter(({ id }) => called.has(id))
      .flatMap(({ scopes }) => scopes),
  );
}
