import type { Store } from "@sinkove/api";
import type { SandboxPerson } from "./sandbox-person.ts";

/** Who belongs to the world's account and its first organization. */
export interface PeoplePlace {
  readonly accountId: string;
  readonly organizationId: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Those of the service: its own limit is given to the world's account only. */
const RATE_LIMIT = { limit: 100, windowSeconds: 60 };

/**
 * Gives the world's account an email address, and the world two more people: Grace is a member of the first
 * organization, Alan belongs to none.
 */
export async function createPeople(store: Store, place: PeoplePlace): Promise<SandboxPerson[]> {
  const { accountId, organizationId, now } = place;
  const owner = { accountId, name: "Sandbox", email: "sandbox@example.com" };
  const [grace, alan] = [person("Grace Hopper", "grace"), person("Alan Turing", "alan")];
  await store.write({ accountId, changesKeys: true }, async (writer) => {
    await writer.updateAccount(accountId, { email: owner.email, emailVerified: true });
    for (const { accountId: id, name, email } of [grace, alan]) {
      const account = { id, name, email, emailVerified: true, createdAt: now, deletedAt: null };
      await writer.insertAccount({ ...account, rateLimit: RATE_LIMIT });
    }
    const membership = { accountId: grace.accountId, organizationId, joinedAt: now };
    await writer.insertMembership({ ...membership, role: "member" });
  });
  return [owner, grace, alan];
}

function person(name: string, mailbox: string): SandboxPerson {
  return { accountId: crypto.randomUUID(), name, email: `${mailbox}@example.com` };
}
