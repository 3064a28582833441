import { describe, expect, it } from "vitest";
import type { Call } from "./client.ts";
import { createTown, NOBODY, type Person } from "./people.ts";
import { onEachStore } from "./stores.ts";

const DAY = 24 * 60 * 60 * 1000;

/** The address of somebody who has no account. */
function guest(): string {
  return `guest-${crypto.randomUUID()}@example.com`;
}

onEachStore((open) => {
  /** An organization with an owner who invites. */
  async function townWithOwner() {
    const town = await createTown({ store: open.store() });
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
    // It is not used up by that.
    expect((await accept(grace, cases[0][1].token)).status).toBe(200);
  });

  it("does not take the Kelvin sign for a K", async () => {
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

  it("leaves one invitation of many to one address at once", async () => {
    const { olga, path, signUp } = await townWithOwner();
    const { email } = await signUp("Grace");
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => olga.call("createInvitation", { path, body: { email } })),
    );
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 201));
    expect((await olga.call("listInvitations", { path })).body).toHaveLength(1);
  });

  it("keeps the role of who became a member meanwhile", async () => {
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

  describe("its token", () => {
    it("is in the response and the mail, and nowhere else", async () => {
      const { olga, path, signUp, mails, log, store, organizationId, now } = await townWithOwner();
      const { email } = await signUp("Grace");
      const { body } = await olga.call("createInvitation", { path, body: { email } });
      const { token } = body;
      expect(mails).toEqual([
        {
          email,
          role: "member",
          organizationName: "Radiology",
          invitedBy: "Olga",
          token,
          expiresAt: now() + 7 * DAY,
        },
      ]);
      expect(body.createdBy).toEqual({ type: "person", id: olga.id });
      const stored = await store.listInvitations(organizationId, now());
      expect(stored).toHaveLength(1);
      expect(JSON.stringify([stored, log])).not.toContain(
        token.slice("sinkove_invitation_".length),
      );
    });

    it("is shown again to the same session with the same Idempotency-Key, without another mail", async () => {
      const { olga, path, signUp, signInAgain, mails, key, call, store } = await townWithOwner();
      const { email } = await signUp("Grace");
      const headers = { "Idempotency-Key": "invite" };
      const request = { path, body: { email }, headers };
      const first = await olga.call("createInvitation", request);
      const again = await olga.call("createInvitation", request);
      expect(again.body).toEqual(first.body);
      expect(mails).toHaveLength(1);
      const elsewhere = await signInAgain(olga).call("createInvitation", request);
      expect(elsewhere.body.code).toBe("IDEMPOTENCY_CONFLICT");
      expect((await call("createInvitation", { ...request, key })).status).toBe(201);
      const answer = await store.write({ accountId: olga.id }, (writer) =>
        writer.findAnswer(olga.id, "invite"),
      );
      expect(JSON.stringify(answer)).not.toContain(first.body.token);
    });
  });

  it("has room for 100 that are open, and for another once one is accepted, revoked or expired", async () => {
    const { olga, path, invite, accept, signUp, advance, store, organizationId, now } =
      await townWithOwner();
    const grace = await signUp("Grace");
    const { token } = await invite(grace.email);
    const email = guest();
    await invite(email);
    const [like] = await store.listInvitations(organizationId, now());
    if (!like) throw new Error("There is no invitation.");
    await store.write({ accountId: olga.id }, async (writer) => {
      for (let count = 2; count < 100; count++) {
        const id = crypto.randomUUID();
        await writer.insertInvitation({ ...like, id, email: guest(), hash: `hash of ${id}` });
      }
    });
    const one = () => olga.call("createInvitation", { path, body: { email: guest() } });
    const refused = await one();
    expect([refused.status, refused.body.code]).toEqual([409, "INVITATION_LIMIT_REACHED"]);
    // It takes the place of the one before.
    const { id } = await invite(email);
    expect((await accept(grace, token)).status).toBe(200);
    expect((await one()).status).toBe(201);
    expect((await one()).status).toBe(409);
    const revoke = { path: { ...path, invitationId: id } };
    expect((await olga.call("revokeInvitation", revoke)).status).toBe(204);
    const both = await Promise.all([one(), one()]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    advance(7 * DAY);
    expect((await one()).status).toBe(201);
  }, 60_000);

  it("is sent by an account 50 times an hour, to whichever organizations and whether revoked or not", async () => {
    const { olga, path, invite, advance, mails } = await townWithOwner();
    const { body: other } = await olga.call("createOrganization", { body: { name: "Other" } });
    for (let count = 0; count < 25; count++) {
      const { id } = await invite(guest());
      await olga.call("revokeInvitation", { path: { ...path, invitationId: id } });
      const elsewhere = { path: { organizationId: other.id }, body: { email: guest() } };
      expect((await olga.call("createInvitation", elsewhere)).status).toBe(201);
    }
    const one = () => olga.call("createInvitation", { path, body: { email: guest() } });
    const { status, body, headers } = await one();
    expect([status, body.code]).toEqual([429, "RATE_LIMIT_EXCEEDED"]);
    expect(body.detail).toContain("50 invitations in 60 minutes");
    expect(Number(headers.get("retry-after"))).toBeLessThanOrEqual(72);
    expect(mails).toHaveLength(50);
    expect((await olga.call("listInvitations", { path })).status).toBe(200);
    // PostgreSQL refills by its own clock.
    if (open.kind === "postgres") return;
    advance(72_000);
    expect((await one()).status).toBe(201);
    expect((await one()).status).toBe(429);
  }, 60_000);

  it("is answered without waiting for its mail", async () => {
    const people = {
      ...NOBODY,
      sendInvitation: () => new Promise<void>(() => {}),
    };
    const { join, organizationId } = await createTown({ store: open.store(), people });
    const olga = await join("owner");
    const request = { path: { organizationId }, body: { email: guest() } };
    expect((await olga.call("createInvitation", request)).status).toBe(201);
  });

  it("is there even if its mail cannot be sent, and the log does not have the token", async () => {
    const people = {
      ...NOBODY,
      sendInvitation: async ({ token }: { token: string }) => {
        throw new Error(`No mail server. ${token}`);
      },
    };
    const { join, log, organizationId } = await createTown({ store: open.store(), people });
    const olga = await join("owner");
    const email = `grace.${olga.id}@example.com`;
    const request = { path: { organizationId }, body: { email } };
    const { status, body } = await olga.call("createInvitation", request);
    expect(status).toBe(201);
    expect(log).toContainEqual(
      expect.objectContaining({ level: "error", operationId: "createInvitation" }),
    );
    expect(JSON.stringify(log)).not.toContain(body.token);
  });
});
