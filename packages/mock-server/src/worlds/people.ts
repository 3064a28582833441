import { type Store, savePerson } from "@sinkove/api";
import type { SandboxPerson } from "./sandbox-person.ts";

/** The owner of a world's account, as in the contract's examples. */
const OWNER = { name: "Ada Lovelace", email: "ada@example.com" };
/** A member of the first organization, so that programs can try the operations that owners have on members. */
const MEMBER: SandboxPerson = {
  accountId: "01939ad0-1100-7bbb-8ccc-2d3e4f5a6b7c",
  name: "Grace Hopper",
  email: "grace@example.com",
};
/** A person in no organization, whom programs can invite. */
const GUEST: SandboxPerson = {
  accountId: "01939ad0-1200-7ccc-9ddd-3e4f5a6b7c8d",
  name: "Alan Turing",
  email: "alan@example.com",
};

/** The account of the owner, and the organization that the second person joins. */
export interface WorldPeople {
  readonly accountId: string;
  readonly organizationId: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Adds the people of a world: the owner, a second member of the organization, and a person to invite. */
export async function addPeople(store: Store, world: WorldPeople): Promise<SandboxPerson[]> {
  const { accountId, organizationId, now } = world;
  const people = [{ accountId, ...OWNER }, MEMBER, GUEST];
  for (const { accountId: id, ...person } of people) {
    await savePerson(store, { id, ...person, emailVerified: true, now });
  }
  // The member joins after the owner, so that the order of the members is always the same.
  const membership = { accountId: MEMBER.accountId, organizationId, joinedAt: now + 1 };
  await store.write({ accountId }, (writer) =>
    writer.insertMembership({ ...membership, role: "member" }),
  );
  return people;
}
