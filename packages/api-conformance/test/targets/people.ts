import { type FindSession, type Store, savePerson } from "@sinkove/api";
import type { People } from "../../src/scenarios/target.ts";

const COOKIE = /(?:^|; )sinkove_session=([^;]+)/;

/** Signs people in to an API in this process. A session is the id of its account. */
export interface SignIn {
  readonly findSession: FindSession;
  readonly peopleOf: (accountId: string) => People;
}

/** Creates people in the target's store, and the sessions that its API finds. */
export function createSignIn(store: Store, clock: () => number): SignIn {
  const ended = new Set<string>();
  const personOf = (accountId: string, email: string | null) => {
    return { accountId, email, cookie: `theme=dark; sinkove_session=${accountId}` };
  };
  return {
    findSession: async ({ headers }) => {
      const accountId = COOKIE.exec(headers.get("cookie") ?? "")?.[1];
      if (accountId === undefined) return undefined;
      if (ended.has(accountId)) return "ended";
      return { id: `session of ${accountId}`, accountId, secret: `secret of ${accountId}` };
    },
    peopleOf: (ownerId) => ({
      owner: personOf(ownerId, null),
      newPerson: async ({ email, emailVerified = true } = {}) => {
        const id = crypto.randomUUID();
        const address = email ?? `${id}@example.org`;
        const person = { id, name: "Ada Example", email: address, emailVerified };
        await savePerson(store, { ...person, now: clock() });
        return personOf(id, address);
      },
      endSession: ({ accountId }) => ended.add(accountId),
    }),
  };
}
