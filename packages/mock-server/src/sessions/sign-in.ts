import { describe } from "../describe.ts";
import { MockError } from "../mock-error.ts";
import type { World } from "../worlds/world.ts";
import { sessionCookie } from "./session-cookie.ts";

/**
 * Signs a person of a world in.
 *
 * @param accountId default: the world's owner
 * @returns the value of a `Cookie` header with the session
 * @throws {MockError} if the world has no such person
 */
export function signIn(world: World, accountId: string = world.accountId): string {
  const { people, sessions } = world;
  if (people.some((person) => person.accountId === accountId)) {
    return sessionCookie(sessions.begin(accountId));
  }
  const known = people.map((person) => `${person.name} ${person.accountId}`).join(", ");
  throw new MockError(`The world has no person ${describe(accountId)}. Its people are: ${known}.`);
}
