import { type Store, savePerson } from "@sinkove/api";

/** The owner of the account, as in the contract's examples. */
const OWNER = { name: "Ada Lovelace", email: "ada@example.com", emailVerified: true };
/** A second member, so that programs can try the operations that owners have on members. */
const MEMBER = {
  id: "01939ad0-1100-7bbb-8ccc-2d3e4f5a6b7c",
  name: "Grace Hopper",
  email: "grace@example.com",
  emailVerified: true,
};

/** The account of the owner, and the organization that the second person joins. */
export interface WorldPeople {
  readonly accountId: string;
  readonly organizationId: string;
  readonly now: number;
}

/** Adds the people of a world: the owner, and a second member of the organization. */
export async function addPeople(store: Store, world: WorldPeople): Promise<void> {
  const { accountId, organizationId, now } = world;
  await savePerson(store, { id: accountId, ...OWNER, now });
  await savePerson(store, { ...MEMBER, now });
  // The member joins after the owner, so that the order of the members is always the same.
  const membership = { accountId: MEMBER.id, organizationId, joinedAt: now + 1 };
  await store.write({ accountId }, (writer) =>
    writer.insertMembership({ ...membership, role: "member" }),
  );
}
