import type { Credentials, Store } from "../store.ts";

/** Past this many, all are forgotten. */
const MOST = 10_000;

/**
 * Keeps what was found of keys for as long as nothing at all was committed: each look-up asks for the revision
 * first, so that a key that was revoked, by whichever process, is never found in its old state.
 *
 * @param revision - differs after each commit of whichever connection; throws where that cannot be known
 */
export function withCachedCredentials(store: Store, revision: () => number): Store {
  const known = new Map<string, Credentials>();
  let knownAt: number | undefined;
  return {
    ...store,
    async findCredentials(hash) {
      const before = revisionOrNone(revision);
      if (before !== knownAt || known.size >= MOST) known.clear();
      knownAt = before;
      const cached = known.get(hash);
      if (cached) return cached;
      const found = await store.findCredentials(hash);
      // What is committed meanwhile changes the revision, and the next look-up forgets this one.
      if (found && before !== undefined && knownAt === before) known.set(hash, found);
      return found;
    },
  };
}

/** Without a revision nothing is kept: the store itself says what is wrong. */
function revisionOrNone(revision: () => number): number | undefined {
  try {
    return revision();
  } catch {
    return undefined;
  }
}
