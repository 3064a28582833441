import { describe, expect, it } from "vitest";
import { ALL_SCOPES, restoreAccount, suspendAccount } from "../src/index.ts";
import { createTown, type Person } from "./people.ts";
import { addOrganization, onEachStore } from "./stores.ts";

const HOUR = 60 * 60 * 1000;

onEachStore((open) => {
  /** Creates an organization with two owners. Mallory is hostile, and Vera is Mallory's second account. */
  async function openTown() {
    const town = await createTown({ store: open.store() });
    const [olga, mallory] = [await town.join("owner"), await town.join("owner")];
    const vera = await town.signUp("Vera");
    const path = { organizationId: town.organizationId };
    const member = { ...path, accountId: mallory.id };
    const body = { email: vera.email, role: "owner" };
    const accept = async (token: string) => {
      const reply = await vera.call("acceptInvitation", { body: { token } });
      return [reply.status, reply.body.code];
    };
    const keyOf = async (person: Person, more: object = {}) =>
      (await person.call("createApiKey", { body: { name: "x", ...more } })).body;
    return { ...town, olga, mallory, vera, path, member, body, accept, keyOf };
  }
  type OpenTown = Awaited<ReturnType<typeof openTown>>;

  const ENDS: Readonly<Record<string, (town: OpenTown) => Promise<unknown>>> = {
    "is removed": ({ olga, member }) => olga.call("deleteMember", { path: member }),
    "is made a member": ({ olga, member }) =>
      olga.call("updateMember", { path: member, body: { role: "member" } }),
    leaves: ({ mallory, path }) => mallory.call("deleteMembership", { path }),
    "deletes the account": ({ mallory }) => mallory.call("deleteMe"),
    "is suspended": ({ store, mallory, now }) => suspendAccount(store, mallory.id, now()),
  };

  describe.each(Object.keys(ENDS))("an invitation whose sender %s", (name) => {
    it.each(["session", "key"])("by a %s makes nobody an owner", async (by) => {
      const town = await openTown();
      const { mallory, path, body, call, keyOf, accept } = town;
      const request = { path, body };
      const { body: invitation } =
        by === "session"
          ? await mallory.call("createInvitation", request)
          : await call("createInvitation", { ...request, key: (await keyOf(mallory)).secret });
      await ENDS[name]?.(town);
      expect(await accept(invitation.token)).toEqual([404, "INVITATION_NOT_FOUND"]);
    });
  });

  it.each(["revoked", "disabled"])(
    "an invitation of a key that is %s makes nobody an owner",
    async (end) => {
      const { mallory, path, body, call, keyOf, accept } = await openTown();
      const { id: apiKeyId, secret: key } = await keyOf(mallory);
      const { body: invitation } = await call("createInvitation", { key, path, body });
      const at = { path: { apiKeyId } };
      if (end === "revoked") await mallory.call("revokeApiKey", at);
      else await mallory.call("updateApiKey", { ...at, body: { enabled: false } });
      expect(await accept(invitation.token)).toEqual([404, "INVITATION_NOT_FOUND"]);
    },
  );

  const NARROWED: Readonly<Record<string, (elsewhere: string) => object>> = {
    "has lost a scope of owners": () => ({
      scopes: ALL_SCOPES.filter((each) => each !== "usage:read"),
    }),
    "has lost members:write": () => ({
      scopes: ALL_SCOPES.filter((each) => each !== "members:write"),
    }),
    "was limited to another organization": (elsewhere) => ({ organizationIds: [elsewhere] }),
  };

  it.each(Object.keys(NARROWED))(
    "an invitation of a key that %s makes nobody an owner",
    async (name) => {
      const town = await openTown();
      const { mallory, path, body, call, keyOf, accept } = town;
      const elsewhere = await addOrganization({ ...town, accountId: mallory.id });
      const { id: apiKeyId, secret: key } = await keyOf(mallory);
      const { body: invitation } = await call("createInvitation", { key, path, body });
      const change = { path: { apiKeyId }, body: NARROWED[name]?.(elsewhere) };
      expect((await mallory.call("updateApiKey", change)).status).toBe(200);
      expect(await accept(invitation.token)).toEqual([404, "INVITATION_NOT_FOUND"]);
    },
  );

  it("an invitation of a member needs only members:write of its key", async () => {
    const { mallory, path, body, call, keyOf, accept } = await openTown();
    const { id: apiKeyId, secret: key } = await keyOf(mallory);
    const request = { key, path, body: { ...body, role: "member" } };
    const { body: invitation } = await call("createInvitation", request);
    const scopes = ["members:write"];
    await mallory.call("updateApiKey", { path: { apiKeyId }, body: { scopes } });
    expect(await accept(invitation.token)).toEqual([200, undefined]);
  });

  it("an invitation still works if its sender's key was rotated and has ended, or the sender is back", async () => {
    const { mallory, path, body, call, keyOf, accept, store, now, advance } = await openTown();
    const { id: apiKeyId, secret: key } = await keyOf(mallory);
    const { body: invitation } = await call("createInvitation", { key, path, body });
    await mallory.call("rotateApiKey", { path: { apiKeyId }, body: { gracePeriodSeconds: 60 } });
    advance(HOUR);
    await suspendAccount(store, mallory.id, now());
    expect(await accept(invitation.token)).toEqual([404, "INVITATION_NOT_FOUND"]);
    await restoreAccount(store, mallory.id);
    expect(await accept(invitation.token)).toEqual([200, undefined]);
  });

  const LIMITED: Readonly<Record<string, (town: OpenTown) => Promise<object>>> = {
    "lacks a scope": async () => ({ scopes: ALL_SCOPES.filter((each) => each !== "usage:read") }),
    "has only members:write": async () => ({ scopes: ["members:write"] }),
    "ends one day": async ({ now }) => ({ expiresAt: new Date(now() + HOUR).toISOString() }),
  };

  describe.each(Object.keys(LIMITED))("an API key that %s", (name) => {
    it("makes no owner, by an invitation or by a change of a role", async () => {
      const town = await openTown();
      const { olga, mallory, path, member, body, call, keyOf, join } = town;
      const { secret: key } = await keyOf(olga, await LIMITED[name]?.(town));
      await olga.call("updateMember", { path: member, body: { role: "member" } });
      const replies = [
        await call("createInvitation", { key, path, body }),
        await call("updateMember", { key, path: member, body: { role: "owner" } }),
      ];
      for (const reply of replies)
        expect([reply.status, reply.body.code]).toEqual([403, "PERMISSION_DENIED"]);
      const roles = await olga.call("listMembers", { path });
      expect(roles.body).toContainEqual(
        expect.objectContaining({ accountId: mallory.id, role: "member" }),
      );
      // Invitations that create no owner are still allowed.
      const max = await join("member");
      const invited = { email: `x-${max.email}` };
      expect((await call("createInvitation", { key, path, body: invited })).status).toBe(201);
      for (const accountId of [olga.id, max.id]) {
        const request = { key, path: { ...path, accountId } };
        const role = accountId === olga.id ? "owner" : "member";
        expect((await call("updateMember", { ...request, body: { role } })).status).toBe(200);
      }
    });
  });

  it("a key that was rotated makes no owner in its grace period", async () => {
    const { olga, path, body, call, keyOf } = await openTown();
    const { id: apiKeyId, secret: key } = await keyOf(olga);
    await olga.call("rotateApiKey", { path: { apiKeyId } });
    expect((await call("createInvitation", { key, path, body })).status).toBe(403);
  });

  it("a key that is limited to an organization makes owners in that one", async () => {
    const town = await openTown();
    const other = await addOrganization(town);
    const { path, body, call, issueKey } = town;
    const { secret: key } = await issueKey({ organizationIds: [path.organizationId] });
    expect((await call("createInvitation", { key, path, body })).status).toBe(201);
    const elsewhere = { organizationId: other };
    expect((await call("createInvitation", { key, path: elsewhere, body })).status).toBe(403);
  });
});
