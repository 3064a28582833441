import { expect, it } from "vitest";
import { createTownWithOwner, DAY } from "./invitation-town.ts";
import { onEachStore } from "./stores.ts";

onEachStore((open) => {
  const townWithOwner = () => createTownWithOwner(open.store());

  it("makes the person a member with the role, once", async () => {
    const { invite, accept, signUp, roleOf, organizationId } = await townWithOwner();
    const grace = await signUp("Grace");
    const { token } = await invite(grace.email.toUpperCase(), { role: "owner" });
    expect(token).toMatch(/^sinkove_invitation_[0-9A-Za-z]{32}$/);
    const { status, body } = await accept(grace, token);
    expect([status, body]).toEqual([
      200,
      {
        id: organizationId,
        name: "Radiology",
        credits: 1000,
        role: "owner",
        leakPolicy: "revoke",
        lowCreditsThreshold: null,
      },
    ]);
    expect(await roleOf(grace)).toBe("owner");
    expect((await accept(grace, token)).body.code).toBe("INVITATION_NOT_FOUND");
  });

  it("refuses another person, and one who has not confirmed the address", async () => {
    const { invite, accept, signUp, roleOf } = await townWithOwner();
    const [grace, mallory] = [await signUp("Grace"), await signUp("Mallory")];
    const alan = await signUp("Alan", { emailVerified: false });
    const cases = [
      [mallory, await invite(grace.email)],
      [alan, await invite(alan.email)],
    ] as const;
    for (const [person, { token }] of cases) {
      const { status, body } = await accept(person, token);
      expect([status, body.code]).toEqual([403, "PERMISSION_DENIED"]);
      expect(await roleOf(person)).toBeUndefined();
    }
    // The rejected attempts have not used the invitation up.
    expect((await accept(grace, cases[0][1].token)).status).toBe(200);
  });

  it("does not treat the Kelvin sign as a K", async () => {
    const { invite, accept, signUp, store, now } = await townWithOwner();
    const kate = await signUp("Kate");
    const { token } = await invite(kate.email);
    const mallory = await signUp("Mallory");
    const email = kate.email.replace("k", "\u212a");
    await store.write({ accountId: mallory.id }, (writer) =>
      writer.updateAccount(mallory.id, { email }),
    );
    expect(now()).toBeGreaterThan(0);
    expect((await accept(mallory, token)).status).toBe(403);
  });

  it("expires after seven days, and is then not listed", async () => {
    const { invite, accept, signUp, advance, olga, path } = await townWithOwner();
    const [grace, alan] = [await signUp("Grace"), await signUp("Alan")];
    const late = await invite(grace.email);
    advance(1);
    const inTime = await invite(alan.email);
    advance(7 * DAY - 1);
    const { body: open } = await olga.call("listInvitations", { path });
    expect(open.map(({ id }: { id: string }) => id)).toEqual([inTime.id]);
    expect(JSON.stringify(open)).not.toContain("token");
    const { status, body } = await accept(grace, late.token);
    expect([status, body.code]).toEqual([410, "INVITATION_EXPIRED"]);
    expect((await accept(alan, inTime.token)).status).toBe(200);
    expect((await accept(grace, (await invite(grace.email)).token)).status).toBe(200);
  });

  it("is over when it is revoked, or replaced by another to the same address", async () => {
    const { invite, accept, signUp, olga, path } = await townWithOwner();
    const grace = await signUp("Grace");
    const first = await invite(grace.email);
    const second = await invite(grace.email.toUpperCase());
    expect((await accept(grace, first.token)).body.code).toBe("INVITATION_NOT_FOUND");
    const revoke = { path: { ...path, invitationId: second.id } };
    expect((await olga.call("revokeInvitation", revoke)).status).toBe(204);
    expect((await accept(grace, second.token)).body.code).toBe("INVITATION_NOT_FOUND");
    expect((await olga.call("revokeInvitation", revoke)).body.code).toBe("INVITATION_NOT_FOUND");
  });

  it("is not revoked by an owner of another organization", async () => {
    const { invite, accept, signUp } = await townWithOwner();
    const grace = await signUp("Grace");
    const { id, token } = await invite(grace.email);
    const { body: own } = await grace.call("createOrganization", { body: { name: "Own" } });
    const path = { organizationId: own.id, invitationId: id };
    expect((await grace.call("revokeInvitation", { path })).status).toBe(404);
    expect((await accept(grace, token)).status).toBe(200);
  });

  it("is accepted once by many requests at once", async () => {
    const { invite, accept, signUp, olga, path } = await townWithOwner();
    const grace = await signUp("Grace");
    const { token } = await invite(grace.email);
    const replies = await Promise.all(Array.from({ length: 10 }, () => accept(grace, token)));
    const statuses = replies.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array.from({ length: 9 }, () => 404)]);
    expect((await olga.call("listInvitations", { path })).body).toEqual([]);
  });

  it("is either accepted or revoked", async () => {
    const { invite, accept, signUp, olga, path, roleOf } = await townWithOwner();
    for (let round = 0; round < 10; round++) {
      const grace = await signUp("Grace");
      const { id, token } = await invite(grace.email);
      const revoke = { path: { ...path, invitationId: id } };
      const [accepted, revoked] = await Promise.all([
        accept(grace, token),
        olga.call("revokeInvitation", revoke),
      ]);
      expect([accepted.status, revoked.status].sort()).toEqual(
        accepted.status === 200 ? [200, 404] : [204, 404],
      );
      expect(await roleOf(grace)).toBe(accepted.status === 200 ? "member" : undefined);
    }
  });

  it("keeps one of many simultaneous invitations to the same address", async () => {
    const { olga, path, signUp } = await townWithOwner();
    const { email } = await signUp("Grace");
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => olga.call("createInvitation", { path, body: { email } })),
    );
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 201));
    expect((await olga.call("listInvitations", { path })).body).toHaveLength(1);
  });

  it("keeps the role of a person who has become a member in the meantime", async () => {
    const { invite, accept, signUp, store, organizationId, roleOf } = await townWithOwner();
    const grace = await signUp("Grace");
    const { token } = await invite(grace.email, { role: "owner" });
    const membership = { accountId: grace.id, organizationId, joinedAt: null };
    await store.write({ accountId: grace.id }, (writer) =>
      writer.insertMembership({ ...membership, role: "member" }),
    );
    expect((await accept(grace, token)).body.role).toBe("member");
    expect(await roleOf(grace)).toBe("member");
    expect((await accept(grace, token)).status).toBe(404);
  });

  it("is not made for a member", async () => {
    const { olga, path, join } = await townWithOwner();
    const max = await join("member");
    const body = { email: max.email.toUpperCase() };
    const { status, body: problem } = await olga.call("createInvitation", { path, body });
    expect([status, problem.code]).toEqual([409, "ALREADY_MEMBER"]);
  });
});
