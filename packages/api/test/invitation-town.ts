import { expect } from "vitest";
import type { Store } from "../src/index.ts";
import type { Call } from "./client.ts";
import { createTown, type Person } from "./people.ts";

export const DAY = 24 * 60 * 60 * 1000;

/** Returns the address of a person without an account. */
export function guest(): string {
  return `guest-${crypto.randomUUID()}@example.com`;
}

/** Creates an organization with an owner who sends invitations. */
export async function createTownWithOwner(store: Store) {
  const town = await createTown({ store });
  const olga = await town.join("owner");
  const path = { organizationId: town.organizationId };
  const invite = async (email: string, more: object = {}) => {
    const { status, body } = await olga.call("createInvitation", {
      path,
      body: { email, ...more },
    });
    expect(status).toBe(201);
    return body;
  };
  const accept = (person: Person, token: string, headers?: Call["headers"]) =>
    person.call("acceptInvitation", { body: { token }, ...(headers && { headers }) });
  const roleOf = async ({ id }: Person) =>
    (await town.store.listMembers(path.organizationId)).find(({ accountId }) => accountId === id)
      ?.role;
  return { ...town, olga, path, invite, accept, roleOf };
}
