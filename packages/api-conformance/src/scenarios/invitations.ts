import { expect } from "vitest";
import { NOTHING } from "./operation-requests.ts";
import { invite, joinAs, peopleOf } from "./people.ts";
import { type Scenario, type Scene, scenario } from "./scenario.ts";

const needs = ["accounts", "people"] as const;
const WEEK = 7 * 24 * 60 * 60 * 1000;

const anyone = () => `${crypto.randomUUID()}@example.org`;

function accept({ call }: Scene, person: Parameters<Scene["call"]>[1], token: string) {
  return call("acceptInvitation", { ...person, body: { token } });
}

/** Invitations to an organization. */
export const invitations: readonly Scenario[] = [
  scenario("gives the token of an invitation once", async (scene) => {
    const email = anyone();
    const { status, body } = await invite(scene, { email });
    expect([status, body.email, body.role]).toEqual([201, email, "member"]);
    expect(Date.parse(body.expiresAt) - Date.parse(body.createdAt)).toBe(WEEK);
    expect(body.createdBy).toEqual({ type: "api_key", id: scene.apiKeyId });
    const path = { organizationId: scene.organizationId };
    const listed = await scene.call("listInvitations", { path });
    expect(listed.body).toContainEqual(expect.objectContaining({ id: body.id, email }));
    expect(JSON.stringify(listed.body)).not.toContain(body.token);
  }),
  scenario("replaces an earlier invitation of the same address", async (scene) => {
    const email = anyone();
    const first = await invite(scene, { email });
    const second = await invite(scene, { email: email.toUpperCase(), role: "owner" });
    const path = { organizationId: scene.organizationId };
    const { body } = await scene.call("listInvitations", { path });
    const ids = body.map(({ id }: { id: string }) => id);
    expect([ids.includes(first.body.id), ids.includes(second.body.id)]).toEqual([false, true]);
  }),
  scenario("revokes an invitation once", async (scene) => {
    const { body } = await invite(scene, { email: anyone() });
    const path = { organizationId: scene.organizationId, invitationId: body.id };
    expect((await scene.call("revokeInvitation", { path })).status).toBe(204);
    const again = await scene.call("revokeInvitation", { path });
    expect([again.status, again.body.code]).toEqual([404, "INVITATION_NOT_FOUND"]);
    const lost = { ...path, invitationId: NOTHING };
    const { status } = await scene.call("revokeInvitation", { path: lost });
    expect(status).toBe(404);
  }),
  scenario("refuses what is not an email address", async ({ call, organizationId }) => {
    for (const email of ["", "ada", "ada@", "@example.org", "a b@example.org", 5, null]) {
      const path = { organizationId };
      const reply = await call("createInvitation", { path, text: JSON.stringify({ email }) });
      expect([email, reply.status]).toEqual([email, 422]);
    }
  }),
  scenario(
    "lets the invited person join once, with the role that was offered",
    async (scene) => {
      const person = await peopleOf(scene).newPerson();
      const { body } = await invite(scene, { email: person.email, role: "owner" });
      const joined = await accept(scene, { person }, body.token);
      expect([joined.status, joined.body.id]).toEqual([200, scene.organizationId]);
      expect(joined.body.role).toBe("owner");
      const path = { organizationId: scene.organizationId };
      const open = await scene.call("listInvitations", { path });
      expect(open.body).toEqual([]);
      const refused = await invite(scene, { email: person.email });
      expect([refused.status, refused.body.code]).toEqual([409, "ALREADY_MEMBER"]);
    },
    { needs },
  ),
  scenario(
    "lets nobody else join, nor a person who has not confirmed the address",
    async (scene) => {
      const { newPerson } = peopleOf(scene);
      const email = anyone();
      const { body } = await invite(scene, { email });
      const other = await newPerson();
      const unconfirmed = await newPerson({ email, emailVerified: false });
      for (const person of [other, unconfirmed]) {
        const { status, body: problem } = await accept(scene, { person }, body.token);
        expect([status, problem.code]).toEqual([403, "PERMISSION_DENIED"]);
        expect((await scene.call("listOrganizations", { person })).body).toEqual([]);
      }
    },
    { needs },
  ),
  scenario(
    "refuses a token that was revoked, replaced or made up",
    async (scene) => {
      const person = await peopleOf(scene).newPerson();
      const { body: replaced } = await invite(scene, { email: person.email });
      const { body: revoked } = await invite(scene, { email: person.email });
      const path = { organizationId: scene.organizationId, invitationId: revoked.id };
      await scene.call("revokeInvitation", { path });
      const made = `${revoked.token.slice(0, -1)}${revoked.token.endsWith("a") ? "b" : "a"}`;
      for (const token of [replaced.token, revoked.token, made, "x"]) {
        const { status, body } = await accept(scene, { person }, token);
        expect([status, body.code]).toEqual([404, "INVITATION_NOT_FOUND"]);
      }
    },
    { needs },
  ),
  scenario(
    "refuses an invitation after seven days, and not before",
    async (scene) => {
      const [late, early] = [
        await peopleOf(scene).newPerson(),
        await peopleOf(scene).newPerson(),
      ] as const;
      const { body: first } = await invite(scene, { email: late.email });
      const { body: second } = await invite(scene, { email: early.email });
      scene.advanceClock(WEEK - 1000);
      expect((await accept(scene, { person: early }, second.token)).status).toBe(200);
      scene.advanceClock(1000);
      const { status, body } = await accept(scene, { person: late }, first.token);
      expect([status, body.code]).toEqual([410, "INVITATION_EXPIRED"]);
    },
    { needs: [...needs, "clock"] },
  ),
  scenario(
    "leaves the role of a member as it is",
    async (scene) => {
      const person = await joinAs(scene, "member");
      const path = { organizationId: scene.organizationId };
      const { body } = await scene.call("listMembers", { path });
      expect(body).toContainEqual(
        expect.objectContaining({ accountId: person.accountId, role: "member" }),
      );
    },
    { needs },
  ),
];
