import { describe, expect, it } from "vitest";
import { createTownWithOwner, DAY, guest } from "./invitation-town.ts";
import { createTown, NOBODY } from "./people.ts";
import { onEachStore } from "./stores.ts";

onEachStore((open) => {
  const townWithOwner = () => createTownWithOwner(open.store());

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
