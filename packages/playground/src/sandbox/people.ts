import { type Store, savePerson } from "@sinkove/api";

/** The person whom a world's account is, as in the contract's examples. */
const OWNER = { name: "Ada Lovelace", email: "ada@example.com", emailVerified: true };
/** Another one, so that programs can try what owners do with members. */
const MEMBER = {
  id: "01939ad0-1100-7bbb-8ccc-2d3e4f5a6b7c",
  name: "Grace Hopper",
  email: "grace@example.com",
  emailVerified: true,
};

/** Whose account it is, and the organization that the other person belongs to. */
export interface WorldPeople {
  readonly accountId: string;
  readonly organizationId: string;
  readonly now: number;
}

/** Gives a world's account its person, and its organization a second member. */
export async function addPeople(store: Store, world: WorldPeople): Promise<void> {
  const { accountId, organizationId, now } = world;
  await savePerson(store, { id: accountId, ...OWNER, now });
  await savePerson(store, { ...MEMBER, now });
  // Later than the owner, so that the order of the members is always the same.
  const membership = { accountId: MEMBER.id, organizationId, joinedAt: now + 1 };
  await store.write({ accountId }, (writer) =>
    writer.insertMembership({ ...membership, role: "member" }),
  );
}
