import { type Store, savePerson } from "@sinkove/api";
import type { SandboxPerson } from "./sandbox-person.ts";

/** The person whom a world's account is, as in the contract's examples. */
const OWNER = { name: "Ada Lovelace", email: "ada@example.com" };
/** Another one, so that programs can try what owners do with members. */
const MEMBER: SandboxPerson = {
  accountId: "01939ad0-1100-7bbb-8ccc-2d3e4f5a6b7c",
  name: "Grace Hopper",
  email: "grace@example.com",
};
/** Somebody to invite. */
const GUEST: SandboxPerson = {
  accountId: "01939ad0-1200-7ccc-9ddd-3e4f5a6b7c8d",
  name: "Alan Turing",
  email: "alan@example.com",
};

/** Whose account it is, and the organization that one other person belongs to. */
export interface WorldPeople {
  readonly accountId: string;
  readonly organizationId: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Gives a world's account its person, its organization a second member, and the world somebody to invite. */
export async function addPeople(store: Store, world: WorldPeople): Promise<SandboxPerson[]> {
  const { accountId, organizationId, now } = world;
  const people = [{ accountId, ...OWNER }, MEMBER, GUEST];
  for (const { accountId: id, ...person } of people) {
    await savePerson(store, { id, ...person, emailVerified: true, now });
  }
  // Later than the owner, so that the order of the members is always the same.
  const membership = { accountId: MEMBER.accountId, organizationId, joinedAt: now + 1 };
  await store.write({ accountId }, (writer) =>
    writer.insertMembership({ ...membership, role: "member" }),
  );
  return people;
}
