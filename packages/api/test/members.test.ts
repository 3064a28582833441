import { describe, expect, it } from "vitest";
import type { Reply } from "./client.ts";
import { createTown, type Person, type Town } from "./people.ts";
import { type OpenStore, onEachStore } from "./stores.ts";

/** The number of times that two simultaneous changes are tried. */
const ROUNDS = 10;

/** Creates two owners of a new organization. */
async function twoOwners({ store }: OpenStore) {
  const town = await createTown({ store: store() });
  const [ada, bob] = [await town.signUp("Ada"), await town.signUp("Bob")];
  const { body } = await ada.call("createOrganization", { body: { name: "Cardiology" } });
  const organizationId: string = body.id;
  const membership = { accountId: bob.id, organizationId, joinedAt: town.now() };
  await town.store.write({ accountId: bob.id }, (writer) =>
    writer.insertMembership({ ...membership, role: "owner" }),
  );
  return { ...town, ada, bob, organizationId };
}

async function rolesIn({ store }: Pick<Town, "store">, organizationId: string): Promise<string[]> {
  return (await store.listMembers(organizationId)).map(({ role }) => role);
}

type Act = (actor: Person, other: Person, organizationId: string) => Promise<Reply>;

const acts: Readonly<Record<string, Act>> = {
  "remove each other": (actor, other, organizationId) =>
    actor.call("deleteMember", { path: { organizationId, accountId: other.id } }),
  "remove themselves": (actor, _, organizationId) =>
    actor.call("deleteMember", { path: { organizationId, accountId: actor.id } }),
  "make each other a member": (actor, other, organizationId) =>
    actor.call("updateMember", {
      path: { organizationId, accountId: other.id },
      body: { role: "member" },
    }),
  leave: (actor, _, organizationId) => actor.call("deleteMembership", { path: { organizationId } }),
  "delete their accounts": (actor) => actor.call("deleteMe"),
};

onEachStore((open) => {
  it.each(Object.entries(acts))("keeps an owner when two %s at once", async (_, act) => {
    for (let round = 0; round < ROUNDS; round++) {
      const { ada, bob, organizationId, ...town } = await twoOwners(open);
      const replies = await Promise.all([
        act(ada, bob, organizationId),
        act(bob, ada, organizationId),
      ]);
      const statuses = replies.map(({ status }) => status).sort();
      expect([200, 204]).toContain(statuses[0]);
      expect([403, 409]).toContain(statuses[1]);
      const roles = await rolesIn(town, organizationId);
      expect(roles.filter((role) => role === "owner")).toHaveLength(1);
    }
  });

  it("keeps an owner when one leaves while another is made a member", async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { ada, bob, organizationId, ...town } = await twoOwners(open);
      const path = { organizationId, accountId: bob.id };
      await Promise.all([
        ada.call("deleteMembership", { path: { organizationId } }),
        ada.call("updateMember", { path, body: { role: "member" } }),
        bob.call("deleteMe"),
      ]);
      expect(await rolesIn(town, organizationId)).toContain("owner");
    }
  });

  describe("a role that is taken away", () => {
    it.each(["session", "key"])(
      "is gone with the response, for writes by %s that are on their way",
      async (by) => {
        const { ada, bob, organizationId, ...town } = await twoOwners(open);
        const { body: issued } = await bob.call("createApiKey", { body: { name: "x" } });
        const path = { organizationId };
        const rename = (name: string) => {
          const call = { path, body: { name } };
          return by === "key"
            ? town.call("updateOrganization", { ...call, key: issued.secret })
            : bob.call("updateOrganization", call);
        };
        const nameNow = async () => (await ada.call("getOrganization", { path })).body.name;
        const before = Array.from({ length: 20 }, (_, index) => rename(`before ${index}`));
        const demoted = await ada.call("updateMember", {
          path: { organizationId, accountId: bob.id },
          body: { role: "member" },
        });
        expect(demoted.status).toBe(200);
        const name = await nameNow();
        const after = await Promise.all(
          Array.from({ length: 20 }, (_, index) => rename(`after ${index}`)),
        );
        expect(after.map(({ status }) => status)).toEqual(after.map(() => 403));
        for (const { status } of await Promise.all(before)) expect([200, 403]).toContain(status);
        expect(await nameNow()).toBe(name);
      },
    );

    it("no longer allows reads after the response, and a removal ends access to the organization", async () => {
      const { ada, bob, organizationId, ...town } = await twoOwners(open);
      const { body: issued } = await bob.call("createApiKey", { body: { name: "x" } });
      const path = { organizationId };
      const read = async () => [
        (await bob.call("listOrganizationDatasets", { path })).status,
        (await town.call("listOrganizationDatasets", { path, key: issued.secret })).status,
      ];
      expect(await read()).toEqual([200, 200]);
      await ada.call("deleteMember", { path: { organizationId, accountId: bob.id } });
      expect(await read()).toEqual([403, 403]);
      for (const session of [bob.session]) {
        const { body } = await town.call("listOrganizations", { session });
        expect(body).toEqual([]);
      }
      const { body } = await town.call("getMe", { key: issued.secret });
      expect(body.organizations).toEqual([]);
    });

    it("comes back with the role", async () => {
      const { ada, bob, organizationId } = await twoOwners(open);
      const path = { organizationId };
      const member = { path: { organizationId, accountId: bob.id } };
      await ada.call("updateMember", { ...member, body: { role: "member" } });
      const rename = { path, body: { name: "Neurology" } };
      const refused = await bob.call("updateOrganization", rename);
      expect(refused.body.detail).toContain("role member");
      await ada.call("updateMember", { ...member, body: { role: "owner" } });
      expect((await bob.call("updateOrganization", rename)).body.name).toBe("Neurology");
    });
  });

  it("lists members with their roles in pages, those who joined last first", async () => {
    const { ada, bob, organizationId, advance, join } = await twoOwners(open);
    advance(1000);
    const max = await join("member", organizationId);
    const path = { organizationId };
    const first = await ada.call("listMembers", { path, query: { limit: "1" } });
    expect(first.body).toMatchObject([{ accountId: max.id, name: "Max", role: "member" }]);
    const next = new URL(/<(.*)>/.exec(first.headers.get("Link") ?? "")?.[1] ?? "");
    const cursor = next.searchParams.get("cursor") ?? "";
    const { body: rest } = await max.call("listMembers", { path, query: { cursor } });
    const ids = rest.map(({ accountId }: { accountId: string }) => accountId);
    expect(ids.sort()).toEqual([ada.id, bob.id].sort());
  });

  it("answers 404 for a person who is not a member, and for the last owner 409", async () => {
    const { join, signUp, organizationId, accountId, store } = await createTown({
      store: open.store(),
    });
    const nora = await signUp("Nora");
    const olga = await join("owner", organizationId);
    const path = { organizationId, accountId: nora.id };
    for (const call of [
      olga.call("deleteMember", { path }),
      olga.call("updateMember", { path, body: { role: "owner" } }),
    ]) {
      expect((await call).body.code).toBe("MEMBER_NOT_FOUND");
    }
    const upper = { organizationId, accountId: accountId.toUpperCase() };
    expect((await olga.call("deleteMember", { path: upper })).status).toBe(204);
    expect(await store.listMembers(organizationId)).toHaveLength(1);
    const own = { organizationId, accountId: olga.id };
    const replies = [
      await olga.call("deleteMember", { path: own }),
      await olga.call("updateMember", { path: own, body: { role: "member" } }),
      await olga.call("deleteMembership", { path: { organizationId } }),
      await olga.call("deleteMe"),
    ];
    for (const { status, body } of replies)
      expect([status, body.code]).toEqual([409, "LAST_OWNER"]);
    expect((await olga.call("updateMember", { path: own, body: { role: "owner" } })).status).toBe(
      200,
    );
  });

  if (open.kind === "memory") return;

  it("a role is gone on every server of a database with the response of any of them", async () => {
    const { ada, bob, organizationId, ...town } = await twoOwners(open);
    const { body: issued } = await bob.call("createApiKey", { body: { name: "x" } });
    const second = await createTown({ store: await open.home().open() });
    const path = { organizationId };
    const member = { organizationId, accountId: bob.id };
    const read = async ({ call }: Pick<Town, "call">) =>
      (await call("getOrganization", { path, key: issued.secret })).status;
    expect([await read(town), await read(second)]).toEqual([200, 200]);
    await ada.call("deleteMember", { path: member });
    expect([await read(town), await read(second)]).toEqual([403, 403]);
    const membership = { ...member, role: "member", joinedAt: null } as const;
    await town.store.write({ accountId: bob.id }, (writer) => writer.insertMembership(membership));
    expect([await read(town), await read(second)]).toEqual([200, 200]);
    // This time the other process changes the role, such as a command beside a server.
    await second.store.write({ accountId: bob.id, changesAccessOf: [bob.id] }, (writer) =>
      writer.deleteMembership(member),
    );
    expect([await read(town), await read(second)]).toEqual([403, 403]);
    await second.store.close();
  });
});
