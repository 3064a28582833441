import { expect, it } from "vitest";
import { createTownWithOwner, DAY, guest } from "./invitation-town.ts";
import { onEachStore } from "./stores.ts";

onEachStore((open) => {
  const townWithOwner = () => createTownWithOwner(open.store());

  it("has room for 100 that are open, and for another once one is accepted, revoked or expired", async () => {
    const { olga, path, invite, accept, signUp, advance, store, organizationId, now } =
      await townWithOwner();
    const grace = await signUp("Grace");
    const { token } = await invite(grace.email);
    const email = guest();
    await invite(email);
    const [like] = await store.listInvitations(organizationId, now());
    if (!like) throw new Error("The store has no invitation to copy.");
    await store.write({ accountId: olga.id }, async (writer) => {
      for (let count = 2; count < 100; count++) {
        const id = crypto.randomUUID();
        await writer.insertInvitation({ ...like, id, email: guest(), hash: `hash of ${id}` });
      }
    });
    const one = () => olga.call("createInvitation", { path, body: { email: guest() } });
    const refused = await one();
    expect([refused.status, refused.body.code]).toEqual([409, "INVITATION_LIMIT_REACHED"]);
    // This invitation replaces the earlier one to the same address.
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

  it("is limited to 50 an hour for each account, across organizations and including revoked ones", async () => {
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
    // PostgreSQL refills the bucket by its own clock.
    if (open.kind === "postgres") return;
    advance(72_000);
    expect((await one()).status).toBe(201);
    expect((await one()).status).toBe(429);
  }, 60_000);
});
